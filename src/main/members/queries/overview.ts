import { MOODS, type Mood } from '../../../shared/cases/moods.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { MemberPromise } from '../../../shared/members/overview.ts'
import { DAY, type Instant } from '../../../shared/time.ts'
import type { Scope } from '../../rules/access.ts'
import { COUNTING } from '../../rules/compensation-flow.ts'
import { COMPLAINT_DAYS } from '../../rules/member-warnings.ts'
import type { Db } from '../../store/types.ts'
import { inScope } from './scoped.ts'

type Ids = readonly string[]

/** When a person complained lately, newest first. */
export async function recentComplaints(db: Db, scope: Scope, ids: Ids, now: Instant): Promise<Instant[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['receivedAt', 'kind'])
    .where('memberId', 'in', [...ids])
    .where('receivedAt', '>', now - COMPLAINT_DAYS * DAY - DAY)
    .where((eb) => inScope(eb, scope))
    .orderBy('receivedAt', 'desc')
    .execute()
  // Asked of the store, the kind would let it read every complaint of those days instead of this person's few cases.
  return rows.flatMap(({ receivedAt, kind }) => (kind === 'complaint' ? [receivedAt] : []))
}

/** What a person was or is about to be given. */
export async function compensationOf(db: Db, ids: Ids): Promise<{ count: number; fen: number; miles: number }> {
  const row = await db
    .selectFrom('compensations')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('amountFen').as('fen'),
      fn.sum<number | null>('miles').as('miles'),
    ])
    .where('memberId', 'in', [...ids])
    .where('status', 'in', COUNTING)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), fen: Number(row.fen ?? 0), miles: Number(row.miles ?? 0) }
}

const SHOWN_PROMISES = 20

/** What was promised to a person and is not done, the nearest first. */
export async function promisesTo(db: Db, scope: Scope, ids: Ids): Promise<MemberPromise[]> {
  const rows = await db
    .selectFrom('followUps')
    .leftJoin('cases', 'cases.id', 'followUps.caseId')
    .leftJoin('users', 'users.id', 'followUps.ownerId')
    .select(['followUps.id', 'followUps.text', 'followUps.dueAt', 'followUps.caseId'])
    .select(['users.name as ownerName', 'cases.number as caseNumber'])
    .where('followUps.memberId', 'in', [...ids])
    .where('followUps.doneAt', 'is', null)
    .where((eb) => eb.or([eb('followUps.caseId', 'is', null), inScope(eb, scope)]))
    .orderBy('followUps.dueAt')
    .orderBy('followUps.id')
    .limit(SHOWN_PROMISES)
    .execute()
  return rows.map(({ ownerName, caseId, ...row }) => ({
    ...row,
    caseId: caseId as CaseId | null,
    ownerName: ownerName ?? '',
  }))
}

/** How the customer felt in each of these cases, as a person noted it last. */
export async function moodsOf(db: Db, caseIds: Ids): Promise<Map<string, Mood>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('caseEvents')
    .select(['caseId', 'data'])
    .where('caseId', 'in', [...caseIds])
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
  const moods = new Map<string, Mood>()
  for (const { caseId, data } of rows) {
    const { recorded } = JSON.parse(data) as { recorded?: { mood?: unknown } }
    const mood = MOODS.find((one) => one === recorded?.mood)
    if (mood) moods.set(caseId, mood)
  }
  return moods
}

/** The newest answer about each of these calls, 1 to 5. */
export async function answersOf(db: Db, ids: Ids): Promise<{ calls: Map<string, number>; cases: Map<string, number> }> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['callId', 'caseId', 'overall', 'result', 'agent', 'answeredAt'])
    .where('memberId', 'in', [...ids])
    .execute()
  const calls = new Map<string, number>()
  const cases = new Map<string, number>()
  for (const { callId, caseId, overall, result, agent } of rows.sort((a, b) => a.answeredAt - b.answeredAt)) {
    const value = overall ?? result ?? agent
    if (value === null) continue
    if (callId !== null) calls.set(callId, value)
    if (caseId !== null) cases.set(caseId, value)
  }
  return { calls, cases }
}

/** The cases that came of these calls. */
export async function casesOfCalls(db: Db, scope: Scope, callIds: Ids): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'callId'])
    .where('callId', 'in', [...callIds])
    .where((eb) => inScope(eb, scope))
    .execute()
  return new Map(rows.flatMap(({ id, callId }) => (callId === null ? [] : [[callId, id] as const])))
}

/** The last rows of each kind of contact of a person. */
export async function lastCalls(db: Db, ids: Ids, limit: number) {
  return db
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'calls.agentId')
    .select(['calls.id', 'number', 'startedAt as at', 'state', 'resultCode', 'question as text', 'users.name as who'])
    .where('memberId', 'in', [...ids])
    .orderBy('startedAt', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(limit)
    .execute()
}

export async function lastCases(db: Db, scope: Scope, ids: Ids, limit: number) {
  return db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.ownerId')
    .select(['cases.id', 'number', 'receivedAt as at', 'kind', 'callId', 'cases.title as text', 'users.name as who'])
    .where('memberId', 'in', [...ids])
    .where((eb) => inScope(eb, scope))
    .orderBy('receivedAt', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .execute()
}

export async function lastMessages(db: Db, ids: Ids, limit: number) {
  return db
    .selectFrom('messages')
    .leftJoin('users', 'users.id', 'messages.createdBy')
    .select(['messages.id', 'messages.createdAt as at', 'subject', 'body', 'caseId', 'users.name as who'])
    .where('memberId', 'in', [...ids])
    .where('state', 'in', ['handedOver', 'sent'])
    .orderBy('messages.createdAt', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(limit)
    .execute()
}

export async function lastCare(db: Db, ids: Ids, limit: number) {
  return db
    .selectFrom('careContacts')
    .leftJoin('users', 'users.id', 'careContacts.doneBy')
    .select(['careContacts.id', 'doneAt as at', 'reason', 'opinions', 'effect', 'caseId', 'users.name as who'])
    .where('memberId', 'in', [...ids])
    .where('state', '=', 'done')
    .where('isReached', '=', 1)
    .orderBy('plannedAt', 'desc')
    .orderBy('careContacts.id', 'desc')
    .limit(limit)
    .execute()
}

/** Companies a person travels for now. */
export async function companiesOf(db: Db, ids: Ids): Promise<string[]> {
  const rows = await db
    .selectFrom('companyTravellers')
    .innerJoin('companies', 'companies.id', 'companyTravellers.companyId')
    .select('companies.name')
    .where('companyTravellers.memberId', 'in', [...ids])
    .where('endedDay', 'is', null)
    .execute()
  return [...new Set(rows.map(({ name }) => name))]
}

/** Members of some ids, as rows. */
export async function membersByIds(db: Db, ids: Ids) {
  return db
    .selectFrom('members')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}
