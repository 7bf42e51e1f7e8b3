import type { Instant } from '../../shared/time.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type RunItem = Row<'bulkItems'>

export async function insertRun(db: Db, run: Row<'bulkRuns'>, items: readonly RunItem[]): Promise<void> {
  await db.insertInto('bulkRuns').values(run).execute()
  // A case that is not there at all cannot be named.
  const named = items.filter(({ failure }) => failure === null || !failure.includes('NOT_FOUND'))
  for (const some of parts(named, 100)) await db.insertInto('bulkItems').values(some).execute()
}

export async function findRun(db: Db, id: string): Promise<Row<'bulkRuns'> | undefined> {
  return db.selectFrom('bulkRuns').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function itemsOf(db: Db, runId: string): Promise<RunItem[]> {
  return db.selectFrom('bulkItems').selectAll().where('runId', '=', runId).orderBy('caseId').execute()
}

/** Notes that a run was taken back, and for which of its cases that was possible. */
export async function markUndone(db: Db, runId: string, at: Instant, caseIds: readonly string[]): Promise<void> {
  await db.updateTable('bulkRuns').set({ undoneAt: at }).where('id', '=', runId).execute()
  await db
    .updateTable('bulkItems')
    .set({ undone: 'refused' })
    .where('runId', '=', runId)
    .where('outcome', '=', 'done')
    .execute()
  if (caseIds.length > 0)
    await db
      .updateTable('bulkItems')
      .set({ undone: 'done' })
      .where('runId', '=', runId)
      .where('caseId', 'in', [...caseIds])
      .execute()
}
