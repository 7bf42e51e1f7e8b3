import { SHIPPED_SCHEME } from '../../shared/scorecards/scheme.ts'
import type { Db, Row } from '../store/types.ts'

export type RoundRecord = Row<'scorecardRounds'>
export type CardRecord = Row<'scorecards'>
export type ChangeRecord = Row<'scorecardChanges'>
export type SchemeRecord = Omit<Row<'scorecardSchemes'>, 'savedAt' | 'savedBy' | 'fromMonth'> & {
  fromMonth: string | null
  savedAt: number | null
  savedBy: string | null
}

/** What comes with the product stands before every version that somebody saved. */
const SHIPPED: SchemeRecord = {
  version: 1,
  fromMonth: null,
  body: JSON.stringify(SHIPPED_SCHEME),
  reason: '',
  savedAt: null,
  savedBy: null,
}

/** Every version, the newest first. */
export async function listSchemes(db: Db): Promise<SchemeRecord[]> {
  const rows = await db.selectFrom('scorecardSchemes').selectAll().orderBy('version', 'desc').execute()
  return [...rows, SHIPPED]
}

/** S3-102: the scheme that counts for a month: of those that begin no later, the one that begins last. */
export async function schemeFor(db: Db, month: string): Promise<SchemeRecord> {
  const row = await db
    .selectFrom('scorecardSchemes')
    .selectAll()
    .where('fromMonth', '<=', month)
    .orderBy('fromMonth', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? SHIPPED
}

export async function insertScheme(db: Db, row: Row<'scorecardSchemes'>): Promise<void> {
  await db.insertInto('scorecardSchemes').values(row).execute()
}

export async function listRounds(db: Db): Promise<RoundRecord[]> {
  return db.selectFrom('scorecardRounds').selectAll().orderBy('month', 'desc').execute()
}

export async function findRound(db: Db, month: string): Promise<RoundRecord | undefined> {
  return db.selectFrom('scorecardRounds').selectAll().where('month', '=', month).executeTakeFirst()
}

export async function roundById(db: Db, id: string): Promise<RoundRecord> {
  return db.selectFrom('scorecardRounds').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertRound(db: Db, row: RoundRecord): Promise<void> {
  await db.insertInto('scorecardRounds').values(row).execute()
}

export async function updateRound(db: Db, id: string, change: Partial<RoundRecord>): Promise<void> {
  await db.updateTable('scorecardRounds').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertCards(db: Db, rows: readonly CardRecord[]): Promise<void> {
  await db.insertInto('scorecards').values(rows).execute()
}

export async function cardsOf(db: Db, roundId: string): Promise<CardRecord[]> {
  return db.selectFrom('scorecards').selectAll().where('roundId', '=', roundId).orderBy('userId').execute()
}

export async function cardsOfPerson(db: Db, userId: string): Promise<CardRecord[]> {
  return db.selectFrom('scorecards').selectAll().where('userId', '=', userId).execute()
}

export async function cardsByLead(db: Db, leadId: string): Promise<CardRecord[]> {
  return db.selectFrom('scorecards').selectAll().where('leadId', '=', leadId).execute()
}

export async function findCard(db: Db, id: string): Promise<CardRecord | undefined> {
  return db.selectFrom('scorecards').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Changes what does not collide with anybody's editing: numbers that were counted again, reminders. */
export async function touchCard(db: Db, id: string, change: Partial<CardRecord>): Promise<void> {
  await db.updateTable('scorecards').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Changes the person's own part that is still as the caller saw it; false when somebody was faster. */
export async function updateSelf(db: Db, id: string, selfSeq: number, change: Partial<CardRecord>): Promise<boolean> {
  const done = await db
    .updateTable('scorecards')
    .set({ ...change, selfSeq: selfSeq + 1 })
    .where('id', '=', id)
    .where('selfSeq', '=', selfSeq)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Changes a card that is still as the caller saw it; false when somebody was faster. */
export async function updateCard(db: Db, id: string, seq: number, change: Partial<CardRecord>): Promise<boolean> {
  const done = await db
    .updateTable('scorecards')
    .set({ ...change, seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function changesOf(db: Db, cardIds: readonly string[]): Promise<ChangeRecord[]> {
  if (cardIds.length === 0) return []
  return db
    .selectFrom('scorecardChanges')
    .selectAll()
    .where('cardId', 'in', cardIds)
    .orderBy('cardId')
    .orderBy('seq')
    .execute()
}

export async function insertChange(db: Db, row: ChangeRecord): Promise<void> {
  await db.insertInto('scorecardChanges').values(row).execute()
}

export type Person = Pick<Row<'users'>, 'id' | 'login' | 'name' | 'role' | 'status' | 'leadId' | 'createdAt'> & {
  /** When the person left the team of which lead for another, in the order of time. */
  leftTeams: { leadId: string; at: number }[]
}

/** Everybody who works or worked at the desk. */
export async function listPeople(db: Db): Promise<Person[]> {
  const moves = await db
    .selectFrom('teamMoves')
    .select(['userId', 'fromLeadId', 'at'])
    .where('fromLeadId', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const people = await db
    .selectFrom('users')
    .select(['id', 'login', 'name', 'role', 'status', 'leadId', 'createdAt'])
    .orderBy('login')
    .execute()
  const byPerson = Map.groupBy(moves, ({ userId }) => userId)
  return people.map((person) => ({
    ...person,
    leftTeams: (byPerson.get(person.id) ?? []).flatMap(({ fromLeadId, at }) =>
      fromLeadId === null ? [] : [{ leadId: fromLeadId, at }],
    ),
  }))
}

/** Points of the frozen cards of some months. */
export async function frozenCards(db: Db, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db
    .selectFrom('scorecards')
    .select(['id', 'userId', 'frozenTotal', 'frozenGrade'])
    .where('roundId', 'in', roundIds)
    .where('frozenTotal', 'is not', null)
    .execute()
}

/** How often each person was commended since a moment. */
export async function countCommendations(db: Db, since: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('commendations')
    .select((eb) => ['userId', eb.fn.countAll<number>().as('count')])
    .where('givenAt', '>=', since)
    .groupBy('userId')
    .execute()
  return new Map(rows.map(({ userId, count }) => [userId, Number(count)]))
}
