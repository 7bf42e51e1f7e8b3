import type { Failure } from '../../shared/failure.ts'
import type { Mapping } from '../../shared/imports/model.ts'
import type { Part } from './parts.ts'
import type { Facts } from './plan.ts'

/** What the thread of a first import is started with. */
export type FreshTask = { file: string; mapping: Mapping; facts: Facts }

/** What that thread says; it waits for a `MORE` when `WINDOW` parts are on their way, and ends itself at a `STOP`. */
export type FreshMessage = { kind: 'part'; part: Part } | { kind: 'end' } | { kind: 'failed'; failure: Failure }

export const MORE = 'more'
export const STOP = 'stop'
export type FromImport = typeof MORE | typeof STOP
export const WINDOW = 8
