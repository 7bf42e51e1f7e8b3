import type { Failure } from '../../shared/failure.ts'
import type { Mapping } from '../../shared/imports/model.ts'
import type { Part } from './parts.ts'
import type { Facts } from './plan.ts'

/** What the thread of a first import is started with. */
export type FreshTask = { file: string; mapping: Mapping; facts: Facts }

/** What that thread says; it waits for a `MORE` when so many parts are on their way. */
export type FreshMessage = { kind: 'part'; part: Part } | { kind: 'end' } | { kind: 'failed'; failure: Failure }

export const MORE = 'more'
export const WINDOW = 8
