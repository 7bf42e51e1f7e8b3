import { setImmediate as letOthersRun } from 'node:timers/promises'
import { type ImportReport, MAX_REPORTED_ERRORS, type RowError } from '../../shared/imports/model.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Ctx } from '../engine/handler.ts'
import type { ErrorReport } from '../files/error-report.ts'
import type { Part } from './parts.ts'
import { type Facts, NO_COUNTS, type RefusedRow } from './plan.ts'
import { saver } from './save.ts'

/** What is refused row after row: counted, the first ones kept, all of them written to the error file. */
function errorLog(report: ErrorReport | undefined) {
  const errors: RowError[] = []
  return {
    errors,
    add: async ({ file, errors: found }: RefusedRow) => {
      if (errors.length < MAX_REPORTED_ERRORS) errors.push(...found.slice(0, MAX_REPORTED_ERRORS - errors.length))
      await report?.add(file, found)
    },
  }
}

/** How many rows a file will have had, judged by the share that is read: it only ever grows, and is exact at the end. */
export function totalOf(): (read: number, share: number) => number | null {
  let total = 0
  return (read, share) => {
    total = share >= 1 ? read : Math.max(total, share > 0 ? Math.round(read / share) : read)
    return total
  }
}

/**
 * Stores what the parts of a file came to, part by part in the caller's transaction.
 * Between parts others run and a cancel is heard: it throws, and nothing of the import stays.
 */
export async function runImport(
  ctx: Ctx,
  facts: Facts,
  parts: AsyncIterable<Part>,
  report: ErrorReport | undefined,
): Promise<ImportReport> {
  const { db, signal } = ctx
  const save = facts.isDry ? async () => {} : saver(db, facts)
  const log = errorLog(report)
  const total = totalOf()
  const counts = { ...NO_COUNTS }
  for await (const { work, share } of parts) {
    await save(work)
    for (const name of ['read', 'created', 'updated', 'unchanged', 'rejected'] as const)
      counts[name] += work.counts[name]
    for (const refused of work.refused) await log.add(refused)
    ctx.progress(counts.read, total(counts.read, share))
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
  facts: Facts,
  language: Language,
  work: () => Promise<T>,
): Promise<T> {
  const store = ctx.desk.open?.store
  if (!facts.isFirst || facts.isDry || !store) return work()
  const indexes = await store.suspendIndexes(ctx.db, ['members', 'importChanges', 'tierChanges'])
  try {
    const result = await work()
    for (const step of indexes.steps) {
      ctx.signal.throwIfAborted()
      ctx.progress(result.read, result.read, INDEXING[language])
      await step()
      await letOthersRun()
    }
    return result
  } finally {
    await indexes.end()
  }
}
