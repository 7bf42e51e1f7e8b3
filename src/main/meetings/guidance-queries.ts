import type { StaffFigures } from '../../shared/meetings/guidance.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type GuidanceRecord = Row<'guidance'>

export async function insertGuidance(db: Db, row: GuidanceRecord): Promise<void> {
  await db.insertInto('guidance').values(row).execute()
}

export async function findGuidance(db: Db, id: string): Promise<GuidanceRecord | undefined> {
  return db.selectFrom('guidance').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateGuidance(db: Db, id: string, change: Partial<GuidanceRecord>): Promise<void> {
  await db.updateTable('guidance').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Whoever asks sees what is about them, what they wrote, and what is about the people who report to them. */
export type GuidanceFilter = {
  viewer: { id: string; seesAll: boolean }
  userId: string | null
  kind: GuidanceRecord['kind'] | null
  limit: number
}

export async function listGuidance(db: Db, { viewer, userId, kind, limit }: GuidanceFilter): Promise<GuidanceRecord[]> {
  let query = db.selectFrom('guidance').selectAll()
  if (!viewer.seesAll)
    query = query.where((eb) =>
      eb.or([
        eb('userId', '=', viewer.id),
        eb('byId', '=', viewer.id),
        eb('userId', 'in', eb.selectFrom('users').select('id').where('leadId', '=', viewer.id)),
      ]),
    )
  if (userId !== null) query = query.where('userId', '=', userId)
  if (kind !== null) query = query.where('kind', '=', kind)
  return query.orderBy('day', 'desc').orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute()
}

/** What stands beside an entry: the number of its case, the title of its training. */
export async function besides(db: Db, rows: readonly GuidanceRecord[]) {
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? [])
  const trainingIds = rows.flatMap(({ trainingId }) => trainingId ?? [])
  const cases =
    caseIds.length === 0
      ? []
      : await db.selectFrom('cases').select(['id', 'number']).where('id', 'in', caseIds).execute()
  const trainings =
    trainingIds.length === 0
      ? []
      : await db.selectFrom('trainings').select(['id', 'title']).where('id', 'in', trainingIds).execute()
  return {
    numbers: new Map(cases.map(({ id, number }) => [id, number])),
    titles: new Map(trainings.map(({ id, title }) => [id, title])),
  }
}

export async function isTrainingThere(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('trainings').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

const rounded = (sum: number, count: number, to: number) => (count === 0 ? null : Math.round((sum / count) * to) / to)

/** What is stored of a person's work within a stretch of time. */
export async function figuresOf(db: Db, userId: string, from: Instant, to: Instant): Promise<StaffFigures> {
  const calls = await db
    .selectFrom('calls')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('agentId', '=', userId)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .where('direction', '=', 'inbound')
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  const closed = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ownerId', '=', userId)
    .where('closedAt', '>=', from)
    .where('closedAt', '<', to)
    .executeTakeFirstOrThrow()
  const breaches = await db
    .selectFrom('clocks')
    .innerJoin('cases', 'cases.id', 'clocks.caseId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('clocks.breachedAt', '>=', from)
    .where('clocks.breachedAt', '<', to)
    .where('cases.ownerId', '=', userId)
    .executeTakeFirstOrThrow()
  const reviews = await db
    .selectFrom('caseReviews')
    .select('total')
    .where('agentId', '=', userId)
    .where('reviewedAt', '>=', from)
    .where('reviewedAt', '<', to)
    .execute()
  const answers = await db
    .selectFrom('surveyAnswers')
    .select('overall')
    .where('agentId', '=', userId)
    .where('answeredAt', '>=', from)
    .where('answeredAt', '<', to)
    .execute()
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const totals = reviews.map(({ total }) => total)
  const points = answers.flatMap(({ overall }) => overall ?? [])
  return {
    answered: Number(calls.count),
    closed: Number(closed.count),
    breaches: Number(breaches.count),
    reviews: totals.length,
    quality: rounded(sum(totals), totals.length, 10),
    answers: answers.length,
    satisfaction: rounded(sum(points), points.length, 100),
  }
}
