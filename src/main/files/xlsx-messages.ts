import type { FileFailure } from '../../shared/imports/model.ts'
import type { FileRow } from '../rules/import-mapping.ts'
import type { TableLimits } from './limits.ts'

/** What the reading thread is started with. */
export type XlsxTask = { path: string; sheet: string | undefined; limits: TableLimits }

/** What the reading thread says; it waits for a `MORE` after every few portions of rows. */
export type XlsxMessage =
  | { kind: 'open'; sheets: string[] }
  | { kind: 'rows'; rows: FileRow[]; share: number }
  | { kind: 'end' }
  | { kind: 'failed'; failure: FileFailure }

export const MORE = 'more'
/** Portions of rows that may be on their way at once. */
export const WINDOW = 4
