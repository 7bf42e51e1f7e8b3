import type { Instant } from '../../shared/time.ts'
import { type Cell, noTotals, type PeriodTotals, TOTALS, type Totals } from '../rules/call-totals.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

/** Adds to the totals of a day and of its month. */
export async function addToTotals(db: Db, { day, agentId, totals }: Cell): Promise<void> {
  await db
    .insertInto('callTotals')
    .values([day, day.slice(0, 7)].map((period) => ({ period, agentId, ...totals })))
    .onConflict((conflict) =>
      conflict
        .columns(['period', 'agentId'])
        .doUpdateSet((eb) =>
          Object.fromEntries(TOTALS.map((name) => [name, eb(`callTotals.${name}`, '+', eb.ref(`excluded.${name}`))])),
        ),
    )
    .execute()
}

/** Puts what was counted in the place of what was kept of one period. */
export async function replaceTotals(db: Db, period: string, rows: readonly PeriodTotals[]): Promise<void> {
  await db.deleteFrom('callTotals').where('period', '=', period).execute()
  await bulkInsert(db, 'callTotals')(rows)
}

/** Everything kept of a month: its days and itself; of days only with `daysOnly`. */
export async function keptOfMonth(db: Db, month: string, part: 'all' | 'days' = 'all'): Promise<PeriodTotals[]> {
  return db
    .selectFrom('callTotals')
    .selectAll()
    .where('period', part === 'all' ? '>=' : '>', month)
    .where('period', '<', afterPrefix(month))
    .orderBy('period')
    .orderBy('agentId')
    .execute()
}

/** The first month of which anything is kept, from a given one on. */
export async function nextKeptMonth(db: Db, from: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('callTotals')
    .select('period')
    .where('period', '>=', from)
    .orderBy('period')
    .limit(1)
    .executeTakeFirst()
  return row?.period.slice(0, 7)
}

/** What was kept of some periods, added up for each person. */
export async function totalsByPerson(
  db: Db,
  periods: readonly string[],
): Promise<{ agentId: string; totals: Totals }[]> {
  const found = new Map<string, Totals>()
  for (const some of parts(periods)) {
    const rows = await db
      .selectFrom('callTotals')
      .select((eb) => ['agentId', ...TOTALS.map((name) => eb.fn.sum<number>(name).as(name))])
      .where('period', 'in', some)
      .groupBy('agentId')
      .execute()
    for (const row of rows) {
      const totals = found.get(row.agentId) ?? noTotals()
      for (const name of TOTALS) totals[name] += Number(row[name])
      found.set(row.agentId, totals)
    }
  }
  return [...found].map(([agentId, totals]) => ({ agentId, totals }))
}

/** The moment of the first call from a moment on. */
export async function nextCallAt(db: Db, from: Instant): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('calls')
    .select('startedAt')
    .where('startedAt', '>=', from)
    .orderBy('startedAt')
    .limit(1)
    .executeTakeFirst()
  return row?.startedAt
}
