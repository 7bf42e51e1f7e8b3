import type { ExpressionBuilder } from 'kysely'
import type { Leads } from '../../shared/targets/queue-numbers.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import type { WaitKey } from '../../shared/waits/model.ts'
import { STRETCHES, soonUntil, stretchOf } from '../rules/urgency.ts'
import { keptShapes } from '../store/kept.ts'
import type { Database, Db } from '../store/types.ts'
import { type CaseLine, LINE_COLUMNS } from './queries.ts'
import { type Condition, conditionsOf, type QueueAsk, whereOf, withValues } from './queue-conditions.ts'

type Cases = ExpressionBuilder<Database, 'cases'>
type Stretch = (typeof STRETCHES)[number]
type Last = Pick<WaitKey, 'queueAt' | 'rankAt' | 'id'>
type Weights = Pick<Leads, 'tierLeads' | 'severityLeads'>
type Page = { stretch: Stretch; after: Last | undefined; limit: number; leads: Weights }

const LINE = LINE_COLUMNS.map((name) => `cases.${name}` as const)

/** The leads as they are written in SQL: numbers stand in the text, for an engine that asks for the type of a parameter. */
function leadOf(eb: Cases, column: 'tierAtOpening' | 'severity', leads: Readonly<Record<string, number>>) {
  const [first, ...others] = Object.entries(leads).filter(([, lead]) => lead > 0)
  if (!first) return eb.lit(0)
  const when = ([code]: [string, number]) => eb(`cases.${column}`, '=', code as never)
  const then = ([, lead]: [string, number]) => eb.lit(lead * MINUTE)
  let cases = eb.case().when(when(first)).then(then(first))
  for (const one of others) cases = cases.when(when(one)).then(then(one))
  return cases.else(eb.lit(0)).end()
}

/** The rank of `urgency.ts` as an expression. */
function rankOf(eb: Cases, { tierLeads, severityLeads }: Weights) {
  const byTier = eb('cases.queueAt', '-', leadOf(eb, 'tierAtOpening', tierLeads))
  return eb(byTier, '-', leadOf(eb, 'severity', severityLeads))
}

/** Rows after the last one: due time and rank are compared, the more telling of the stretch first, then the id. */
function comesAfter(eb: Cases, { stretch, leads }: Page, { queueAt, rankAt, id }: Last) {
  const due = { is: (test: '=' | '>' | '>=') => eb('cases.queueAt', test, queueAt) }
  const rank = { is: (test: '=' | '>' | '>=') => eb(rankOf(eb, leads), test, rankAt) }
  const [first, second] = stretch === 'soon' ? [rank, due] : [due, rank]
  return eb.and([
    first.is('>='),
    eb.or([first.is('>'), second.is('>'), eb.and([second.is('='), eb('cases.id', '>', id)])]),
  ])
}

function pageOf(db: Db, conditions: readonly Condition[], page: Page) {
  const { after } = page
  let keys = db
    .selectFrom('cases')
    .select('cases.id as keyId')
    .where((eb) => whereOf(eb, conditions))
  if (after) keys = keys.where((eb) => comesAfter(eb, page, after))
  const found = db.selectFrom(inOrder(keys, page).limit(page.limit).as('page'))
  return inOrder(found.innerJoin('cases', 'cases.id', 'page.keyId').select(LINE), page)
}

type Ordered<Q> = { orderBy(by: 'cases.queueAt' | 'cases.id' | ((eb: Cases) => ReturnType<typeof rankOf>)): Q }

function inOrder<Q extends Ordered<Q>>(query: Q, { stretch, leads }: Page): Q {
  const rank = (eb: Cases) => rankOf(eb, leads)
  const by =
    stretch === 'soon' ? query.orderBy(rank).orderBy('cases.queueAt') : query.orderBy('cases.queueAt').orderBy(rank)
  return by.orderBy('cases.id')
}

const pages = keptShapes<{ conditions: readonly Condition[]; page: Page }, CaseLine>(({ conditions, page }, use) => {
  const inPlaces = withValues(conditions, use)
  const { stretch, after, limit, leads } = page
  const last = after && { queueAt: use(after.queueAt), rankAt: use(after.rankAt), id: use(after.id) }
  const place = { stretch, after: last, limit: use(limit), leads }
  return { shape: JSON.stringify([inPlaces, place]), build: (db) => pageOf(db, inPlaces, place) }
})

/** The limits that end in a stretch, as conditions: the index by due time bounds each of them. */
function within(stretch: Stretch, asOf: Instant, leads: Leads): Condition[] {
  const from = (value: Instant): Condition => [[{ column: 'queueAt', is: '>', value }]]
  const until = (value: Instant): Condition => [[{ column: 'queueAt', is: '<=', value }]]
  if (stretch === 'late') return [until(asOf)]
  const soon = soonUntil(asOf, leads)
  return stretch === 'soon' ? [from(asOf), until(soon)] : [from(soon)]
}

/** Lines of the queue by urgency from a row on, stretch after stretch until there are enough. */
export async function urgentRows(
  db: Db,
  ask: QueueAsk,
  { after, limit, leads }: { after: WaitKey | undefined; limit: number; leads: Leads },
): Promise<CaseLine[]> {
  const asOf = ask.now
  // Written into the statement, and so a part of its shape: nothing else of the policy may be in them.
  const weights = { tierLeads: leads.tierLeads, severityLeads: leads.severityLeads }
  const conditions = conditionsOf(ask)
  const start = after === undefined ? 0 : STRETCHES.indexOf(stretchOf(after.queueAt, asOf, leads))
  const rows: CaseLine[] = []
  for (const stretch of STRETCHES.slice(start)) {
    if (rows.length === limit) break
    const last = stretch === STRETCHES[start] ? after : undefined
    const page = { stretch, after: last, limit: limit - rows.length, leads: weights }
    rows.push(...(await pages(db, { conditions: [...conditions, ...within(stretch, asOf, leads)], page })))
  }
  return rows
}
