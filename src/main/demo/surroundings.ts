import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { DAY, type Day, DESK_ZONE, HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import { nextInOffice } from './rota.ts'
import type { World } from './world.ts'

/** Within office hours so many days before the demo's end; in a short demo not before people have begun to work. */
export function officeTime({ from, now }: World, daysAgo: number): Instant {
  return Math.min(nextInOffice(Math.max(from + 2 * HOUR, now - daysAgo * DAY)), now - 5 * MINUTE)
}

/** The day that it is in the demo's office. */
export function today({ office }: World): Day {
  return dayAt(DESK_ZONE, office.now())
}

/** A day counted from the demo's last one, but never one that has gone by in the demo's office. */
export function dayFromEnd(world: World, days: number): Day {
  const wanted = addDays(dayAt(DESK_ZONE, world.now), days)
  return wanted < today(world) ? today(world) : wanted
}

/** A complaint that went its whole way to the customer's answer. */
export type ClosedComplaint = { id: CaseId; number: string; memberId: MemberId | null; ownerId: UserId }

/** Complaints that were closed so far, the newest first. */
export async function closedComplaints({ office }: World): Promise<ClosedComplaint[]> {
  const rows = await office.read((db) =>
    db
      .selectFrom('cases')
      .select(['id', 'number', 'memberId', 'ownerId'])
      .where('kind', '=', 'complaint')
      .where('state', 'in', ['closed', 'archived'])
      .where('closedAt', 'is not', null)
      .where('isRestricted', '=', 0)
      .orderBy('closedAt', 'desc')
      .orderBy('id')
      .execute(),
  )
  return rows.flatMap(({ id, number, memberId, ownerId }) =>
    ownerId === null
      ? []
      : [{ id: id as CaseId, number, memberId: memberId as MemberId | null, ownerId: ownerId as UserId }],
  )
}
