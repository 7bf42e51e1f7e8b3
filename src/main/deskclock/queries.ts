import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type ClockJumpRecord = Row<'clockJumps'>

export async function insertJump(db: Db, jump: ClockJumpRecord): Promise<void> {
  await db.insertInto('clockJumps').values(jump).execute()
}

/** Whose moves of the clock are meant: those at the own desk, or all of them. */
export type Hearer = { id: string; hearsAll: boolean }

/** Moves of the clock that a person has to hear of and has not acknowledged, newest first. */
export function unseenJumps(db: Db, { id, hearsAll }: Hearer, limit: number): Promise<ClockJumpRecord[]> {
  let query = db
    .selectFrom('clockJumps')
    .leftJoin('clockJumpsSeen as mine', (join) =>
      join.onRef('mine.jumpId', '=', 'clockJumps.id').on('mine.userId', '=', id),
    )
    .selectAll('clockJumps')
    .where('mine.jumpId', 'is', null)
  if (!hearsAll) query = query.where('clockJumps.userId', '=', id)
  return query.orderBy('clockJumps.id', 'desc').limit(limit).execute()
}

/** Keeps that a person has seen these moves of the clock. */
export async function insertSeen(db: Db, userId: string, jumpIds: readonly string[], seenAt: Instant): Promise<void> {
  if (jumpIds.length === 0) return
  await db
    .insertInto('clockJumpsSeen')
    .values(jumpIds.map((jumpId) => ({ jumpId, userId, seenAt })))
    .execute()
}
