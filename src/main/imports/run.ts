import { setImmediate as letOthersRun } from 'node:timers/promises'
import { type ImportReport, MAX_REPORTED_ERRORS, type RowError } from '../../shared/imports/model.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Ctx } from '../engine/handler.ts'
import type { ErrorReport } from '../files/error-report.ts'
import type { Table } from '../files/table.ts'
import { intake, type Judged } from './intake.ts'
import { batchesOf } from './open.ts'
import { idSeries, type Plan } from './plan.ts'
import { saver } from './save.ts'

/** What is refused row after row: counted, the first ones kept, all of them written to the error file. */
function errorLog(report: ErrorReport | undefined) {
  const errors: RowError[] = []
  return {
    errors,
    add: async ({ file, errors: found }: Judged) => {
      if (errors.length < MAX_REPORTED_ERRORS) errors.push(...found.slice(0, MAX_REPORTED_ERRORS - errors.length))
      await report?.add(file, found)
    },
  }
}

/**
 * Reads a table to its end and stores what it says, batch by batch in the caller's transaction.
 * Between batches others run and a cancel is heard: it throws, and nothing of the import stays.
 */
export async function runImport(
  ctx: Ctx,
  plan: Plan,
  table: Table,
  report: ErrorReport | undefined,
): Promise<ImportReport> {
  const { db, signal } = ctx
  const nextId = idSeries(ctx.newId)
  const judge = intake(plan, nextId)
  const save = plan.isDry ? async () => {} : saver(db, plan, nextId)
  const log = errorLog(report)
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 }
  for await (const { rows, share } of batchesOf(table, signal)) {
    const judged = await judge(db, rows)
    await save(judged)
    for (const one of judged) {
      counts.read += 1
      counts[one.outcome] += 1
      if (one.outcome === 'rejected') await log.add(one)
    }
    ctx.progress(counts.read, share > 0 ? Math.max(counts.read, Math.round(counts.read / share)) : null)
    await letOthersRun()
    signal.throwIfAborted()
  }
  return { ...counts, errors: log.errors }
}

const INDEXING: Record<Language, string> = { 'zh-CN': '正在整理索引', en: 'building indexes' }

/**
 * A first import of members fills tables whose indexes are made at the end, which is many times faster
 * where the engine allows it; all in the same transaction.
 */
export async function withFastTables<T extends { read: number }>(
  ctx: Ctx,
  plan: Plan,
  language: Language,
  work: () => Promise<T>,
): Promise<T> {
  const store = ctx.desk.open?.store
  if (!plan.isFirst || plan.isDry || !store) return work()
  const steps: (() => Promise<void>)[] = []
  for (const table of ['members', 'importChanges', 'tierChanges'] as const)
    steps.push(...(await store.suspendIndexes(ctx.db, table)))
  const result = await work()
  for (const step of steps) {
    ctx.signal.throwIfAborted()
    ctx.progress(result.read, result.read, INDEXING[language])
    await step()
    await letOthersRun()
  }
  return result
}
