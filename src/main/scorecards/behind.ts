import { ONE_CASE } from '../../shared/scorecards/credit.ts'
import type { Handler } from '../engine/handler.ts'
import { partsOf } from './card-body.ts'
import { listBehind } from './count.ts'
import { withMonth } from './round.ts'
import { ownOrAny } from './views.ts'

/** As many lines as somebody can look through. */
const SHOWN = 200

/** The calls, cases, answers or examinations behind one number, counted again from their events. */
export const behind: Handler<'scorecards.behind'> = async (ctx, { id, indicator }) => {
  const { card, round, frozen } = await ownOrAny(ctx, id)
  const { figure, rows } = await listBehind(ctx, card.userId, indicator, withMonth(round.month))
  const { figures } = frozen ?? partsOf(card)
  const kept = figures.find((one) => one.indicator === indicator)
  const isSame = kept === undefined || (kept.value === figure.value && kept.sample === figure.sample)
  return {
    ...{ total: rows.length, figure, isSame },
    rows: rows.slice(0, SHOWN).map((row) => ({ ...row, credit: row.credit / ONE_CASE })),
  }
}
