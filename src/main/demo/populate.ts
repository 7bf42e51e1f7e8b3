import type { Insertable } from 'kysely'
import type { Months } from '../rules/tier-facts.ts'
import type { Database, Db } from '../store/types.ts'
import type { DemoFlight } from './flights.ts'
import type { DemoMember } from './members.ts'
import type { Random } from './random.ts'

/** Most values that one statement may carry on either engine. */
const VALUES_PER_STATEMENT = 30_000
/** Longer statements take longer to build than they save. */
const ROWS_PER_STATEMENT = 500

/** Puts rows into a table, many in one statement. */
export async function insertAll<T extends keyof Database>(db: Db, table: T, rows: readonly Insertable<Database[T]>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const size = Math.min(ROWS_PER_STATEMENT, Math.floor(VALUES_PER_STATEMENT / Object.keys(first).length))
  for (let from = 0; from < rows.length; from += size) {
    await db.insertInto(table).values(rows.slice(from, from + size)).execute()
  }
}

/** Puts the members of the demo into the store, with the figures of some months. */
export async function insertMembers(db: Db, random: Random, members: readonly DemoMember[], months: Months, actorId: string): Promise<void> {
  await insertAll(db, 'members', members.map(({ file }) => file))
  await insertAll(db, 'memberContacts', members.flatMap(({ contacts }) => contacts))
  await insertAll(db, 'consents', members.flatMap(({ consents }) => consents))
  await insertAll(db, 'spends', members.flatMap(({ spends }) => spends))
  await insertFigures(db, members, months)
  const changes = members.flatMap(({ file, changes: list }) => list.map((change) => ({ ...change, id: random.id(), memberId: file.id, runId: null, actorId })))
  await insertAll(db, 'tierChanges', changes)
}

/** Puts the figures of some months into the store. */
export async function insertFigures(db: Db, members: readonly DemoMember[], { from, to }: Months): Promise<void> {
  const rows = members.flatMap(({ file, figures }) =>
    [...figures].filter(([month]) => month >= from && month <= to).map(([period, facts]) => ({ memberId: file.id, period, ...facts })),
  )
  await insertAll(db, 'memberPeriods', rows)
}

/** Puts the timetable and the members' bookings into the store. */
export async function insertFlights(db: Db, flights: readonly DemoFlight[], members: readonly DemoMember[]): Promise<void> {
  await insertAll(db, 'flights', flights.map(({ from: _from, to: _to, ...row }) => row))
  await insertAll(db, 'bookings', members.flatMap(({ bookings }) => bookings.map(({ row }) => row)))
}
