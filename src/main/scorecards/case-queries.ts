import type { Stretch, WorkedCase } from '../rules/scorecard-cases.ts'
import type { Db, Row } from '../store/types.ts'

const READ = ['id', 'kind', 'state', 'ownerId', 'receivedAt', 'closedAt'] as const
type ReadCase = Pick<Row<'cases'>, (typeof READ)[number]>

/** So few that reading and counting a page keeps no thread busy for long. */
const PAGE = 150

/** Cases closed from a moment on, until another where there is one, page by page. */
async function* closedCases(db: Db, from: number, to: number | null): AsyncGenerator<ReadCase[]> {
  let after = { closedAt: from, id: '' }
  for (;;) {
    let query = db
      .selectFrom('cases')
      .select(READ)
      .where('closedAt', '>=', after.closedAt)
      .where((eb) => eb(eb.refTuple('closedAt', 'id'), '>', eb.tuple(after.closedAt, after.id)))
      .orderBy('closedAt')
      .orderBy('id')
      .limit(PAGE)
    query = to === null ? query.where('kind', '=', 'complaint') : query.where('closedAt', '<', to)
    const page = await query.execute()
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = { closedAt: last.closedAt ?? 0, id: last.id }
  }
}

/** Complaints that are open now and were received before a moment, page by page. */
async function* openComplaints(db: Db, before: number): AsyncGenerator<ReadCase[]> {
  let after = { queueAt: 0, id: '' }
  for (;;) {
    const page = await db
      .selectFrom('cases')
      .select([...READ, 'queueAt'])
      .where('isOpen', '=', 1)
      .where('kind', '=', 'complaint')
      .where('queueAt', '>=', after.queueAt)
      .where((eb) => eb(eb.refTuple('queueAt', 'id'), '>', eb.tuple(after.queueAt, after.id)))
      .orderBy('queueAt')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const old = page.filter(({ receivedAt }) => receivedAt < before)
    if (old.length > 0) yield old
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}

/** Every case that may count in a month, with its log, limits and what the customer said, page by page. */
export async function* monthCases(db: Db, month: Stretch): AsyncGenerator<WorkedCase[]> {
  for await (const page of closedCases(db, month.from, month.to)) yield withWork(db, page)
  for await (const page of closedCases(db, month.to, null)) {
    yield withWork(
      db,
      page.filter(({ receivedAt }) => receivedAt < month.to),
    )
  }
  for await (const page of openComplaints(db, month.to)) yield withWork(db, page)
}

async function withWork(db: Db, page: readonly ReadCase[]): Promise<WorkedCase[]> {
  const ids = page.map(({ id }) => id)
  if (ids.length === 0) return []
  const entries = Map.groupBy(await entriesOf(db, ids), ({ caseId }) => caseId)
  const clocks = Map.groupBy(await clocksOf(db, ids), ({ caseId }) => caseId)
  const solved = await solvedOf(db, ids)
  return page.map((row) => ({
    ...row,
    entries: (entries.get(row.id) ?? []).map(({ at, actorId, kind, data }) => {
      const { emits = [] } = JSON.parse(data) as { emits?: string[] }
      return { at, actorId, kind, emits }
    }),
    clocks: clocks.get(row.id) ?? [],
    solved: solved.get(row.id) ?? null,
  }))
}

function entriesOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('caseEvents')
    .select(['caseId', 'at', 'actorId', 'kind', 'data'])
    .where('caseId', 'in', ids)
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
}

function clocksOf(db: Db, ids: readonly string[]) {
  return db.selectFrom('clocks').select(['caseId', 'kind', 'state', 'dueAt']).where('caseId', 'in', ids).execute()
}

async function solvedOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['caseId', 'solved'])
    .where('caseId', 'in', ids)
    .where('solved', 'is not', null)
    .orderBy('answeredAt')
    .orderBy('id')
    .execute()
  return new Map(rows.flatMap(({ caseId, solved }) => (caseId && solved ? [[caseId, solved] as const] : [])))
}

/** Numbers and titles of cases, for the list behind a number; a restricted one keeps its title to itself. */
export async function caseTitles(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { number: string; title: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'isRestricted'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { number: row.number, title: row.isRestricted === 1 ? '' : row.title }]))
}
