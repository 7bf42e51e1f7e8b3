import { createHash } from 'node:crypto'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import { type ImportReport, MAX_REPORTED_ERRORS, type RowError, type RowOutcome } from '../../shared/imports/model.ts'
import type { Ctx } from '../engine/handler.ts'
import type { ErrorReport } from '../files/error-report.ts'
import type { Table } from '../files/table.ts'
import {
  applyMapping,
  type FileRow,
  type ImportFields,
  type RowMapper,
  type ValuesOf,
} from '../rules/import-mapping.ts'
import { batchesOf } from './open.ts'
import { NO_COUNTS } from './plan.ts'
import { totalOf } from './run.ts'

/** All rows of the file that tell of one thing, in the file's order. */
export type Group<V> = { key: string; rows: { file: FileRow; value: V }[]; digest: string }

/** What becomes of one group: something new to store, nothing, or the cells that were refused. */
export type Verdict<P> =
  | { outcome: 'created'; plan: P }
  /** Rows that add to what an earlier import made; the others of the group are known. */
  | { outcome: 'extended'; plan: P; added: ReadonlySet<number> }
  | { outcome: 'unchanged' }
  | { outcome: 'rejected'; errors: RowError[] }

/** What a kind of record needs besides the reading of rows. */
export type RecordKind<F extends ImportFields, P> = {
  mapper: RowMapper<F>
  today: string
  /** True when several rows of the file tell of one thing. */
  isLog: boolean
  keyOf: (value: ValuesOf<F>) => string
  judge: (groups: readonly Group<ValuesOf<F>>[]) => Promise<Verdict<P>[]>
  save: (plans: readonly P[]) => Promise<void>
}

/** One row with what became of it, as a preview shows it. */
export type JudgedRow = {
  file: FileRow
  outcome: RowOutcome
  values?: Record<string, unknown>
  errors: readonly RowError[]
}

/** Things judged and stored at once; the thread is free in between. */
const CHUNK = 10

type Reading<V> = {
  groups: Map<string, Group<V>>
  /** The first row of each key in a file with a row for each thing. */
  seen: Map<string, number>
  /** Keys of which some row was refused, with that row: the whole of it is refused. */
  spoiled: Map<string, number>
}

/** What tells one thing of a file from another: the other system and its own number there. */
export function originKey({ system = '', id = '' }: { system?: string; id?: string }): string {
  return `${system}\n${id}`
}

/** The text by which a row names its thing, though the row itself may have been refused. */
function rawKey<F extends ImportFields>({ set, steps }: RowMapper<F>, cells: readonly string[]): string {
  const said = (name: string) => steps.find(({ field }) => field === name)?.fetch(cells) ?? ''
  return originKey({ system: said('system'), id: said(set.key) })
}

/** Reads rows into groups; what is refused or repeated comes back at once. */
function sortRows<F extends ImportFields, P>(
  kind: RecordKind<F, P>,
  rows: readonly FileRow[],
  { groups, seen, spoiled }: Reading<ValuesOf<F>>,
): JudgedRow[] {
  const refused: JudgedRow[] = []
  for (const file of rows) {
    const mapped = applyMapping(file, kind.mapper, { today: kind.today })
    if (!mapped.ok) {
      const key = rawKey(kind.mapper, file.cells)
      if (kind.isLog && !spoiled.has(key)) spoiled.set(key, file.row)
      refused.push({ file, outcome: 'rejected', errors: mapped.errors })
      continue
    }
    const key = kind.keyOf(mapped.value)
    const first = seen.get(key)
    if (!kind.isLog && first !== undefined) {
      const error: RowError = { row: file.row, field: kind.mapper.set.key, reason: 'duplicate', params: { first } }
      refused.push({ file, outcome: 'rejected', errors: [error] })
      continue
    }
    seen.set(key, first ?? file.row)
    const group = groups.get(key) ?? { key, rows: [], digest: '' }
    group.rows.push({ file, value: mapped.value })
    groups.set(key, group)
  }
  return refused
}

/** Judges groups and gives their rows back in the order in which they were read; what is new is handed on. */
async function judgeGroups<F extends ImportFields, P>(
  kind: RecordKind<F, P>,
  groups: readonly Group<ValuesOf<F>>[],
  spoiled: ReadonlyMap<string, number>,
): Promise<{ rows: JudgedRow[]; plans: P[] }> {
  const clean = groups.filter(({ key }) => !spoiled.has(key)).map((group) => ({ ...group, digest: digestOf(group) }))
  const verdicts = await kind.judge(clean)
  const plans: P[] = []
  const rows = clean.flatMap((group, i): JudgedRow[] => {
    const verdict = verdicts[i]
    if (verdict?.outcome === 'created' || verdict?.outcome === 'extended') plans.push(verdict.plan)
    return verdict ? rowsOf(group, verdict, kind.mapper.set.key) : []
  })
  const torn = groups.filter(({ key }) => spoiled.has(key))
  for (const group of torn) rows.push(...refusedTogether(group, kind.mapper.set.key, spoiled.get(group.key) ?? 0))
  return { rows, plans }
}

function rowsOf<V>({ rows }: Group<V>, verdict: Verdict<unknown>, key: string): JudgedRow[] {
  if (verdict.outcome === 'rejected') {
    const first = verdict.errors[0]?.row ?? 0
    return rows.map(({ file }) => {
      const own = verdict.errors.filter(({ row }) => row === file.row)
      const errors: RowError[] =
        own.length > 0 ? own : [{ row: file.row, field: key, reason: 'other-row', params: { first } }]
      return { file, outcome: 'rejected', errors }
    })
  }
  return rows.map(({ file, value }, at) => ({
    file,
    outcome: outcomeOf(verdict, file.row, at),
    values: value as Record<string, unknown>,
    errors: [],
  }))
}

/** The first row makes a thing, the others add to it, now or with a later file. */
function outcomeOf(verdict: Exclude<Verdict<unknown>, { outcome: 'rejected' }>, row: number, at: number): RowOutcome {
  if (verdict.outcome === 'extended') return verdict.added.has(row) ? 'updated' : 'unchanged'
  return verdict.outcome === 'created' && at > 0 ? 'updated' : verdict.outcome
}

/** A history with a hole in it would be no history: with one row refused all of the thing are. */
function refusedTogether<V>({ rows }: Group<V>, field: string, first: number): JudgedRow[] {
  return rows.map(({ file }) => ({
    file,
    outcome: 'rejected',
    errors: [{ row: file.row, field, reason: 'other-row', params: { first } }],
  }))
}

/** What the rows of a thing say, to know them again. */
export function digestOf<V>({ rows }: Pick<Group<V>, 'rows'>): string {
  const hash = createHash('sha256')
  for (const { value } of rows) hash.update(JSON.stringify(value)).update('\n')
  return hash.digest('hex')
}

const nothing = <V>(): Reading<V> => ({ groups: new Map(), seen: new Map(), spoiled: new Map() })

/** Judges the first rows as an import would; of a log only what these rows tell. */
export async function previewRecords<F extends ImportFields, P>(
  kind: RecordKind<F, P>,
  rows: readonly FileRow[],
): Promise<JudgedRow[]> {
  const reading = nothing<ValuesOf<F>>()
  const refused = sortRows(kind, rows, reading)
  const judged = await judgeGroups(kind, [...reading.groups.values()], reading.spoiled)
  return [...refused, ...judged.rows].sort((a, b) => a.file.row - b.file.row)
}

/**
 * Reads a table to its end and stores what it tells, all in the caller's transaction: a cancel or a fault leaves nothing.
 * A file with a row for each thing is stored as it is read; of a log, whose rows may stand anywhere, each thing is put
 * together first.
 */
export async function importRecords<F extends ImportFields, P>(
  ctx: Ctx,
  kind: RecordKind<F, P>,
  table: Table,
  options: { isDry: boolean; report: ErrorReport | undefined },
): Promise<ImportReport> {
  const reading = nothing<ValuesOf<F>>()
  const counts = { ...NO_COUNTS }
  const errors: RowError[] = []
  const note = async (rows: readonly JudgedRow[]) => {
    for (const { file, outcome, errors: found } of rows) {
      counts[outcome] += 1
      if (outcome !== 'rejected') continue
      if (errors.length < MAX_REPORTED_ERRORS) errors.push(...found.slice(0, MAX_REPORTED_ERRORS - errors.length))
      await options.report?.add(file, found)
    }
  }
  const total = totalOf()
  const settle = async (onProgress: (done: number) => void) => {
    const groups = [...reading.groups.values()]
    reading.groups.clear()
    let done = 0
    for (let from = 0; from < groups.length; from += CHUNK) {
      const chunk = groups.slice(from, from + CHUNK)
      const { rows, plans } = await judgeGroups(kind, chunk, reading.spoiled)
      if (!options.isDry && plans.length > 0) await kind.save(plans)
      await note(rows)
      done += rows.length
      onProgress(done)
      await letOthersRun()
      ctx.signal.throwIfAborted()
    }
  }
  for await (const { rows, share } of batchesOf(table, ctx.signal)) {
    for (let from = 0; from < rows.length; from += SORTED_AT_ONCE) {
      const some = rows.slice(from, from + SORTED_AT_ONCE)
      counts.read += some.length
      await note(sortRows(kind, some, reading))
      await letOthersRun()
    }
    const expected = total(counts.read, share)
    const before = counts.read - rows.length
    if (!kind.isLog) await settle((done) => ctx.progress(before + done, expected))
    ctx.progress(counts.read, expected)
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
  if (kind.isLog) await settle((done) => ctx.progress(done, counts.read))
  errors.sort((a, b) => a.row - b.row)
  return { ...counts, errors }
}

/** Rows read between two breaths of the thread. */
const SORTED_AT_ONCE = 500
