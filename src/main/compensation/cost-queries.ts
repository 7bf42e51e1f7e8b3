import type { CostAnalysis } from '../../shared/compensation/cost-model.ts'
import type { CostKind } from '../../shared/compensation/words.ts'
import { COUNTING } from '../rules/compensation-flow.ts'
import type { Db, Row } from '../store/types.ts'

type Months = { from: string; until: string }

/** What a month may cost, and what was proposed or carried out in it so far. */
export async function committedIn(db: Db, month: string): Promise<{ budgetFen: number | null; committedFen: number }> {
  const budget = await db
    .selectFrom('compensationBudgets')
    .select('amountFen')
    .where('month', '=', month)
    .executeTakeFirst()
  const { sum } = await db
    .selectFrom('compensations')
    .select((eb) => eb.fn.sum<number | null>('costFen').as('sum'))
    .where('month', '=', month)
    .where('status', 'in', COUNTING)
    .executeTakeFirstOrThrow()
  return { budgetFen: budget?.amountFen ?? null, committedFen: Number(sum ?? 0) }
}

export async function saveBudget(db: Db, row: Row<'compensationBudgets'>): Promise<void> {
  const { amountFen, setAt, setBy } = row
  await db
    .insertInto('compensationBudgets')
    .values(row)
    .onConflict((conflict) => conflict.column('month').doUpdateSet({ amountFen, setAt, setBy }))
    .execute()
}

export async function insertCost(db: Db, row: Row<'compensationCosts'>): Promise<void> {
  await db.insertInto('compensationCosts').values(row).execute()
}

export async function costsIn(db: Db, { from, until }: Months) {
  return db
    .selectFrom('compensationCosts')
    .innerJoin('users', 'users.id', 'compensationCosts.createdBy')
    .selectAll('compensationCosts')
    .select('users.name as createdByName')
    .where('month', '>=', from)
    .where('month', '<=', until)
    .orderBy('month')
    .orderBy('compensationCosts.createdAt')
    .orderBy('compensationCosts.id')
    .limit(500)
    .execute()
}

const executed = (db: Db, { from, until }: Months) =>
  db.selectFrom('compensations').where('status', '=', 'executed').where('month', '>=', from).where('month', '<=', until)

/** S2-165: costs of what was carried out, by what a column says. */
async function spreadBy(db: Db, months: Months, column: 'category' | 'form' | 'scopeId') {
  const rows = await executed(db, months)
    .select((eb) => [
      `${column} as key`,
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('costFen').as('costFen'),
    ])
    .groupBy(column)
    .orderBy(column)
    .execute()
  return rows
    .map(({ key, count, costFen }) => ({ key, count: Number(count), costFen: Number(costFen) }))
    .sort((a, b) => b.costFen - a.costFen)
}

async function totalOf(db: Db, months: Months): Promise<CostAnalysis['total']> {
  const row = await executed(db, months)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('costFen').as('costFen'),
      eb.fn.sum<number | null>('amountFen').as('amountFen'),
      eb.fn.sum<number | null>('miles').as('miles'),
    ])
    .executeTakeFirstOrThrow()
  const number = (value: number | null) => Number(value ?? 0)
  return {
    count: number(row.count),
    costFen: number(row.costFen),
    amountFen: number(row.amountFen),
    miles: number(row.miles),
  }
}

async function effectsOf(db: Db, months: Months): Promise<CostAnalysis['effects']> {
  const rows = await executed(db, months)
    .where('effect', 'is not', null)
    .select((eb) => ['effect as key', eb.fn.countAll<number>().as('count')])
    .groupBy('effect')
    .orderBy('effect')
    .execute()
  return rows.map(({ key, count }) => ({ key: key ?? '', count: Number(count) }))
}

async function monthly(db: Db, months: Months): Promise<CostAnalysis['months']> {
  const { from, until } = months
  const spent = await db
    .selectFrom('compensations')
    .where('month', '>=', from)
    .where('month', '<=', until)
    .where('status', 'in', COUNTING)
    .select((eb) => [
      'month',
      'status',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('costFen').as('costFen'),
    ])
    .groupBy(['month', 'status'])
    .execute()
  const budgets = await db
    .selectFrom('compensationBudgets')
    .selectAll()
    .where('month', '>=', from)
    .where('month', '<=', until)
    .execute()
  const others = await db
    .selectFrom('compensationCosts')
    .where('month', '>=', from)
    .where('month', '<=', until)
    .select((eb) => ['month', 'kind', eb.fn.sum<number>('amountFen').as('fen')])
    .groupBy(['month', 'kind'])
    .execute()
  const named = new Set([...spent, ...budgets, ...others].map(({ month }) => month))
  return [...named].sort().map((month) => {
    const mine = spent.filter((one) => one.month === month)
    const sum = (isExecuted: boolean, field: 'count' | 'costFen') =>
      mine
        .filter(({ status }) => (status === 'executed') === isExecuted)
        .reduce((total, one) => total + Number(one[field]), 0)
    const other = (kind: CostKind) => Number(others.find((one) => one.month === month && one.kind === kind)?.fen ?? 0)
    return {
      month,
      count: sum(true, 'count'),
      costFen: sum(true, 'costFen'),
      openFen: sum(false, 'costFen'),
      budgetFen: budgets.find((one) => one.month === month)?.amountFen ?? null,
      personnelFen: other('personnel'),
      systemFen: other('system'),
      marketingFen: other('marketing'),
    }
  })
}

/** What compensation has cost in some months, by category, form, cause, effect and month. */
export async function analyse(db: Db, months: Months): Promise<CostAnalysis> {
  return {
    total: await totalOf(db, months),
    categories: await spreadBy(db, months, 'category'),
    forms: await spreadBy(db, months, 'form'),
    causes: await spreadBy(db, months, 'scopeId'),
    effects: await effectsOf(db, months),
    months: await monthly(db, months),
  }
}
