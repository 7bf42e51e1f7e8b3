import type { FileFailure, FileReason } from '../../shared/imports/model.ts'
import type { FileRow } from '../rules/import-mapping.ts'

/** A part of a table's rows, or why the reading ended early; `share` is the part of the file read, 0 to 1. */
export type Batch = { ok: true; rows: FileRow[]; share: number } | { ok: false; failure: FileFailure }

/** A table file that is open: its headers are known, its rows come in batches, once. */
export type Table = {
  kind: 'csv' | 'xlsx'
  /** Size of the file. */
  bytes: number
  /** Headers as written, later twins numbered, without the empty ones at the end. */
  headers: string[]
  /** Sheets of a workbook; empty for text. */
  sheets: string[]
  encoding: string
  delimiter: string
  batches: AsyncIterable<Batch>
  /** Lets go of the file and its thread; needed only when `batches` is not read or not left by a loop. */
  close: () => Promise<void>
}

export type Opened = { ok: true; table: Table } | { ok: false; failure: FileFailure }

type Where = Omit<FileFailure, 'code' | 'reason'>

/** A file's refusal as a value. */
export function fileFailure(reason: FileReason, where: Where = {}): FileFailure {
  return { code: 'FILE', reason, ...where }
}

export function refusedFile(reason: FileReason, where: Where = {}): { ok: false; failure: FileFailure } {
  return { ok: false, failure: fileFailure(reason, where) }
}

/** Carries a refusal out of deep callbacks of a parser; caught where the reading began, never seen outside this folder. */
export class FileRefused extends Error {
  readonly failure: FileFailure
  constructor(reason: FileReason, where: Where = {}) {
    super(`file refused: ${reason}`)
    this.name = 'FileRefused'
    this.failure = fileFailure(reason, where)
  }
}

/** Headers without blanks around them and without empty ones at the end; a second `Notes` becomes `Notes (2)`. */
export function tidyHeaders(cells: readonly string[]): string[] {
  const headers: string[] = []
  const seen = new Set<string>()
  for (const cell of cells) {
    const name = cell.trim()
    let unique = name
    for (let twin = 2; name !== '' && seen.has(unique); twin += 1) unique = `${name} (${twin})`
    seen.add(unique)
    headers.push(unique)
  }
  while (headers.length > 0 && headers.at(-1) === '') headers.pop()
  return headers
}

/** Takes the header row off the front of a stream of batches and hands on the rest, unread. */
export async function withHeaders(
  batches: AsyncGenerator<Batch>,
  about: Omit<Table, 'headers' | 'batches' | 'close'>,
): Promise<Opened> {
  for (;;) {
    const next = await batches.next()
    if (next.done) return refusedFile('empty')
    if (!next.value.ok) return next.value
    const [first, ...rest] = next.value.rows
    if (!first) continue
    const headers = tidyHeaders(first.cells)
    if (headers.length === 0) return refusedFile('no-header')
    const table: Table = {
      ...about,
      headers,
      batches: resumed({ ...next.value, rows: rest }, batches),
      close: async () => {
        await batches.return(undefined)
      },
    }
    return { ok: true, table }
  }
}

async function* resumed(first: Batch, rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  try {
    yield first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}
