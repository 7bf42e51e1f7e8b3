import { found, refuse } from '../../shared/failure.ts'
import { instant, MINUTE } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { allCalendars } from '../policies/queries.ts'
import { calendarOf, escalationOf, settle } from '../rules/case-clocks.ts'
import { dueOf } from '../rules/targets.ts'
import { type Checked, clocksToCheck, countOverdue, firstCheck, saveChecked, saveOverdue } from './tick-queries.ts'

const BATCH = 5000

type Tally = { warned: number; breached: number; escalated: number }

/**
 * S1-45: records every warning and breach that came due, each with its true time, also when nobody was there.
 * Costs what is due, not what exists; looking again finds nothing.
 */
export const tick: Handler<'cases.tick'> = async (ctx) => {
  const breached = await saveOverdue(ctx.db, ctx.now)
  const tally = added(breached, await check(ctx, ctx.now, (batch) => saveChecked(ctx.db, batch, ctx.now)))
  ctx.note(tally)
  return { ...tally, nextAt: await firstCheck(ctx.db) }
}

export const tickPreview: Handler<'cases.tickPreview'> = async (ctx, { at }) =>
  added(await countOverdue(ctx.db, at), await check(ctx, at, async () => {}))

export const nextCheck: Handler<'cases.nextCheck'> = async ({ db }) => ({ at: await firstCheck(db) })

const added = (breached: number, tally: Tally): Tally => ({
  ...tally,
  breached: tally.breached + breached,
  escalated: tally.escalated + breached,
})

async function check(ctx: Ctx, at: number, save: (batch: Checked[]) => Promise<void>): Promise<Tally> {
  const calendars = await allCalendars(ctx.db)
  const tally = { warned: 0, breached: 0, escalated: 0 }
  let after: { nextCheckAt: number; id: string } | null = null
  for (;;) {
    if (ctx.signal.aborted) ctx.signal.throwIfAborted()
    const found: Awaited<ReturnType<typeof clocksToCheck>> = await clocksToCheck(ctx.db, at, after, BATCH)
    const batch = found.map(({ clock }) => ({ clock, to: settle(clock, calendarOf(clock, calendars), at) }))
    count(tally, batch)
    await save(batch)
    const last = found.at(-1)
    if (found.length < BATCH || !last) return tally
    after = { nextCheckAt: last.nextCheckAt, id: last.clock.id }
  }
}

function count(tally: Tally, batch: readonly Checked[]): void {
  for (const { clock, to } of batch) {
    const isBroken = clock.breachedAt === undefined && to.clock.breachedAt !== undefined
    tally.breached += isBroken ? 1 : 0
    tally.warned += to.signals.filter((signal) => signal.at !== to.clock.breachedAt).length
    tally.escalated += to.signals.some((signal) => escalationOf(signal.percent) >= 2) ? 1 : 0
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
