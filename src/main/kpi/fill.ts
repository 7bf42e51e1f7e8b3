import type { Day } from '../../shared/time.ts'
import { backlog } from '../engine/backlog.ts'
import type { OpenStore } from '../engine/desk.ts'
import { monthOf } from '../rules/call-totals.ts'
import { addDays } from '../rules/days.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { countDay } from './count-day.ts'
import { keptOfMonth, nextCallAt, replaceTotals } from './totals-store.ts'

const CURSOR = 'callTotalsUpTo'
const totals = backlog(CURSOR)

/** Calls counted in one beat, or those of one day: some ten milliseconds, then whoever waits gets their turn. */
const BATCH = 2000

/** True once the totals hold every call; until then figures are counted from the calls. */
export const areTotalsWhole = totals.isDone

/**
 * Counts the next days of a store whose calls came before their totals were kept; true when none is left. Calls written
 * meanwhile are added to their day as ever: a day that is counted afterwards is put right by the count.
 */
export function fillTotals(db: Db, most = BATCH): Promise<boolean> {
  return totals.advance(db, async (from) => {
    let day = await nextDay(db, from)
    for (let counted = 0; day !== undefined && counted < most; ) {
      const rows = await countDay(db, day)
      await replaceTotals(db, day, rows)
      for (const { calls } of rows) counted += calls
      const [month, next] = [day.slice(0, 7), await nextDay(db, addDays(day, 1))]
      if (next?.slice(0, 7) !== month)
        await replaceTotals(db, month, monthOf(await keptOfMonth(db, month, 'days'), month))
      day = next
    }
    return day
  })
}

/** The first day with calls, from a day on. */
async function nextDay(db: Db, from: Day | undefined): Promise<Day | undefined> {
  const at = await nextCallAt(db, from === undefined ? 0 : momentOf(REPORT_ZONE, from, 0))
  return at === undefined ? undefined : dayAt(REPORT_ZONE, at)
}

/** One bounded step for a store of an earlier version; nothing once all its calls are in the totals. */
export const stepTotals = (open: OpenStore): Promise<void> => totals.step(open, fillTotals)

/** Forgets what was kept and counts every call again. */
export async function refillTotals(db: Db): Promise<void> {
  await db.deleteFrom('callTotals').execute()
  await db.deleteFrom('meta').where('key', '=', CURSOR).execute()
  await fillTotals(db, Number.POSITIVE_INFINITY)
}
