import type { Consult } from '../../shared/calls/waiting.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertConsult(db: Db, row: Row<'callConsults'>): Promise<void> {
  await db.insertInto('callConsults').values(row).execute()
}

export async function findOpenConsult(db: Db, callId: string): Promise<Row<'callConsults'> | undefined> {
  return db
    .selectFrom('callConsults')
    .selectAll()
    .where('callId', '=', callId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

export async function closeConsult(db: Db, id: string, endedAt: Instant, answer: string): Promise<void> {
  await db.updateTable('callConsults').set({ endedAt, answer }).where('id', '=', id).execute()
}

/** Who was asked during a call, in order. */
export async function listConsults(db: Db, callId: string): Promise<Consult[]> {
  const rows = await db
    .selectFrom('callConsults')
    .select(['id', 'askedId', 'asked', 'question', 'startedAt', 'endedAt', 'answer'])
    .where('callId', '=', callId)
    .orderBy('startedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, askedId: row.askedId as UserId | null }))
}
