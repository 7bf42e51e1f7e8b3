import type { FeatureHandlers } from '../engine/handler.ts'
import { adding } from './contacts.ts'
import { editing } from './edit.ts'
import { reading } from './file.ts'
import { finding } from './find.ts'
import { overviewing } from './overview.ts'

export const members: FeatureHandlers<'members'> = { ...finding, ...reading, ...editing, ...adding, ...overviewing }
