import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

/** A window shows one case at a time: the one before is over. */
export async function startOpening(db: Db, row: Row<'caseOpenings'>): Promise<void> {
  const { window, ...change } = row
  await db
    .insertInto('caseOpenings')
    .values(row)
    .onConflict((conflict) => conflict.column('window').doUpdateSet(change))
    .execute()
}

export async function endOpening(db: Db, window: string, userId: string): Promise<void> {
  await db.deleteFrom('caseOpenings').where('window', '=', window).where('userId', '=', userId).execute()
}

/** Who has these cases open, as far as their windows gave a sign of life since a moment. */
export async function openingsOf(
  db: Db,
  caseIds: readonly string[],
  aliveSince: Instant,
): Promise<Row<'caseOpenings'>[]> {
  return db
    .selectFrom('caseOpenings')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .where('beatAt', '>=', aliveSince)
    .orderBy('openedAt')
    .execute()
}

export async function beatOpenings(db: Db, windows: readonly string[], at: Instant): Promise<void> {
  await db
    .updateTable('caseOpenings')
    .set({ beatAt: at })
    .where('window', 'in', [...windows])
    .execute()
}

export async function endOpenings(db: Db, windows: readonly string[]): Promise<void> {
  await db
    .deleteFrom('caseOpenings')
    .where('window', 'in', [...windows])
    .execute()
}
