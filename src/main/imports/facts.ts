import type { Mapping } from '../../shared/imports/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { tiersAt } from '../policies/queries.ts'
import { addMonths, endOfMonth } from '../rules/days.ts'
import { seriesOf } from '../rules/import-ids.ts'
import { lastMomentOf } from '../rules/tier-facts.ts'
import { dayAt } from '../rules/zone.ts'
import { hasMonths, makesNames } from './open.ts'
import type { Facts } from './plan.ts'
import { hasMembers } from './queries.ts'

/** A tier that comes with the file is good as long as the programme in force makes one that is earned today. */
export async function importFacts(ctx: Ctx, mapping: Mapping, isDry: boolean): Promise<Facts> {
  const { db, now } = ctx
  const today = dayAt(DESK_ZONE, now)
  const { body } = await tiersAt(db, now)
  return {
    importId: ctx.newId(),
    actorId: ctx.actor.id,
    now,
    today,
    month: today.slice(0, 7),
    tierUntil: lastMomentOf(endOfMonth(addMonths(today, body.validityMonths.upgrade))),
    changeSeries: seriesOf(ctx.newId()),
    makesNames: makesNames(mapping),
    hasMonths: hasMonths(mapping),
    isDry,
    isFirst: !(await hasMembers(db)),
  }
}
