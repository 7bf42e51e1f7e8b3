import type { FeatureHandlers } from '../engine/handler.ts'
import { courses } from './courses.ts'
import { desk } from './desk.ts'
import { files } from './files.ts'
import { ladders } from './ladder.ts'
import { moves } from './moves.ts'
import { rewards } from './rewards.ts'

export const careers: FeatureHandlers<'careers'> = { ...ladders, ...files, ...moves, ...rewards, ...courses, ...desk }
