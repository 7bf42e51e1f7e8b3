import type { Db, Row } from '../store/types.ts'

export type SessionRecord = Row<'deskSessions'>

export async function insertSession(db: Db, row: SessionRecord): Promise<void> {
  await db.insertInto('deskSessions').values(row).execute()
}

export async function findSession(db: Db, id: string): Promise<SessionRecord | undefined> {
  return db.selectFrom('deskSessions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function isSessionEnded(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('deskSessions').select('endedAt').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.endedAt !== null
}

type End = { endedAt: number; endedHow: string; endedBy: string | null }

/** Ends a session unless it is over already; answers whether it was running. */
export async function endOne(db: Db, id: string, end: End): Promise<boolean> {
  const done = await db
    .updateTable('deskSessions')
    .set(end)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** Ends every session that still seems to run. */
export async function endAll(db: Db, end: End): Promise<void> {
  await db.updateTable('deskSessions').set(end).where('endedAt', 'is', null).execute()
}

type SessionFilter = {
  userId: string | null
  isOpenOnly: boolean
  before: { at: number; id: string } | undefined
  limit: number
}

/** Sign-ins, newest first; of one person, or of everybody. */
export async function listSessions(db: Db, { userId, isOpenOnly, before, limit }: SessionFilter) {
  let query = db.selectFrom('deskSessions').selectAll().orderBy('startedAt', 'desc').orderBy('id', 'desc').limit(limit)
  if (userId !== null) query = query.where('userId', '=', userId)
  if (isOpenOnly) query = query.where('endedAt', 'is', null)
  if (before)
    query = query.where((eb) =>
      eb.or([eb('startedAt', '<', before.at), eb.and([eb('startedAt', '=', before.at), eb('id', '<', before.id)])]),
    )
  return query.execute()
}
