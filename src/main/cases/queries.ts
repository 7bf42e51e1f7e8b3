import type { LogKind } from '../../shared/cases/axes.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Day, Instant } from '../../shared/time.ts'
import type { Scope } from '../rules/access.ts'
import type { SeriesKind } from '../rules/number-series.ts'
import { saidIn } from '../rules/said.ts'
import { indexCase, indexSaid } from '../search/word-store.ts'
import { keptList } from '../store/kept.ts'
import type { Db, Row } from '../store/types.ts'
import { readable } from './in-scope.ts'

export type CaseRecord = Row<'cases'>

/** What a line of a list is made of. */
export const LINE_COLUMNS = [
  'id',
  'number',
  'kind',
  'state',
  'isOpen',
  'priority',
  'severity',
  'tierAtOpening',
  'category',
  'department',
  'channel',
  'title',
  'memberId',
  'contactName',
  'contactPhone',
  'ownerId',
  'isComplex',
  'round',
  'escalation',
  'receivedAt',
  'registeredAt',
  'closedAt',
  'nextDueAt',
  'nextClock',
  'queueAt',
  'lastSeq',
  'workflowPolicyId',
] as const satisfies readonly (keyof CaseRecord)[]

export type CaseLine = Pick<CaseRecord, (typeof LINE_COLUMNS)[number]>
export type EventRecord = Row<'caseEvents'>

/** A case that the scope lets its reader see; one that it does not is as good as missing. */
export async function findCase(db: Db, scope: Scope, id: CaseId): Promise<CaseRecord | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await readable(db, scope, [row]))[0]
}

export async function findCaseByNumber(db: Db, scope: Scope, number: string): Promise<CaseRecord | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst()
  return row && (await readable(db, scope, [row]))[0]
}

/** Cases by their ids, newest first. */
export async function casesByIds(db: Db, ids: readonly string[]): Promise<CaseRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('receivedAt', 'desc')
    .execute()
}

export async function insertCase(db: Db, row: CaseRecord): Promise<void> {
  await db.insertInto('cases').values(row).execute()
  await indexCase(db, row)
}

/** Saves a change; the case must still end with the event that the change was decided on. */
export async function updateCase(db: Db, id: string, seq: number, change: Partial<CaseRecord>): Promise<boolean> {
  const result = await db
    .updateTable('cases')
    .set(change)
    .where('id', '=', id)
    .where('lastSeq', '=', seq)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The next number of a kind on a day, given out once whoever asks at the same time (S1-22). */
export async function takeNumber(
  db: Db,
  kind: SeriesKind | 'leak' | 'improvement' | 'standard' | 'trip',
  day: Day,
): Promise<number> {
  const row = await db
    .insertInto('numberSeries')
    .values({ kind, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'day']).doUpdateSet((eb) => ({ last: eb('numberSeries.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export type NewEvent = {
  at: Instant
  actorId: string
  kind: LogKind
  fromState?: string
  toState?: string
  data: Record<string, unknown>
}

/** Adds entries to a case's log after the one with number `seq`; gives back the newest number. */
export async function appendEvents(
  db: Db,
  caseId: string,
  seq: number,
  now: Instant,
  events: readonly NewEvent[],
): Promise<number> {
  if (events.length === 0) return seq
  const rows = events.map((event, i) => ({
    caseId,
    seq: seq + 1 + i,
    at: event.at,
    recordedAt: now,
    actorId: event.actorId,
    kind: event.kind,
    fromState: event.fromState ?? null,
    toState: event.toState ?? null,
    data: JSON.stringify(event.data),
  }))
  await db.insertInto('caseEvents').values(rows).execute()
  await indexSaid(db, caseId, saidIn(rows))
  return seq + rows.length
}

export async function eventsOf(db: Db, caseId: string): Promise<EventRecord[]> {
  return db.selectFrom('caseEvents').selectAll().where('caseId', '=', caseId).orderBy('seq').execute()
}

const namesIn = keptList((db, ids: string[]) => db.selectFrom('users').select(['id', 'name']).where('id', 'in', ids))

/** The names of people by id; whoever is asked for as null is left out. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await namesIn(db, [...new Set(ids.filter((id) => id !== null))])
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function findHandler(
  db: Db,
  id: string,
): Promise<Pick<Row<'users'>, 'id' | 'name' | 'role' | 'status'> | undefined> {
  return db.selectFrom('users').select(['id', 'name', 'role', 'status']).where('id', '=', id).executeTakeFirst()
}

export type CaseMember = Pick<Row<'members'>, 'id' | 'cardNo' | 'name' | 'mobile' | 'email' | 'wechat' | 'tier'>

export async function findMember(db: Db, id: string): Promise<CaseMember | undefined> {
  return db
    .selectFrom('members')
    .select(['id', 'cardNo', 'name', 'mobile', 'email', 'wechat', 'tier'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type CaseCall = Pick<Row<'calls'>, 'id' | 'number' | 'phone' | 'callerName' | 'memberId'>

export async function findCall(db: Db, id: string): Promise<CaseCall | undefined> {
  return db
    .selectFrom('calls')
    .select(['id', 'number', 'phone', 'callerName', 'memberId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type CaseFlight = Pick<Row<'flights'>, 'id' | 'flightNo' | 'day' | 'origin' | 'destination'>

export async function findFlight(db: Db, id: string): Promise<CaseFlight | undefined> {
  return db
    .selectFrom('flights')
    .select(['id', 'flightNo', 'day', 'origin', 'destination'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findFlightByDay(db: Db, flightNo: string, day: Day): Promise<CaseFlight | undefined> {
  return db
    .selectFrom('flights')
    .select(['id', 'flightNo', 'day', 'origin', 'destination'])
    .where('flightNo', '=', flightNo)
    .where('day', '=', day)
    .executeTakeFirst()
}

/** Cases of one person since a moment, newest first: what a new one may repeat (S1-10). */
export async function recentCases(
  db: Db,
  who: { memberId: string | null; digits: string },
  since: Instant,
): Promise<CaseRecord[]> {
  const byMember =
    who.memberId === null
      ? []
      : await db
          .selectFrom('cases')
          .selectAll()
          .where('memberId', '=', who.memberId)
          .where('receivedAt', '>=', since)
          .orderBy('receivedAt', 'desc')
          .limit(50)
          .execute()
  const byPhone =
    who.digits === ''
      ? []
      : await db
          .selectFrom('cases')
          .selectAll()
          .where('contactDigits', '=', who.digits)
          .where('receivedAt', '>=', since)
          .orderBy('receivedAt', 'desc')
          .limit(50)
          .execute()
  const known = new Set(byMember.map((row) => row.id))
  return [...byMember, ...byPhone.filter((row) => !known.has(row.id))].sort((a, b) => b.receivedAt - a.receivedAt)
}

/** The newest cases about one flight, whoever was on it. */
export async function casesOnFlight(db: Db, flightNo: string, day: Day): Promise<CaseRecord[]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('flightNo', '=', flightNo)
    .where('flightDay', '=', day)
    .orderBy('receivedAt', 'desc')
    .limit(50)
    .execute()
}

/** Cases about the same matter, in either direction of the link. */
export async function relatedCases(db: Db, row: CaseRecord): Promise<CaseRecord[]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where((eb) => eb.or([eb('relatedCaseId', '=', row.id), eb('id', '=', row.relatedCaseId ?? '')]))
    .orderBy('receivedAt')
    .limit(50)
    .execute()
}
