import type { ExportProfile } from '../../shared/exports/profiles.ts'
import { refuse } from '../../shared/failure.ts'
import { scopeOf } from '../cases/case-file.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Cells, mayLeave, redactor } from '../rules/export-redaction.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import { classOf } from './field-classes.ts'
import type { TableName } from './history.ts'
import type { Reach } from './reach.ts'
import { countRows, readPages, readRestricted } from './read.ts'
import { SOURCES, type Source } from './sources.ts'

export type TableCount = { table: TableName; inStore: number; left: number; heldBack: number }

/** The rows of an export as its recipient may have them, counted against the store. */
export type Sieve = {
  /** How many rows the store holds, by table. */
  inStore: ReadonlyMap<TableName, number>
  /** How many rows the store holds in all tables together. */
  total: number
  /** Reports of misconduct that are closed to whoever exports, by their ids: nothing of them leaves. */
  closed: ReadonlySet<string>
  /** One pass through a table; refuses when the rows that passed are not as many as the store says it holds. */
  pages(source: Source): AsyncGenerator<readonly Cells[]>
  /** The rows of a part of what is exported, for what is printed: the same rows, not counted and not told of. */
  within(source: Source, part: Reach): AsyncGenerator<readonly Cells[]>
  /** How often every table will go through, for what is said about progress; once unless told. */
  takesPasses(passes: number): void
  /** So many rows need not go through again. */
  passed(rows: number): void
  /** What left and what was held back, once every table went through. */
  counts(): TableCount[]
}

/** Counts every table first, by a question of its own, and then lets its rows through, page by page. */
export async function createSieve(ctx: Ctx, profile: ExportProfile, reach: Reach): Promise<Sieve> {
  const { db, signal } = ctx
  const inStore = new Map<TableName, number>()
  for (const source of SOURCES) inStore.set(source.table, await countRows(db, source, reach))
  const restricted = new Set(await readRestricted(db, reach))
  const closed = await closedAmong(db, scopeOf(ctx), [...restricted])
  const isRestricted = (id: string) => restricted.has(id)
  const mayRead = (id: string) => !closed.has(id)
  const seen = new Map<TableName, TableCount>()
  const total = [...inStore.values()].reduce((sum, count) => sum + count, 0)
  let [passed, passes] = [0, 1]
  const step = (rows: number) => {
    const before = passed
    passed += rows
    if (Math.floor(before / 1000) === Math.floor(passed / 1000)) return
    signal.throwIfAborted()
    const whole = total * passes
    ctx.progress(Math.min(passed, whole), whole)
  }
  const sift = ({ table }: Source) => {
    const redact = redactor(profile, table, HISTORY_COLUMNS[table], classOf)
    return (page: readonly Cells[]) =>
      page.filter((row) => mayLeave(profile, table, row, isRestricted, mayRead)).map(redact)
  }
  return {
    inStore,
    closed,
    total,
    async *within(source, part) {
      const leavingOf = sift(source)
      for await (const page of readPages(db, source, part)) yield leavingOf(page)
    },
    async *pages(source) {
      const { table } = source
      const leavingOf = sift(source)
      const count: TableCount = { table, inStore: inStore.get(table) ?? 0, left: 0, heldBack: 0 }
      // To look for the rows of a hundred thousand calls that have none takes as long as to read some.
      const pages = count.inStore === 0 ? [] : readPages(db, source, reach)
      for await (const page of pages) {
        step(page.length)
        const leaving = leavingOf(page)
        count.left += leaving.length
        count.heldBack += page.length - leaving.length
        if (leaving.length > 0) yield leaving
      }
      if (count.left + count.heldBack !== count.inStore) refuse('export-rows-differ', { table })
      seen.set(table, count)
    },
    takesPasses: (wanted) => {
      passes = wanted
    },
    passed: step,
    counts: () => SOURCES.map(({ table }) => seen.get(table) ?? refuse('export-rows-differ', { table })),
  }
}
