import type { Day, Instant } from '../../shared/time.ts'
import { formatNumber, type SeriesKind } from '../rules/number-series.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** The moments at which any policy came into force. */
export async function policyChanges(db: Db): Promise<Instant[]> {
  const rows = await db.selectFrom('policies').select('effectiveFrom').distinct().execute()
  return rows.map(({ effectiveFrom }) => effectiveFrom)
}

type Flight = Pick<Row<'flights'>, 'id' | 'origin' | 'destination'>

/** The flights that rows name, by number and day. */
export async function flightsOf(
  db: Db,
  rows: readonly { flightNo?: string; flightDay?: string }[],
): Promise<Map<string, Flight>> {
  const named = rows.filter(({ flightNo, flightDay }) => flightNo !== undefined && flightDay !== undefined)
  const numbers = [...new Set(named.map(({ flightNo = '' }) => flightNo.toUpperCase()))]
  const found = new Map<string, Flight>()
  for (const part of parts(numbers)) {
    const days = [...new Set(named.map(({ flightDay = '' }) => flightDay))]
    const flights = await db
      .selectFrom('flights')
      .select(['id', 'flightNo', 'day', 'origin', 'destination'])
      .where('flightNo', 'in', part)
      .where('day', 'in', days)
      .execute()
    for (const { flightNo, day, ...flight } of flights) found.set(`${flightNo} ${day}`, flight)
  }
  return found
}

/** Gives each row its number of its kind and day, in the order of the rows; a day's numbers are taken at once. */
export async function giveNumbers(
  db: Db,
  rows: readonly { kind: SeriesKind; day: Day; row: { number: string } }[],
): Promise<void> {
  const groups = new Map<string, typeof rows>()
  for (const one of rows) groups.set(`${one.kind} ${one.day}`, [...(groups.get(`${one.kind} ${one.day}`) ?? []), one])
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const { kind, day } = first
    const last = await takeNumbers(db, kind, day, group.length)
    for (const [i, { row }] of group.entries()) row.number = formatNumber(kind, day, last - group.length + 1 + i)
  }
}

async function takeNumbers(db: Db, kind: SeriesKind, day: Day, count: number): Promise<number> {
  const row = await db
    .insertInto('numberSeries')
    .values({ kind, day, last: count })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'day']).doUpdateSet((eb) => ({ last: eb('numberSeries.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
