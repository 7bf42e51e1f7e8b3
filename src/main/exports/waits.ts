import { DESK_ZONE } from '../../shared/time.ts'
import type { Handler } from '../engine/handler.ts'
import { dayNumber } from '../rules/days.ts'
import { canDecideExport } from '../rules/export-approval.ts'
import { dayAt } from '../rules/zone.ts'

/** What of the exports waits for the asking person: copies past their day, and requests of others to decide. */
export const waits: Handler<'exports.waits'> = async ({ db, actor, now }) => {
  const today = dayAt(DESK_ZONE, now)
  const copies = await db
    .selectFrom('exportCopies')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('destroyBy').as('longest')])
    .where('destroyedOn', 'is', null)
    .where('destroyBy', '<', today)
    .executeTakeFirstOrThrow()
  const asked = await db
    .selectFrom('exportRequests')
    .select(['state', 'askedBy'])
    .where('state', '=', 'asked')
    .execute()
  const limits = await db.selectFrom('exportLimits').select(['state', 'askedBy']).where('state', '=', 'asked').execute()
  return {
    overdue: Number(copies.count),
    overdueDays: copies.longest === null ? 0 : dayNumber(today) - dayNumber(copies.longest),
    toDecide: [...asked, ...limits].filter((one) => canDecideExport(actor.id, one).allowed).length,
  }
}
