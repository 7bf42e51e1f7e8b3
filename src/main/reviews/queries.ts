import type { ReviewState } from '../../shared/reviews/words.ts'
import type { Db, Row } from '../store/types.ts'

export type ReviewRecord = Row<'caseReviews'>
export type ActionRecord = Row<'reviewActions'>

export async function insertReview(db: Db, row: ReviewRecord): Promise<void> {
  await db.insertInto('caseReviews').values(row).execute()
}

export async function updateReview(db: Db, id: string, change: Partial<ReviewRecord>): Promise<void> {
  await db.updateTable('caseReviews').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findReview(db: Db, id: string): Promise<ReviewRecord | undefined> {
  return db.selectFrom('caseReviews').selectAll().where('id', '=', id).executeTakeFirst()
}

type Filter = {
  agentId?: string | undefined
  month?: string | undefined
  state?: ReviewState | undefined
  caseId?: string | undefined
  callId?: string | undefined
}

/** Judgements, newest first. */
export async function listReviews(db: Db, filter: Filter, limit: number): Promise<ReviewRecord[]> {
  let query = db.selectFrom('caseReviews').selectAll()
  if (filter.agentId !== undefined) query = query.where('agentId', '=', filter.agentId)
  if (filter.month !== undefined) query = query.where('month', '=', filter.month)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.caseId !== undefined) query = query.where('caseId', '=', filter.caseId)
  if (filter.callId !== undefined) query = query.where('callId', '=', filter.callId)
  return query.orderBy('reviewedAt', 'desc').orderBy('id').limit(limit).execute()
}

/** All judgements that count in a month. */
export async function reviewsOfMonth(db: Db, month: string, agentId: string | undefined): Promise<ReviewRecord[]> {
  let query = db.selectFrom('caseReviews').selectAll().where('month', '=', month)
  if (agentId !== undefined) query = query.where('agentId', '=', agentId)
  return query.orderBy('reviewedAt').execute()
}

export async function insertAction(db: Db, row: ActionRecord): Promise<void> {
  await db.insertInto('reviewActions').values(row).execute()
}

export async function updateAction(db: Db, id: string, change: Partial<ActionRecord>): Promise<void> {
  await db.updateTable('reviewActions').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findAction(db: Db, id: string): Promise<ActionRecord | undefined> {
  return db.selectFrom('reviewActions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function actionsOf(db: Db, reviewIds: readonly string[]): Promise<ActionRecord[]> {
  if (reviewIds.length === 0) return []
  return db
    .selectFrom('reviewActions')
    .selectAll()
    .where('reviewId', 'in', [...reviewIds])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Everybody who ever had a case in hand, by case: as its owner or as the one who registered it. */
export async function handlersOf(db: Db, caseIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const by = new Map<string, Set<string>>()
  const add = (caseId: string, person: unknown) => {
    if (typeof person !== 'string') return
    by.set(caseId, (by.get(caseId) ?? new Set()).add(person))
  }
  for (let i = 0; i < caseIds.length; i += STEP) {
    const ids = caseIds.slice(i, i + STEP)
    const rows = await db.selectFrom('cases').select(['id', 'ownerId', 'registeredBy']).where('id', 'in', ids).execute()
    for (const { id, ownerId, registeredBy } of rows) for (const one of [ownerId, registeredBy]) add(id, one)
    const moves = await db
      .selectFrom('caseEvents')
      .select(['caseId', 'data'])
      .where('caseId', 'in', ids)
      .where('kind', '=', 'assigned')
      .execute()
    for (const { caseId, data } of moves) {
      const { from, to } = JSON.parse(data) as { from?: unknown; to?: unknown }
      for (const one of [from, to]) add(caseId, one)
    }
  }
  return by
}

const STEP = 400
