import type { ExpressionBuilder } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { WaitKey } from '../../shared/waits/model.ts'
import { HORIZON, SEVERITY_LEADS, STRETCHES, stretchOf, TIER_LEADS } from '../rules/urgency.ts'
import { keptShapes } from '../store/kept.ts'
import type { Database, Db } from '../store/types.ts'
import { type CaseLine, LINE_COLUMNS } from './queries.ts'
import { type Condition, conditionsOf, type QueueAsk, whereOf, withValues } from './queue-conditions.ts'

type Cases = ExpressionBuilder<Database, 'cases'>
type Stretch = (typeof STRETCHES)[number]
type Last = Pick<WaitKey, 'queueAt' | 'rankAt' | 'id'>
type Page = { stretch: Stretch; after: Last | undefined; limit: number }

const LINE = LINE_COLUMNS.map((name) => `cases.${name}` as const)

/** The leads as they are written in SQL: numbers stand in the text, for an engine that asks for the type of a parameter. */
function leadOf(eb: Cases, column: 'tierAtOpening' | 'severity', leads: Readonly<Record<string, number>>) {
  const [first, ...others] = Object.entries(leads).filter(([, lead]) => lead > 0)
  if (!first) throw new Error('no lead is above none')
  const when = ([code]: [string, number]) => eb(`cases.${column}`, '=', code as never)
  let cases = eb.case().when(when(first)).then(eb.lit(first[1]))
  for (const one of others) cases = cases.when(when(one)).then(eb.lit(one[1]))
  return cases.else(eb.lit(0)).end()
}

/** The rank of `urgency.ts` as an expression. */
function rankOf(eb: Cases) {
  const byTier = eb('cases.queueAt', '-', leadOf(eb, 'tierAtOpening', TIER_LEADS))
  return eb(byTier, '-', leadOf(eb, 'severity', SEVERITY_LEADS))
}

/** Rows after the last one: due time and rank are compared, the more telling of the stretch first, then the id. */
function comesAfter(eb: Cases, stretch: Stretch, { queueAt, rankAt, id }: Last) {
  const due = { is: (test: '=' | '>' | '>=') => eb('cases.queueAt', test, queueAt) }
  const rank = { is: (test: '=' | '>' | '>=') => eb(rankOf(eb), test, rankAt) }
  const [first, second] = stretch === 'soon' ? [rank, due] : [due, rank]
  return eb.and([
    first.is('>='),
    eb.or([first.is('>'), second.is('>'), eb.and([second.is('='), eb('cases.id', '>', id)])]),
  ])
}

function pageOf(db: Db, conditions: readonly Condition[], { stretch, after, limit }: Page) {
  let keys = db
    .selectFrom('cases')
    .select('cases.id as keyId')
    .where((eb) => whereOf(eb, conditions))
  if (after) keys = keys.where((eb) => comesAfter(eb, stretch, after))
  const page = db.selectFrom(inOrder(keys, stretch).limit(limit).as('page'))
  return inOrder(page.innerJoin('cases', 'cases.id', 'page.keyId').select(LINE), stretch)
}

type Ordered<Q> = { orderBy(by: 'cases.queueAt' | 'cases.id' | ((eb: Cases) => ReturnType<typeof rankOf>)): Q }

function inOrder<Q extends Ordered<Q>>(query: Q, stretch: Stretch): Q {
  const by =
    stretch === 'soon' ? query.orderBy(rankOf).orderBy('cases.queueAt') : query.orderBy('cases.queueAt').orderBy(rankOf)
  return by.orderBy('cases.id')
}

const pages = keptShapes<{ conditions: readonly Condition[]; page: Page }, CaseLine>(({ conditions, page }, use) => {
  const inPlaces = withValues(conditions, use)
  const { stretch, after, limit } = page
  const last = after && { queueAt: use(after.queueAt), rankAt: use(after.rankAt), id: use(after.id) }
  const place = { stretch, after: last, limit: use(limit) }
  return { shape: JSON.stringify([inPlaces, place]), build: (db) => pageOf(db, inPlaces, place) }
})

/** The limits that end in a stretch, as conditions: the index by due time bounds each of them. */
function within(stretch: Stretch, asOf: Instant): Condition[] {
  const from = (value: Instant): Condition => [[{ column: 'queueAt', is: '>', value }]]
  const until = (value: Instant): Condition => [[{ column: 'queueAt', is: '<=', value }]]
  if (stretch === 'late') return [until(asOf)]
  return stretch === 'soon' ? [from(asOf), until(asOf + HORIZON)] : [from(asOf + HORIZON)]
}

/** Lines of the queue by urgency from a row on, stretch after stretch until there are enough. */
export async function urgentRows(
  db: Db,
  ask: QueueAsk,
  { after, limit }: { after: WaitKey | undefined; limit: number },
): Promise<CaseLine[]> {
  const asOf = ask.now
  const conditions = conditionsOf(ask)
  const start = after === undefined ? 0 : STRETCHES.indexOf(stretchOf(after.queueAt, asOf))
  const rows: CaseLine[] = []
  for (const stretch of STRETCHES.slice(start)) {
    if (rows.length === limit) break
    const last = stretch === STRETCHES[start] ? after : undefined
    const page = { stretch, after: last, limit: limit - rows.length }
    rows.push(...(await pages(db, { conditions: [...conditions, ...within(stretch, asOf)], page })))
  }
  return rows
}
