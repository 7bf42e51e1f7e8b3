import type { SampleRule } from '../../shared/reviews/audits.ts'
import type { AlwaysTaken } from '../../shared/reviews/words.ts'
import type { Instant } from '../../shared/time.ts'
import { type Drawable, MOST_DRAWABLE } from '../rules/review-sample.ts'
import type { Db, Row } from '../store/types.ts'
import { handlersOf } from './queries.ts'

export type AuditRecord = Row<'reviewAudits'>
export type ItemRecord = Row<'reviewAuditItems'>

export async function insertAudit(db: Db, row: AuditRecord): Promise<void> {
  await db.insertInto('reviewAudits').values(row).execute()
}

export async function updateAudit(db: Db, id: string, change: Partial<AuditRecord>): Promise<void> {
  await db.updateTable('reviewAudits').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findAudit(db: Db, id: string): Promise<AuditRecord | undefined> {
  return db.selectFrom('reviewAudits').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Audits, the newest plan first; without their populations, which are long. */
export async function listAudits(db: Db, limit: number): Promise<AuditRecord[]> {
  const rows = await db
    .selectFrom('reviewAudits')
    .select([
      ...(['id', 'title', 'state', 'subject', 'plannedDay', 'fromDay', 'toDay', 'auditorId', 'rule', 'seed'] as const),
      ...(['populationSize', 'drawnAt', 'drawnBy', 'conclusion', 'closedAt', 'closedBy'] as const),
      ...(['createdAt', 'createdBy'] as const),
    ])
    .orderBy('plannedDay', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, population: null }))
}

export async function insertItems(db: Db, rows: readonly ItemRecord[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('reviewAuditItems')
      .values(rows.slice(i, i + 500))
      .execute()
}

export async function itemsOf(db: Db, auditIds: readonly string[]): Promise<ItemRecord[]> {
  if (auditIds.length === 0) return []
  return db
    .selectFrom('reviewAuditItems')
    .selectAll()
    .where('auditId', 'in', [...auditIds])
    .orderBy('auditId')
    .orderBy('place')
    .execute()
}

export async function findItem(db: Db, id: string): Promise<ItemRecord | undefined> {
  return db.selectFrom('reviewAuditItems').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateItem(db: Db, id: string, change: Partial<ItemRecord>): Promise<void> {
  await db.updateTable('reviewAuditItems').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

type Period = { from: Instant; to: Instant }

/** Cases of these kinds closed in a period that the auditor never had in hand; one more than can be drawn from at most. */
export async function closedCases(
  db: Db,
  { from, to }: Period,
  kinds: SampleRule['kinds'],
  auditorId: string,
): Promise<Drawable[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'ownerId', 'severity', 'round', 'escalation'])
    .where('kind', 'in', kinds)
    .where('closedAt', '>=', from)
    .where('closedAt', '<', to)
    .limit(MOST_DRAWABLE + 1)
    .execute()
  const handlers = await handlersOf(
    db,
    rows.map(({ id }) => id),
  )
  const late = await lateCases(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, number, ownerId, severity, round, escalation }) => {
    if (ownerId === null || handlers.get(id)?.has(auditorId)) return []
    const marks: AlwaysTaken[] = []
    if (severity !== 'general') marks.push('major')
    if (round > 1) marks.push('reopened')
    if (late.has(id)) marks.push('late')
    if (escalation > 1) marks.push('escalated')
    return [{ id, number, agentId: ownerId, marks }]
  })
}

async function lateCases(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const late = new Set<string>()
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom('clocks')
      .select('caseId')
      .where('caseId', 'in', ids.slice(i, i + 400))
      .where('breachedAt', 'is not', null)
      .execute()
    for (const { caseId } of rows) late.add(caseId)
  }
  return late
}

/** Finished calls of a period that the auditor did not speak in. */
export async function finishedCalls(db: Db, { from, to }: Period, auditorId: string): Promise<Drawable[]> {
  const rows = await db
    .selectFrom('calls')
    .select(['id', 'number', 'agentId', 'isInTime'])
    .where('state', '=', 'done')
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .limit(MOST_DRAWABLE + 1)
    .execute()
  return rows.flatMap(({ id, number, agentId, isInTime }) =>
    agentId === null || agentId === auditorId
      ? []
      : [{ id, number, agentId, marks: isInTime === 0 ? ['late' as const] : [] }],
  )
}

/** Totals of judgements by id. */
export async function totalsOf(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('caseReviews')
    .select(['id', 'total'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, total }) => [id, total]))
}
