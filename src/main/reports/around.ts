import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Bilingual } from '../../shared/contract.ts'
import type { AlertRow, ReportPeriod } from '../../shared/reports/model.ts'
import { BOOKING_DAYS } from '../../shared/reports/words.ts'
import { DAY } from '../../shared/time.ts'
import { analyse } from '../compensation/cost-queries.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Scope } from '../rules/access.ts'
import type { Around } from '../rules/report.ts'
import { isOffered } from '../rules/report-kpi.ts'
import { newCounted } from '../rules/report-numbers.ts'
import { monthsOf, REPORT_ZONE } from '../rules/report-period.ts'
import type { Tally } from '../rules/report-tally.ts'
import { isPassed } from '../rules/training.ts'
import { dayAt } from '../rules/zone.ts'
import { parts } from '../store/parts.ts'
import { callsOf } from './call-queries.ts'
import { churnOf, departuresOf, leavesOf } from './member-queries.ts'
import type { Classes } from './names.ts'
import { alertsOf } from './queries.ts'
import { trainedIn } from './training-queries.ts'

/** What stands around the complaints of a period: calls, what those members did, warnings, money; within a scope no such as are of all members. */
export async function readAround(
  ctx: Ctx,
  period: ReportPeriod,
  { tally, classes, scope }: { tally: Tally; classes: Classes; scope: Scope | undefined },
): Promise<Around> {
  const months = scope ? undefined : monthsOf(period)
  const alerts = scope ? [] : await alertsOf(ctx.db, period)
  return {
    figures: {
      ...(await callFigures(ctx, period, scope)),
      ...(await memberFigures(ctx, tally.complainants)),
      churn: await churn(ctx, period, scope),
      ...(await trainingFigures(ctx, period)),
    },
    alerts: alerts.map(({ name, ...row }): AlertRow => {
      return { ...row, name: valueName(row.dimension, row.value, name, classes) }
    }),
    compensation: months ? await analyse(ctx.db, months) : null,
  }
}

function valueName(dimension: string, value: string, person: string | null, { categories }: Classes): Bilingual {
  const name = dimension === 'agent' ? (person ?? value) : value
  return (dimension === 'category' ? categories[value] : undefined) ?? { zh: name, en: name }
}

async function callFigures(ctx: Ctx, period: ReportPeriod, scope: Scope | undefined) {
  const [callsOffered, callsAnswered, callsAbandoned, callWait] = [
    newCounted(),
    newCounted(),
    newCounted(),
    newCounted(),
  ]
  for await (const page of callsOf(ctx.db, { ...period, scope })) {
    for (const call of page.filter(isOffered)) {
      callsOffered.hits += 1
      callsOffered.of += 1
      callsAnswered.of += 1
      callsAbandoned.of += 1
      if (call.state === 'abandoned') callsAbandoned.hits += 1
      if (call.answeredAt === null) continue
      callsAnswered.hits += 1
      callWait.hits += 1
      callWait.of += 1
      callWait.values.push(call.waitMs)
    }
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
  return { callsOffered, callsAnswered, callsAbandoned, callWait }
}

/** S5-75: whether those who complained flew again; S1-70: whether they left. */
async function memberFigures({ db, signal }: Ctx, complainants: Tally['complainants']) {
  const [laterBooking, earlierBooking, complainantsLeft] = [newCounted(), newCounted(), newCounted()]
  const span = BOOKING_DAYS * DAY
  for (const ids of parts([...complainants.keys()].sort())) {
    const flights = Map.groupBy(await departuresOf(db, ids), ({ memberId }) => memberId)
    const leaves = new Map((await leavesOf(db, ids)).map(({ id, leftOn }) => [id, leftOn]))
    for (const id of ids) {
      const at = complainants.get(id) ?? 0
      const departures = (flights.get(id) ?? []).map(({ departsAt }) => departsAt - at)
      for (const counted of [laterBooking, earlierBooking, complainantsLeft]) counted.of += 1
      if (departures.some((after) => after > 0 && after <= span)) laterBooking.hits += 1
      if (departures.some((after) => after <= 0 && after >= -span)) earlierBooking.hits += 1
      const leftOn = leaves.get(id)
      if (leftOn !== undefined && leftOn >= dayAt(REPORT_ZONE, at)) complainantsLeft.hits += 1
    }
    await letOthersRun()
    signal.throwIfAborted()
  }
  return { laterBooking, earlierBooking, complainantsLeft }
}

async function churn({ db }: Ctx, { from, to }: ReportPeriod, scope: Scope | undefined) {
  const days = { from: dayAt(REPORT_ZONE, from), to: dayAt(REPORT_ZONE, to) }
  const { start, left } = await churnOf(db, scope?.members ?? null, days)
  return { ...newCounted(), hits: left, of: start }
}

/** Sessions that are over, who came to them, and who passed. */
async function trainingFigures({ db, now }: Ctx, { from, to }: ReportPeriod) {
  const [trainingSessions, trainingAttended, trainingPassed] = [newCounted(), newCounted(), newCounted()]
  const rows = await trainedIn(db, from, Math.min(to, now + 1))
  trainingSessions.hits = new Set(rows.map(({ sessionId }) => sessionId)).size
  trainingSessions.of = trainingSessions.hits
  for (const { attendance, score, passMark } of rows) {
    if (attendance) trainingAttended.of += 1
    if (attendance === 'attended') trainingAttended.hits += 1
    const passed = isPassed(score, passMark)
    if (passed !== null) trainingPassed.of += 1
    if (passed) trainingPassed.hits += 1
  }
  return { trainingSessions, trainingAttended, trainingPassed }
}
