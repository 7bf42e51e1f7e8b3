import type { Instant } from '../../shared/time.ts'
import { inScope } from '../cases/in-scope.ts'
import type { Scope } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'

export type AdviceRecord = Row<'companyAdvices'>

const COLUMNS = [
  'cases.id',
  'cases.number',
  'cases.kind',
  'cases.category',
  'cases.state',
  'cases.isOpen',
  'cases.receivedAt',
  'cases.closedAt',
  'cases.nextDueAt',
  'cases.workflowPolicyId',
  'caseBusiness.travellerName',
  'caseBusiness.orderNo',
] as const

type Page = { isOpen: boolean | null; after: { at: Instant; id: string } | null; limit: number }

/** A company's cases that the scope lets its reader see, the newest first. */
export async function casesOfCompany(db: Db, scope: Scope, companyId: string, { isOpen, after, limit }: Page) {
  if (scope.rows === 'none') return []
  return db
    .selectFrom('caseBusiness')
    .innerJoin('cases', 'cases.id', 'caseBusiness.caseId')
    .select(COLUMNS)
    .where('caseBusiness.companyId', '=', companyId)
    .where((eb) => inScope(eb, scope))
    .$if(isOpen !== null, (query) => query.where('cases.isOpen', '=', isOpen ? 1 : 0))
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('cases.receivedAt', '<', after?.at ?? 0),
          eb.and([eb('cases.receivedAt', '=', after?.at ?? 0), eb('cases.id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('cases.receivedAt', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .execute()
}

/** A company's complaints received from one moment to before another. */
export async function complaintsOfCompany(db: Db, scope: Scope, companyId: string, from: Instant, to: Instant) {
  return db
    .selectFrom('caseBusiness')
    .innerJoin('cases', 'cases.id', 'caseBusiness.caseId')
    .select(['cases.id', 'cases.category', 'cases.receivedAt', 'cases.closedAt'])
    .select('caseBusiness.travellerName')
    .where('caseBusiness.companyId', '=', companyId)
    .where((eb) => inScope(eb, scope))
    .where('cases.kind', '=', 'complaint')
    .where('cases.receivedAt', '>=', from)
    .where('cases.receivedAt', '<', to)
    .orderBy('cases.receivedAt')
    .execute()
}

/** The logs of some cases, each in its order. */
export async function logsOf(db: Db, ids: readonly string[]): Promise<Map<string, Row<'caseEvents'>[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('caseEvents')
    .selectAll()
    .where('caseId', 'in', [...ids])
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
  return Map.groupBy(rows, ({ caseId }) => caseId)
}

/** Those of some cases that missed one of these promises. */
export async function lateAmong(
  db: Db,
  ids: readonly string[],
  kinds: readonly string[],
  now: Instant,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('clocks')
    .select(['caseId', 'kind'])
    .where('caseId', 'in', [...ids])
    .where((eb) => eb.or([eb('state', '=', 'breached'), eb.and([eb('state', '=', 'running'), eb('dueAt', '<=', now)])]))
    .execute()
  return new Set(rows.flatMap(({ caseId, kind }) => (kinds.includes(kind) ? [caseId] : [])))
}

export async function insertAdvice(db: Db, row: AdviceRecord): Promise<void> {
  await db.insertInto('companyAdvices').values(row).execute()
}

export async function findAdvice(db: Db, id: string): Promise<AdviceRecord | undefined> {
  return db.selectFrom('companyAdvices').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A company's advice, the newest first. */
export async function advicesOf(db: Db, companyId: string): Promise<AdviceRecord[]> {
  return db
    .selectFrom('companyAdvices')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('toldAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function updateAdvice(db: Db, id: string, change: Partial<AdviceRecord>): Promise<void> {
  await db.updateTable('companyAdvices').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
