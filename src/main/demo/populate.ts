import type { Months } from '../rules/tier-facts.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Db } from '../store/types.ts'
import type { DemoFlight } from './flights.ts'
import type { DemoMember } from './members.ts'
import type { Random } from './random.ts'

/** Puts the members of the demo into the store, with the figures of some months. */
export async function insertMembers(
  db: Db,
  random: Random,
  members: readonly DemoMember[],
  months: Months,
  actorId: string,
): Promise<void> {
  await bulkInsert(db, 'members')(members.map(({ file }) => file))
  await bulkInsert(db, 'memberContacts')(members.flatMap(({ contacts }) => contacts))
  await bulkInsert(db, 'consents')(members.flatMap(({ consents }) => consents))
  await bulkInsert(db, 'spends')(members.flatMap(({ spends }) => spends))
  await insertFigures(db, members, months)
  const changes = members.flatMap(({ file, changes: list }) =>
    list.map((change) => ({ ...change, id: random.id(), memberId: file.id, runId: null, actorId })),
  )
  await bulkInsert(db, 'tierChanges')(changes)
}

/** Puts the figures of some months into the store. */
export async function insertFigures(db: Db, members: readonly DemoMember[], { from, to }: Months): Promise<void> {
  const rows = members.flatMap(({ file, figures }) =>
    [...figures]
      .filter(([month]) => month >= from && month <= to)
      .map(([period, facts]) => ({ memberId: file.id, period, ...facts })),
  )
  await bulkInsert(db, 'memberPeriods')(rows)
}

/** Puts the timetable and the members' bookings into the store. */
export async function insertFlights(
  db: Db,
  flights: readonly DemoFlight[],
  members: readonly DemoMember[],
): Promise<void> {
  await bulkInsert(db, 'flights')(flights.map(({ from: _from, to: _to, ...row }) => row))
  await bulkInsert(db, 'bookings')(members.flatMap(({ bookings }) => bookings.map(({ row }) => row)))
}
