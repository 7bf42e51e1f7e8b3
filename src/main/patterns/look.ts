import type { LookNumbers } from '../../shared/targets/desk-numbers.ts'
import type { Ctx } from '../engine/handler.ts'
import { addToTally, type Finding, findPatterns, newTally, type Stretch, windowsUpTo } from '../rules/patterns.ts'
import { complaintsOf, countCases } from './queries.ts'

/** What one look found: how many complaints were counted, what stands out, and the window that was judged. */
export type Look = { cases: number; findings: Finding[]; newest: Stretch }

/** Counts the complaints of the windows up to now and says what lies above the limit of its own history (S4-141). */
export async function lookWith(ctx: Ctx, numbers: LookNumbers): Promise<Look> {
  const { db, now } = ctx
  const windows = windowsUpTo(now, numbers)
  const [first, newest] = [windows[0], windows.at(-1)]
  if (!first || !newest) throw new Error('no windows')
  const tally = newTally()
  let cases = 0
  for await (const page of complaintsOf(db, { from: first.from, to: now })) {
    ctx.signal.throwIfAborted()
    addToTally(tally, page, windows)
    cases += page.length
    ctx.progress(cases, null)
  }
  const exposures: number[] = []
  for (const window of windows) exposures.push(await countCases(db, window))
  return { cases, findings: findPatterns(tally, exposures, numbers), newest }
}
