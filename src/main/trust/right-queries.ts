import type { MemberId } from '../../shared/ids.ts'
import { kept } from '../store/kept.ts'
import type { Db, Row } from '../store/types.ts'

export type AuthorisationRecord = Row<'authorisations'>
export type ReviewRecord = Row<'authorisationReviews'>

// Asked before every call of an agent or a lead.
const heldBy = kept((db, at: { userId: string; now: number }) =>
  db
    .selectFrom('authorisations')
    .select(['kind', 'caseId', 'memberId', 'fromAt', 'untilAt', 'endedAt'])
    .where('userId', '=', at.userId)
    .where('untilAt', '>', at.now),
)

/** What one person holds that has not run out; whether it holds now is the rule's to say. */
export async function heldNow(db: Db, userId: string, now: number) {
  return heldBy(db, { userId, now })
}

/** Whatever lets somebody read restricted cases and has not run out; whether it holds now is the rule's to say. */
export async function readingRights(db: Db, now: number) {
  return db
    .selectFrom('authorisations')
    .select(['userId', 'caseId', 'fromAt', 'untilAt', 'endedAt'])
    .where('untilAt', '>', now)
    .where((eb) => eb.or([eb('kind', '=', 'restrictedCases'), eb('caseId', 'is not', null)]))
    .orderBy('fromAt')
    .execute()
}

export async function findAuthorisation(db: Db, id: string): Promise<AuthorisationRecord | undefined> {
  return db.selectFrom('authorisations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAuthorisation(db: Db, row: AuthorisationRecord): Promise<void> {
  await db.insertInto('authorisations').values(row).execute()
}

export async function updateAuthorisation(db: Db, id: string, change: Partial<AuthorisationRecord>): Promise<void> {
  await db.updateTable('authorisations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

const SHOWN = 300

/** Authorisations, those that end last first: of one person or everybody; what is over only when asked for. */
export async function listAuthorisations(db: Db, userId: string | null, after: number): Promise<AuthorisationRecord[]> {
  let query = db.selectFrom('authorisations').selectAll().where('untilAt', '>', after).limit(SHOWN)
  if (userId !== null) query = query.where('userId', '=', userId)
  return query.orderBy('untilAt', 'desc').orderBy('id').execute()
}

/** Those whose review has come due. */
export async function dueForReview(db: Db, now: number): Promise<AuthorisationRecord[]> {
  return db
    .selectFrom('authorisations')
    .selectAll()
    .where('reviewAt', '<=', now)
    .orderBy('reviewAt')
    .limit(SHOWN)
    .execute()
}

export async function insertReview(db: Db, row: ReviewRecord): Promise<void> {
  await db.insertInto('authorisationReviews').values(row).execute()
}

/** Reviews of some authorisations, oldest first. */
export async function reviewsOf(db: Db, ids: readonly string[]): Promise<ReviewRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('authorisationReviews')
    .selectAll()
    .where('authorisationId', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Open restricted cases that nobody has: no role reads them, so a manager has to give them to somebody (S2-10). */
export async function countUnhandled(db: Db): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('isOpen', '=', 1)
    .where('ownerId', 'is', null)
    .where('isRestricted', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A case by its number, with what decides whether a person reads it already. */
export async function caseFactsByNumber(db: Db, number: string) {
  return db
    .selectFrom('cases')
    .select(['id', 'isRestricted', 'memberId'])
    .where('number', '=', number)
    .executeTakeFirst()
}

/** The card numbers of members, by their ids. */
export async function cardsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'cardNo'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, cardNo }) => [id, cardNo]))
}

export async function caseNumbersOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The id of a member whose file is there. */
export function findMemberId(db: Db, id: MemberId): Promise<{ id: string } | undefined> {
  return db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()
}
