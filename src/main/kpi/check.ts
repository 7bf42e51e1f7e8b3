import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Handler } from '../engine/handler.ts'
import { compareTotals, type Difference, monthOf, type PeriodTotals } from '../rules/call-totals.ts'
import { addDays, addMonths, shiftMonth } from '../rules/days.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { momentOf, monthAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { countDay } from './count-day.ts'
import { areTotalsWhole, refillTotals } from './fill.ts'
import { keptOfMonth, nextCallAt, nextKeptMonth } from './totals-store.ts'

/** Enough to see what is wrong; the count says how much there is. */
const MOST_SHOWN = 50

type Follow = { progress?: (done: number, total: null, note: string) => void; signal?: AbortSignal }

export type CheckedTotals = { isWhole: boolean; months: number; calls: number; differences: Difference[] }

/** Counts every call again, month by month, and compares that with the totals kept by the writes. */
export async function checkTotals(db: Db, { progress, signal }: Follow = {}): Promise<CheckedTotals> {
  const checked: CheckedTotals = { isWhole: await areTotalsWhole(db), months: 0, calls: 0, differences: [] }
  for (let month = await nextMonth(db, '0'); month !== undefined; month = await nextMonth(db, shiftMonth(month, 1))) {
    signal?.throwIfAborted()
    const counted = await countMonth(db, month)
    let differences = compareTotals(await keptOfMonth(db, month), counted)
    // A call written between the two readings is no difference: a real one is there the second time too.
    if (differences.length > 0) differences = compareTotals(await keptOfMonth(db, month), await countMonth(db, month))
    checked.differences.push(...differences)
    checked.months += 1
    for (const { period, calls } of counted) if (period === month) checked.calls += calls
    progress?.(checked.calls, null, month)
    await letOthersRun()
  }
  return checked
}

/** Says whether the figures of calls rest on what the calls say. */
export const check: Handler<'reports.checkTotals'> = async (ctx) => {
  const { isWhole, months, calls, differences } = await checkTotals(ctx.db, ctx)
  return { isWhole, months, calls, differences: differences.length, found: differences.slice(0, MOST_SHOWN) }
}

/** Counts the totals anew from the calls. */
export const rebuild: Handler<'reports.rebuildTotals'> = async (ctx) => {
  const { isWhole, differences } = await checkTotals(ctx.db, ctx)
  await refillTotals(ctx.db)
  ctx.note({ wasWhole: isWhole, differences: differences.length })
  return { corrected: differences.length }
}

/** The first month with calls or with anything kept, from a month on. */
async function nextMonth(db: Db, from: string): Promise<string | undefined> {
  const at = await nextCallAt(db, from === '0' ? 0 : momentOf(REPORT_ZONE, `${from}-01`, 0))
  const called = at === undefined ? undefined : monthAt(REPORT_ZONE, at)
  return [called, await nextKeptMonth(db, from)].filter((month) => month !== undefined).sort()[0]
}

async function countMonth(db: Db, month: string): Promise<PeriodTotals[]> {
  const end = addMonths(`${month}-01`, 1)
  const days: PeriodTotals[] = []
  for (let day = `${month}-01`; day < end; day = addDays(day, 1)) days.push(...(await countDay(db, day)))
  return [...days, ...monthOf(days, month)]
}
