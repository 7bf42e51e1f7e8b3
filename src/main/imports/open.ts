import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { refuse } from '../../shared/failure.ts'
import type { FileFailure, Mapping } from '../../shared/imports/model.ts'
import { openTable } from '../files/read-table.ts'
import type { Table } from '../files/table.ts'
import { compileMapping, type RowMapper } from '../rules/import-mapping.ts'
import { type memberFields, memberImport } from '../rules/member-fields.ts'

/** Refuses in the words of the file's fault, with its place where that is known. */
export function refuseFile({ reason, row, column, params }: FileFailure): never {
  refuse(`file-${reason}`, {
    ...params,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  })
}

/** Opens a table file; what is wrong with it is a refusal. */
export async function openFile(path: string, signal: AbortSignal, sheet?: string): Promise<Table> {
  const opened = await openTable(path, { signal, ...(sheet === undefined ? {} : { sheet }) })
  signal.throwIfAborted()
  return opened.ok ? opened.table : refuseFile(opened.failure)
}

/** Rows of a table, batch after batch, with the share of the file read so far. */
export async function* batchesOf(table: Table, signal: AbortSignal) {
  for await (const batch of table.batches) {
    signal.throwIfAborted()
    if (!batch.ok) refuseFile(batch.failure)
    if (batch.rows.length > 0) yield batch
  }
}

/** The first rows of a table; the rest of the file is not read. */
export async function firstRows(table: Table, signal: AbortSignal, count: number) {
  const rows = []
  for await (const batch of batchesOf(table, signal)) {
    rows.push(...batch.rows)
    if (rows.length >= count) break
  }
  return rows.slice(0, count)
}

export type MemberMapper = RowMapper<typeof memberFields>

/** Binds a mapping to the table; rows may lack a name, for whoever is there already needs none. */
export function bindMapping(mapping: Mapping, headers: readonly string[]) {
  return compileMapping(mapping, headers, memberImport, { isUpdateOnly: true })
}

/** True when rows can make new members. */
export function makesNames(mapping: Mapping): boolean {
  const has = (field: string) => Object.hasOwn(mapping.columns, field)
  return has('name') || (has('familyName') && has('givenName'))
}

/** True when a card may stand in several rows, one for each month. */
export function hasMonths(mapping: Mapping): boolean {
  const source = Object.hasOwn(mapping.columns, 'period') ? mapping.columns.period : undefined
  return source !== undefined && (typeof source === 'string' || !('constant' in source) || 'column' in source)
}

export async function fileSha256(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(piece)
  return hash.digest('hex')
}
