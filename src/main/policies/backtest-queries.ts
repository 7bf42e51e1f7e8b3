import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

/** What a trial reads of a case. */
const COLUMNS = [
  'id',
  'number',
  'kind',
  'receivedAt',
  'workflowPolicyId',
  'targetPolicyId',
] as const satisfies readonly (keyof Row<'cases'>)[]

export type PastCase = Pick<Row<'cases'>, (typeof COLUMNS)[number]>

type Place = { from: Instant; to: Instant; after: PastCase | null; limit: number }

const KINDS = ['enquiry', 'complaint', 'suggestion', 'service'] as const

/** Cases of a time, kind after kind and in the order the customers spoke; the next ones after a given one. */
export async function pastCases(db: Db, { from, to, after, limit }: Place): Promise<PastCase[]> {
  const found: PastCase[] = []
  const first = after === null ? 0 : KINDS.indexOf(after.kind)
  for (const kind of KINDS.slice(first)) {
    const isSame = after !== null && kind === after.kind
    let query = db.selectFrom('cases').select(COLUMNS).where('kind', '=', kind).where('receivedAt', '<', to)
    query = isSame
      ? query.where((eb) => eb(eb.refTuple('receivedAt', 'id'), '>', eb.tuple(after.receivedAt, after.id)))
      : query.where('receivedAt', '>=', from)
    const page = query
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(limit - found.length)
    found.push(...(await page.execute()))
    if (found.length >= limit) break
  }
  return found
}

/** How many cases a trial will look at. */
export async function countPast(db: Db, from: Instant, to: Instant): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', [...KINDS])
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export type PastEvent = Omit<Row<'caseEvents'>, 'caseId'>

/** The logs of some cases, each in order. */
export async function pastEvents(db: Db, caseIds: readonly string[]): Promise<Map<string, PastEvent[]>> {
  const logs = new Map<string, PastEvent[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return logs
  const rows = await db
    .selectFrom('caseEvents')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
  for (const { caseId, ...event } of rows) logs.get(caseId)?.push(event)
  return logs
}
