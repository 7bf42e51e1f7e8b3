import type { Instant } from '../../shared/time.ts'
import { keepTotals } from '../kpi/keep.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type InvitationRecord = Row<'surveyInvitations'>
export type AnswerRecord = Row<'surveyAnswers'>

export async function insertInvitations(db: Db, rows: readonly InvitationRecord[]): Promise<void> {
  for (const part of parts(rows, 200)) await db.insertInto('surveyInvitations').values(part).execute()
}

export async function updateInvitation(db: Db, id: string, change: Partial<InvitationRecord>): Promise<void> {
  await db.updateTable('surveyInvitations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findInvitation(db: Db, id: string): Promise<InvitationRecord | undefined> {
  return db.selectFrom('surveyInvitations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findByRef(db: Db, ref: string): Promise<InvitationRecord | undefined> {
  return db.selectFrom('surveyInvitations').selectAll().where('ref', '=', ref).executeTakeFirst()
}

export async function invitationsOfCase(db: Db, caseId: string): Promise<InvitationRecord[]> {
  return db
    .selectFrom('surveyInvitations')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

export async function invitationsOfCall(db: Db, callId: string): Promise<InvitationRecord[]> {
  return db.selectFrom('surveyInvitations').selectAll().where('callId', '=', callId).orderBy('askedAt').execute()
}

export async function insertAttempt(db: Db, row: Row<'surveyAttempts'>): Promise<void> {
  await db.insertInto('surveyAttempts').values(row).execute()
}

export async function insertAnswer(db: Db, row: AnswerRecord): Promise<void> {
  const write = async () => {
    await db.insertInto('surveyAnswers').values(row).execute()
  }
  return row.callId === null ? write() : keepTotals(db, row.callId, write)
}

export async function updateAnswer(db: Db, id: string, change: Partial<AnswerRecord>): Promise<void> {
  await db.updateTable('surveyAnswers').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

const listing = (db: Db) =>
  db
    .selectFrom('surveyAnswers')
    .innerJoin('surveyInvitations', 'surveyInvitations.id', 'surveyAnswers.invitationId')
    .leftJoin('cases', 'cases.id', 'surveyAnswers.caseId')
    .selectAll('surveyAnswers')
    .select(['surveyInvitations.ref', 'cases.number as caseNumber', 'cases.ownerId as caseOwnerId'])

export type ListedAnswer = Awaited<ReturnType<typeof answersOfCase>>[number]

export async function answersOfCase(db: Db, caseId: string) {
  return listing(db)
    .where('surveyAnswers.caseId', '=', caseId)
    .orderBy('surveyAnswers.answeredAt', 'desc')
    .orderBy('surveyAnswers.id')
    .execute()
}

export async function findAnswer(db: Db, id: string): Promise<ListedAnswer | undefined> {
  return listing(db).where('surveyAnswers.id', '=', id).executeTakeFirst()
}

export type AnswerFilter = {
  scope: AnswerRecord['scope']
  show: 'all' | 'waiting' | 'decided'
  from: Instant
  to: Instant
  agentId: string | null
  limit: number
}

export async function listAnswers(db: Db, { scope, show, from, to, agentId, limit }: AnswerFilter) {
  let query = listing(db)
    .where('surveyAnswers.scope', '=', scope)
    .where('surveyAnswers.answeredAt', '>=', from)
    .where('surveyAnswers.answeredAt', '<', to)
  if (agentId !== null) query = query.where('surveyAnswers.agentId', '=', agentId)
  if (show !== 'all') query = query.where('surveyAnswers.isPoor', '=', 1)
  if (show === 'waiting') query = query.where('surveyAnswers.decidedAt', 'is', null)
  if (show === 'decided') query = query.where('surveyAnswers.decidedAt', 'is not', null)
  return query.orderBy('surveyAnswers.answeredAt', 'desc').orderBy('surveyAnswers.id').limit(limit).execute()
}

/** Poor answers that nobody has decided about: of a scope, or of one case. */
export async function countWaiting(db: Db, of: { scope: AnswerRecord['scope'] } | { caseId: string }): Promise<number> {
  let query = db
    .selectFrom('surveyAnswers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('isPoor', '=', 1)
    .where('decidedAt', 'is', null)
  query = 'scope' in of ? query.where('scope', '=', of.scope) : query.where('caseId', '=', of.caseId)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** The newest word of a member on surveys. */
export async function surveyConsent(db: Db, memberId: string): Promise<boolean | null> {
  const row = await db
    .selectFrom('consents')
    .select('given')
    .where('memberId', '=', memberId)
    .where('purpose', '=', 'survey')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? row.given === 1 : null
}

export async function insertRefusal(db: Db, row: { id: string; memberId: string; at: Instant; actorId: string }) {
  await db
    .insertInto('consents')
    .values({ ...row, purpose: 'survey', given: 0, channel: 'telephone' })
    .execute()
}

export async function findCall(db: Db, id: string): Promise<Row<'calls'> | undefined> {
  return db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findTier(db: Db, memberId: string): Promise<Row<'members'>['tier']> {
  const row = await db.selectFrom('members').select('tier').where('id', '=', memberId).executeTakeFirst()
  return row?.tier ?? 'none'
}

/** The name of the person asked. */
export async function nameOfAsked(db: Db, { caseId, callId, memberId }: InvitationRecord) {
  if (memberId !== null) {
    const member = await db.selectFrom('members').select('name').where('id', '=', memberId).executeTakeFirst()
    if (member) return member.name
  }
  if (caseId !== null) {
    const row = await db.selectFrom('cases').select('contactName').where('id', '=', caseId).executeTakeFirst()
    return row?.contactName ?? ''
  }
  if (callId === null) return ''
  return (await findCall(db, callId))?.callerName ?? ''
}

/** Numbers of cases and of their newest entries. */
export async function seqsOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { number: string; lastSeq: number }>> {
  const found = new Map<string, { number: string; lastSeq: number }>()
  for (const part of parts([...new Set(ids)])) {
    const rows = await db.selectFrom('cases').select(['id', 'number', 'lastSeq']).where('id', 'in', part).execute()
    for (const { id, number, lastSeq } of rows) found.set(id, { number, lastSeq })
  }
  return found
}
