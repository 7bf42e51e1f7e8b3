import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'
import { suppliersAtFault } from '../liability/at-fault.ts'
import type { CountedCase, Stretch } from '../rules/patterns.ts'
import type { Db, Row } from '../store/types.ts'

export type AlertRecord = Row<'patternAlerts'>

const PAGE = 5000
const COUNTED = ['id', 'receivedAt', 'category', 'flightNo', 'route', 'department', 'ownerId'] as const

/** Complaints of a stretch of time, page by page. */
export async function* complaintsOf(db: Db, { from, to }: Stretch): AsyncGenerator<(CountedCase & { id: string })[]> {
  let after = { receivedAt: from, id: '' }
  for (;;) {
    const page = await db
      .selectFrom('cases')
      .select(COUNTED)
      .where('kind', '=', 'complaint')
      .where('receivedAt', '>=', after.receivedAt)
      .where('receivedAt', '<', to)
      .where((eb) => eb(eb.refTuple('receivedAt', 'id'), '>', eb.tuple(after.receivedAt, after.id)))
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const last = page.at(-1)
    const suppliers = last ? await suppliersOf(db, page[0]?.receivedAt ?? from, last.receivedAt) : new Map()
    yield page.map((one) => ({ ...one, suppliers: suppliers.get(one.id) ?? [] }))
    if (page.length < PAGE || !last) return
    after = last
  }
}

/** S4-16: the partners that complaints of a stretch of time are about or whose findings name, by case; the end belongs to it, confidential ones do not. */
async function suppliersOf(db: Db, from: Instant, to: Instant): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('casePartners')
    .innerJoin('cases', 'cases.id', 'casePartners.caseId')
    .select(['casePartners.caseId', 'casePartners.partnerId'])
    .where('cases.kind', '=', 'complaint')
    .where('cases.isRestricted', '=', 0)
    .where('cases.receivedAt', '>=', from)
    .where('cases.receivedAt', '<=', to)
    .execute()
  const found = new Map<string, string[]>()
  for (const { caseId, partnerId } of [...rows, ...(await suppliersAtFault(db, from, to))])
    found.set(caseId, [...(found.get(caseId) ?? []), partnerId])
  return found
}

/** How many cases of all kinds a stretch of time has. */
export async function countCases(db: Db, { from, to }: Stretch): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', [...CASE_KINDS])
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function firstComplaintAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('cases')
    .select('receivedAt')
    .where('kind', '=', 'complaint')
    .orderBy('receivedAt')
    .limit(1)
    .executeTakeFirst()
  return row?.receivedAt ?? null
}

export async function lastRunAt(db: Db): Promise<Instant | null> {
  const row = await db.selectFrom('patternRuns').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

export async function insertRun(db: Db, row: Row<'patternRuns'>): Promise<void> {
  await db.insertInto('patternRuns').values(row).execute()
}

/** The newest warning about the same thing. */
export async function findLatest(
  db: Db,
  dimension: AlertRecord['dimension'],
  value: string,
): Promise<AlertRecord | undefined> {
  return db
    .selectFrom('patternAlerts')
    .selectAll()
    .where('dimension', '=', dimension)
    .where('value', '=', value)
    .orderBy('windowTo', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findAlert(db: Db, id: string): Promise<AlertRecord | undefined> {
  return db.selectFrom('patternAlerts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listAlerts(
  db: Db,
  states: readonly AlertRecord['state'][],
  limit: number,
): Promise<AlertRecord[]> {
  return db
    .selectFrom('patternAlerts')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function insertAlert(db: Db, row: AlertRecord): Promise<void> {
  await db.insertInto('patternAlerts').values(row).execute()
}

export async function updateAlert(db: Db, id: string, change: Partial<AlertRecord>): Promise<void> {
  await db.updateTable('patternAlerts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
