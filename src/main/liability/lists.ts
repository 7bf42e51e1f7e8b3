import type { CaseId } from '../../shared/ids.ts'
import type { LiabilityCounts, LiabilityFilter, LiabilityRow } from '../../shared/liability/model.ts'
import { GROUNDS, type Ground, PARTIES } from '../../shared/liability/words.ts'
import type { Instant } from '../../shared/time.ts'
import { inScope } from '../cases/in-scope.ts'
import { readLists } from '../classes/lists.ts'
import type { Scope } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import { groundsOf, sharesOf } from './queries.ts'

type Period = Pick<LiabilityFilter, 'from' | 'until'>

/** Final findings in a period. */
function finals(db: Db, { from = 0, until = Number.MAX_SAFE_INTEGER }: Period) {
  return db
    .selectFrom('liabilities')
    .where('liabilities.status', '=', 'final')
    .where('liabilities.finalAt', '>=', from)
    .where('liabilities.finalAt', '<', until)
}

export type PageKey = { finalAt: Instant; id: string }

/** S2-97: final findings of the cases that the scope lets its reader see, newest first. */
export async function listFinals(
  db: Db,
  scope: Scope,
  filter: LiabilityFilter,
  after: PageKey | undefined,
  limit: number,
): Promise<LiabilityRow[]> {
  let query = finals(db, filter)
    .innerJoin('cases', 'cases.id', 'liabilities.caseId')
    .where((eb) => inScope(eb, scope))
  const { party, ground, department } = filter
  if (party) query = query.where('liabilities.party', '=', party)
  if (ground)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('liabilityGrounds')
          .select('liabilityGrounds.ground')
          .whereRef('liabilityGrounds.liabilityId', '=', 'liabilities.id')
          .where('liabilityGrounds.ground', '=', ground),
      ),
    )
  if (department)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('liabilityShares')
          .select('liabilityShares.seq')
          .whereRef('liabilityShares.liabilityId', '=', 'liabilities.id')
          .where('liabilityShares.department', '=', department),
      ),
    )
  if (after)
    query = query
      .where('liabilities.finalAt', '<=', after.finalAt)
      .where((eb) => eb.or([eb('liabilities.finalAt', '<', after.finalAt), eb('liabilities.id', '<', after.id)]))
  const rows = await query
    .select(['liabilities.id', 'liabilities.caseId', 'liabilities.version', 'liabilities.party'])
    .select(['liabilities.matter', 'liabilities.finalAt', 'cases.number as caseNumber'])
    .orderBy('liabilities.finalAt', 'desc')
    .orderBy('liabilities.id', 'desc')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [shares, grounds] = [await sharesOf(db, ids), await groundsOf(db, ids)]
  return rows.map((row) => ({
    ...row,
    caseId: row.caseId as CaseId,
    finalAt: row.finalAt ?? 0,
    grounds: grounds.filter(({ liabilityId }) => liabilityId === row.id).map(({ ground }) => ground as Ground),
    departments: departmentsIn(shares.filter(({ liabilityId }) => liabilityId === row.id)),
  }))
}

const departmentsIn = (shares: readonly { department: string | null }[]): string[] => [
  ...new Set(shares.flatMap(({ department }) => (department === null ? [] : [department]))),
]

/** S2-98: how final findings of a period spread over parties, grounds, departments and months. */
export async function countFinals(db: Db, period: Period): Promise<LiabilityCounts> {
  const parties = await finals(db, period)
    .select((eb) => ['liabilities.party', eb.fn.countAll<number>().as('count')])
    .groupBy('liabilities.party')
    .execute()
  const grounds = await finals(db, period)
    .innerJoin('liabilityGrounds', 'liabilityGrounds.liabilityId', 'liabilities.id')
    .select((eb) => ['liabilityGrounds.ground', eb.fn.countAll<number>().as('count')])
    .groupBy('liabilityGrounds.ground')
    .execute()
  const departments = await finals(db, period)
    .innerJoin('liabilityShares', 'liabilityShares.liabilityId', 'liabilities.id')
    .where('liabilityShares.department', 'is not', null)
    .select((eb) => [
      'liabilityShares.department',
      eb.fn.count<number>('liabilities.id').distinct().as('count'),
      eb.fn.sum<number>('liabilityShares.percent').as('percentSum'),
    ])
    .groupBy('liabilityShares.department')
    .execute()
  const months = await finals(db, period)
    .select((eb) => ['liabilities.month', eb.fn.countAll<number>().as('count')])
    .groupBy('liabilities.month')
    .orderBy('liabilities.month')
    .execute()
  const countBy = <T extends string>(names: readonly T[], rows: readonly { name: string | null; count: number }[]) =>
    names.flatMap((name) => {
      const row = rows.find((one) => one.name === name)
      return row ? [{ name, count: Number(row.count) }] : []
    })
  const { desks } = await readLists(db)
  return {
    total: parties.reduce((sum, { count }) => sum + Number(count), 0),
    parties: countBy(
      PARTIES,
      parties.map((one) => ({ name: one.party, count: one.count })),
    ).map(({ name, count }) => ({ party: name, count })),
    grounds: countBy(
      GROUNDS,
      grounds.map((one) => ({ name: one.ground, count: one.count })),
    ).map(({ name, count }) => ({ ground: name, count })),
    departments: desks.flatMap(({ code }) => {
      const row = departments.find(({ department }) => department === code)
      return row ? [{ department: code, count: Number(row.count), percentSum: Number(row.percentSum) }] : []
    }),
    months: months.map(({ month, count }) => ({ month: month ?? '', count: Number(count) })),
  }
}

const WAITING_SHOWN = 200

/** Findings that wait for a reviewer, oldest first. */
export async function waitingFindings(db: Db) {
  return db
    .selectFrom('liabilities')
    .innerJoin('cases', 'cases.id', 'liabilities.caseId')
    .where('liabilities.status', '=', 'review')
    .select(['liabilities.id', 'liabilities.caseId', 'liabilities.party', 'liabilities.authorIds'])
    .select(['liabilities.submittedAt', 'cases.number as caseNumber'])
    .orderBy('liabilities.submittedAt')
    .orderBy('liabilities.id')
    .limit(WAITING_SHOWN)
    .execute()
}

/** Rectifications that are not verified yet, the one due first on top (S2-94). */
export async function openRectifications(db: Db) {
  return db
    .selectFrom('liabilityMeasures')
    .innerJoin('cases', 'cases.id', 'liabilityMeasures.caseId')
    .where('liabilityMeasures.kind', '=', 'rectification')
    .where('liabilityMeasures.verifiedAt', 'is', null)
    .selectAll('liabilityMeasures')
    .select('cases.number as caseNumber')
    .orderBy('liabilityMeasures.dueAt')
    .orderBy('liabilityMeasures.id')
    .limit(WAITING_SHOWN)
    .execute()
}
