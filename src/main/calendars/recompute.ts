import type { Recomputed } from '../../shared/calendars/contract.ts'
import type { Calendar } from '../../shared/calendars/model.ts'
import { type CaseFile, saveChange } from '../cases/case-file.ts'
import { clocksOf } from '../cases/clock-store.ts'
import type { Ctx } from '../engine/handler.ts'
import { allCalendars, targetsById, workflowById } from '../policies/queries.ts'
import { settle } from '../rules/case-clocks.ts'
import { isMoved, onCalendar } from '../rules/clock-rebase.ts'
import type { Calendars } from '../rules/targets.ts'
import { caseRow, casesOnCalendar, openCaseIds } from './calendar-queries.ts'

const BATCH = 500

/** What changed of a calendar, as a case's log keeps it: enough to follow the due times again. */
export type CalendarChange = { before: Calendar; calendar: Calendar; version: number; reason: string }

/** Gives every open limit of a calendar its due time on the calendar as it is now, with an entry in each case's log. */
export async function recompute(ctx: Ctx, change: CalendarChange): Promise<Recomputed> {
  const { db } = ctx
  const calendars = await allCalendars(db)
  const ids = await openCaseIds(db)
  const done = { cases: 0, clocks: 0 }
  for (let from = 0; from < ids.length; from += BATCH) {
    ctx.signal.throwIfAborted()
    ctx.progress(from, ids.length)
    for (const id of await casesOnCalendar(db, ids.slice(from, from + BATCH), change.calendar.id)) {
      const moved = await recomputeCase(ctx, id, calendars, change)
      done.cases += moved > 0 ? 1 : 0
      done.clocks += moved
    }
  }
  return done
}

async function recomputeCase(ctx: Ctx, id: string, calendars: Calendars, change: CalendarChange): Promise<number> {
  const { db, now, actor } = ctx
  const { calendar, version, reason } = change
  const row = await caseRow(db, id)
  const clocks = await clocksOf(db, id)
  const onIt = onCalendar(clocks, calendar.id, calendars).map(({ clock, to }) => {
    const settled = settle(to, calendar, now)
    const isTold = settle(clock, change.before, now).nextCheckAt !== settled.nextCheckAt
    return { clock, to: settled, isChanged: isTold || isMoved(clock, to) }
  })
  const changed = onIt.filter(({ isChanged }) => isChanged)
  if (changed.length === 0) return 0
  // What was told about a limit that turns out to end later is taken back with it, the level that was told too.
  const file: CaseFile = {
    ...{ events: [], clocks, recorded: {}, calendars, earlier: [], now },
    row: { ...row, escalation: 0 },
    targets: await targetsById(db, row.targetPolicyId),
    workflow: await workflowById(db, row.workflowPolicyId),
  }
  await saveChange(ctx, file, {
    events: [
      {
        at: now,
        actorId: actor.id,
        kind: 'calendarChanged',
        data: {
          calendarId: calendar.id,
          calendarVersion: version,
          coverageTo: calendar.coverage.to,
          reason,
          clocks: changed.map(({ clock, to: { clock: to } }) => ({
            ...{ kind: clock.kind, round: clock.round, item: clock.item ?? null },
            ...{ before: clock.dueAt, after: to.dueAt, isProvisional: to.isProvisional },
          })),
        },
      },
    ],
    moved: changed.map(({ clock, to }) => ({ clock, to })),
  })
  return changed.length
}
