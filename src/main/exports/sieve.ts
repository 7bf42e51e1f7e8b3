import type { ExportProfile } from '../../shared/exports/profiles.ts'
import { refuse } from '../../shared/failure.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Cells, mayLeave, redactRow } from '../rules/export-redaction.ts'
import { classOf } from './field-classes.ts'
import type { TableName } from './history.ts'
import type { Reach } from './reach.ts'
import { countRows, readRestricted, readRows } from './read.ts'
import { SOURCES, type Source } from './sources.ts'

export type TableCount = { table: TableName; inStore: number; left: number; heldBack: number }

/** The rows of an export as its recipient may have them, counted against the store. */
export type Sieve = {
  /** How many rows the store holds, by table. */
  inStore: ReadonlyMap<TableName, number>
  /** How many rows the store holds in all tables together. */
  total: number
  /** One pass through a table; refuses when the rows that passed are not as many as the store says it holds. */
  rows(source: Source): AsyncGenerator<Cells>
  /** How often every table will go through, for what is said about progress; once unless told. */
  takesPasses(passes: number): void
  /** So many rows need not go through again. */
  passed(rows: number): void
  /** What left and what was held back, once every table went through. */
  counts(): TableCount[]
}

/** Counts every table first, by a question of its own, and then lets its rows through one by one. */
export async function createSieve(ctx: Ctx, profile: ExportProfile, reach: Reach): Promise<Sieve> {
  const { db, signal } = ctx
  const inStore = new Map<TableName, number>()
  for (const source of SOURCES) inStore.set(source.table, await countRows(db, source, reach))
  const restricted = new Set(await readRestricted(db, reach))
  const isRestricted = (id: string) => restricted.has(id)
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
  return {
    inStore,
    total,
    async *rows(source) {
      const { table } = source
      const count: TableCount = { table, inStore: inStore.get(table) ?? 0, left: 0, heldBack: 0 }
      for await (const row of readRows(db, source, reach)) {
        step(1)
        if (!mayLeave(profile, table, row, isRestricted)) count.heldBack += 1
        else {
          count.left += 1
          yield redactRow(profile, table, row, classOf)
        }
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
