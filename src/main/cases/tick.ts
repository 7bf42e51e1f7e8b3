import { found, refuse } from '../../shared/failure.ts'
import { instant, MINUTE } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { allCalendars } from '../policies/queries.ts'
import { calendarOf, settle } from '../rules/case-clocks.ts'
import { newsOf } from '../rules/clock-signals.ts'
import { dueOf } from '../rules/targets.ts'
import { parts } from '../store/parts.ts'
import { archiveDue, firstArchive } from './archive.ts'
import { bodyReader, toClock } from './clock-store.ts'
import { type Checked, type CheckKey, clocksOfIds, dueKeys, firstCheck, type Saver, saverOf } from './tick-queries.ts'

/** Keys of due clocks read and sorted at once: some thirty megabytes. */
const AT_ONCE = 300_000

type Tally = { warned: number; breached: number; escalated: number }

/**
 * S1-45: records every warning and breach that came due, each with its true time, also when nobody was there.
 * Costs what is due, not what exists; looking again finds nothing.
 */
export const tick: Handler<'cases.tick'> = async (ctx) => {
  const tally = await check(ctx, ctx.now, saverOf(ctx.db, ctx.now))
  const archived = await archiveDue(ctx)
  ctx.note({ ...tally, archived })
  return { ...tally, nextAt: await nextLook(ctx.db) }
}

export const tickPreview: Handler<'cases.tickPreview'> = async (ctx, { at }) => check(ctx, at, PREVIEW)

export const nextCheck: Handler<'cases.nextCheck'> = async ({ db }) => ({ at: await nextLook(db) })

/** When a limit comes due next, or a closed case is to be put away. */
async function nextLook(db: Ctx['db']): Promise<number | null> {
  const moments = [await firstCheck(db), await firstArchive(db)].filter((at) => at !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Nothing of a preview is kept. */
const PREVIEW: Saver = { save: async () => {}, end: async () => {} }

/** The clocks that are due, in the order of their ids: that is how the tables lie, so each page is read and written once. */
async function check(ctx: Ctx, at: number, { save, end }: Saver): Promise<Tally> {
  const calendars = await allCalendars(ctx.db)
  const read = bodyReader(ctx.db)
  const tally = { warned: 0, breached: 0, escalated: 0 }
  let after: CheckKey | null = null
  do {
    const keys: CheckKey[] = await dueKeys(ctx.db, at, after, AT_ONCE)
    for (const ids of parts(keys.map(({ id }) => id).sort())) {
      ctx.signal.throwIfAborted()
      const rows = await clocksOfIds(ctx.db, ids)
      const bodies = await read(rows)
      const batch = rows.map((row, i): Checked => {
        const clock = toClock(row, found(bodies[i], 'clock'), [])
        const to = settle(clock, calendarOf(clock, calendars), at)
        return { row, to, news: newsOf(to.clock, { percent: row.warnedPercent, reminders: row.reminders }) }
      })
      count(tally, batch)
      await save(batch)
    }
    after = keys.length < AT_ONCE ? null : (keys.at(-1) ?? null)
  } while (after)
  await end()
  return tally
}

/** Told to a lead or a manager from this level on. */
const ESCALATED = 2

function count(tally: Tally, batch: readonly Checked[]): void {
  for (const { row, to, news } of batch) {
    const isBroken = row.breachedAt === null && to.clock.breachedAt !== undefined
    tally.breached += isBroken ? 1 : 0
    tally.warned += news.reduce((sum, one) => sum + one.count, 0) - (isBroken ? 1 : 0)
    tally.escalated += news.some(({ level }) => level >= ESCALATED) ? 1 : 0
  }
}

/** When a limit from a moment ends, for the command line and for a look before promising. */
export const due: Handler<'cases.due'> = async (
  { db },
  { from, calendar: id, workingDays, workingMinutes, minutes },
) => {
  const calendar = found((await allCalendars(db))[id], 'calendar')
  if (workingDays !== undefined) return asDue(dueOf({ unit: 'workingDays', amount: workingDays }, from, calendar))
  if (workingMinutes !== undefined)
    return asDue(dueOf({ unit: 'workingMinutes', amount: workingMinutes }, from, calendar))
  return asDue({ due: from + (minutes ?? 0) * MINUTE, isProvisional: false })
}

function asDue({ due: at, isProvisional }: { due: number; isProvisional: boolean }) {
  if (!instant.safeParse(at).success) refuse('due-too-far')
  return { due: at, provisional: isProvisional }
}
