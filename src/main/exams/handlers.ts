import type { FeatureHandlers } from '../engine/handler.ts'
import { bank } from './bank.ts'
import { papers } from './papers.ts'
import { sitting } from './sitting.ts'
import { sittings } from './sittings.ts'

export const exams: FeatureHandlers<'exams'> = { ...bank, ...papers, ...sittings, ...sitting }
