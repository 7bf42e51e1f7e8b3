import type { Day, Instant } from '../../shared/time.ts'
import { membersIn } from '../members/reach.ts'
import type { MemberScope } from '../rules/access.ts'
import type { Db } from '../store/types.ts'

const countAll = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number }> }) =>
  Number((await query.executeTakeFirstOrThrow()).count)

/** S1-70: members within the scope at the beginning of a stretch of days, and those of them who left in it. */
export async function churnOf(
  db: Db,
  scope: MemberScope | null,
  { from, to }: { from: Day; to: Day },
): Promise<{ start: number; left: number }> {
  const members = () => membersIn(db, scope).select((eb) => eb.fn.countAll<number>().as('count'))
  const all = await countAll(members())
  const later = await countAll(members().where('enrolledOn', '>=', from))
  const before = await countAll(members().where('leftOn', '<', from))
  // Enrolled later and left before that day cannot both be; a file that says so counts for neither.
  const odd = await countAll(members().where('enrolledOn', '>=', from).where('leftOn', '<', from))
  const left = await countAll(members().where('leftOn', '>=', from).where('leftOn', '<', to))
  const newAndLeft = await countAll(
    members().where('leftOn', '>=', from).where('leftOn', '<', to).where('enrolledOn', '>=', from),
  )
  return { start: all - later - before + odd, left: left - newAndLeft }
}

/** The flights of some members that were not cancelled: who left when. */
export async function departuresOf(
  db: Db,
  memberIds: readonly string[],
): Promise<{ memberId: string; departsAt: Instant }[]> {
  return db
    .selectFrom('bookings')
    .innerJoin('flights', 'flights.id', 'bookings.flightId')
    .select(['bookings.memberId', 'flights.departsAt'])
    .where('bookings.memberId', 'in', memberIds)
    .where('bookings.status', 'in', ['booked', 'flown', 'noShow'])
    .execute()
}

/** The day on which some members left the programme. */
export async function leavesOf(db: Db, memberIds: readonly string[]): Promise<{ id: string; leftOn: Day }[]> {
  const rows = await db
    .selectFrom('members')
    .select(['id', 'leftOn'])
    .where('id', 'in', memberIds)
    .where('leftOn', 'is not', null)
    .execute()
  return rows.flatMap(({ id, leftOn }) => (leftOn === null ? [] : [{ id, leftOn }]))
}
