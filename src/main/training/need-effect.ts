import type { Ctx } from '../engine/handler.ts'
import { shiftMonth } from '../rules/days.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { meanOf } from '../rules/training-proposals.ts'
import { monthAt } from '../rules/zone.ts'
import { figuresIn } from './need-figures.ts'
import type { NeedRecord } from './need-queries.ts'
import { sessionsOfTrainings } from './queries.ts'

/** As far back as the newest figure is looked for. */
const MONTHS = 12

type Afterwards = { after: number | null; afterMonth: string | null }
const NOTHING: Afterwards = { after: null, afterMonth: null }

/**
 * The mean figure of the people of a need in the newest month after the training began: of complaints in the newest month
 * that is over, for none in half a month is no proof.
 */
export async function afterwards(ctx: Ctx, need: NeedRecord, userIds: readonly string[]): Promise<Afterwards> {
  if (need.trainingId === null) return NOTHING
  const begun = (await sessionsOfTrainings(ctx.db, [need.trainingId]))
    .filter(({ state, startsAt }) => state === 'planned' && startsAt <= ctx.now)
    .map(({ startsAt }) => startsAt)
  if (begun.length === 0) return NOTHING
  const first = [need.month, monthAt(REPORT_ZONE, Math.min(...begun))].sort().at(-1) ?? need.month
  const now = monthAt(REPORT_ZONE, ctx.now)
  let month = need.source === 'cause' ? shiftMonth(now, -1) : now
  for (let left = MONTHS; month > first && left > 0; month = shiftMonth(month, -1), left -= 1) {
    const after = meanOf(need.source, await figuresIn(ctx.db, need.source, need.subject, month), userIds)
    if (after !== null) return { after, afterMonth: month }
  }
  return NOTHING
}
