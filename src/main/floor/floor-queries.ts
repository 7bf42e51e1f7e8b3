import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type PresenceRecord = Row<'deskPresence'>

export async function presenceOf(db: Db, userId: string): Promise<PresenceRecord | undefined> {
  return db.selectFrom('deskPresence').selectAll().where('userId', '=', userId).executeTakeFirst()
}

export async function allPresences(db: Db): Promise<PresenceRecord[]> {
  return db.selectFrom('deskPresence').selectAll().execute()
}

export async function savePresence(db: Db, row: PresenceRecord): Promise<void> {
  const { state, since } = row
  await db
    .insertInto('deskPresence')
    .values(row)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ state, since }))
    .execute()
}

/** The newest entry of a person in the log. */
export async function lastEntryOf(db: Db, actorId: string): Promise<{ at: Instant; call: string } | undefined> {
  return db
    .selectFrom('audit')
    .select(['at', 'call'])
    .where('actorId', '=', actorId)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Calls that are going on, the longest first. */
export async function liveCalls(db: Db) {
  return db
    .selectFrom('calls')
    .leftJoin('members', 'members.id', 'calls.memberId')
    .select(['calls.id', 'calls.number', 'calls.state', 'calls.direction', 'calls.agentId', 'calls.startedAt'])
    .select(['calls.answeredAt', 'calls.heldSince', 'calls.endedAt', 'calls.phone', 'members.name', 'members.tier'])
    .where('calls.state', 'in', ACTIVE_CALL_STATES)
    .orderBy('calls.startedAt')
    .limit(500)
    .execute()
}

/** The cases that people's windows show, the last one last, as far as it gave a sign of life since a moment. */
export async function shownCases(db: Db, aliveSince: Instant) {
  return db
    .selectFrom('caseOpenings')
    .innerJoin('cases', 'cases.id', 'caseOpenings.caseId')
    .select(['caseOpenings.userId', 'cases.id', 'cases.number', 'cases.title', 'cases.tierAtOpening as tier'])
    .select(['cases.ownerId', 'cases.isRestricted'])
    .where('caseOpenings.beatAt', '>=', aliveSince)
    .orderBy('caseOpenings.openedAt')
    .execute()
}

/** Incoming calls since a moment, by state, verdict, tier of the member and person. */
export async function callCounts(db: Db, since: Instant) {
  const rows = await db
    .selectFrom('calls')
    .leftJoin('members', 'members.id', 'calls.memberId')
    .select(({ fn }) => [
      'calls.state',
      'calls.isInTime',
      'calls.agentId',
      'members.tier',
      fn.countAll<number>().as('count'),
    ])
    .where('calls.startedAt', '>=', since)
    .where('calls.direction', '=', 'inbound')
    .groupBy(['calls.state', 'calls.isInTime', 'calls.agentId', 'members.tier'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Open cases whose next limit ends in (from, to], by owner and tier. */
export async function dueCounts(db: Db, from: Instant, to: Instant) {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['ownerId', 'tierAtOpening', fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .where('queueAt', '>', from)
    .where('queueAt', '<=', to)
    .groupBy(['ownerId', 'tierAtOpening'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Open cases by tier, of everybody or of some people. */
export async function openByTier(db: Db) {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['ownerId', 'tierAtOpening', fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .groupBy(['ownerId', 'tierAtOpening'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Cases closed since a moment, by owner. */
export async function closedCounts(db: Db, since: Instant): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['ownerId', fn.countAll<number>().as('count')])
    .where('closedAt', '>=', since)
    .groupBy('ownerId')
    .execute()
  return new Map(rows.flatMap(({ ownerId, count }) => (ownerId === null ? [] : [[ownerId, Number(count)]])))
}

/** Average points of the judgements since a moment, by the person judged. */
export async function qualityOf(db: Db, since: Instant): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('caseReviews')
    .select(({ fn }) => ['agentId', fn.sum<number>('total').as('sum'), fn.countAll<number>().as('count')])
    .where('reviewedAt', '>=', since)
    .groupBy('agentId')
    .execute()
  return new Map(rows.map(({ agentId, sum, count }) => [agentId, Math.round((Number(sum) / Number(count)) * 10) / 10]))
}

type Owners = readonly string[] | 'nobody'

/** Ids of open cases whose next limit ends in (from, to], the first first. */
export async function dueIds(db: Db, owners: Owners, from: Instant, to: Instant, limit: number): Promise<string[]> {
  if (owners !== 'nobody' && owners.length === 0) return []
  let query = db.selectFrom('cases').select('id').where('isOpen', '=', 1)
  query = owners === 'nobody' ? query.where('ownerId', 'is', null) : query.where('ownerId', 'in', [...owners])
  const rows = await query
    .where('queueAt', '>', from)
    .where('queueAt', '<=', to)
    .orderBy('queueAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
