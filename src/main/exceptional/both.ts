import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { UserId } from '../../shared/ids.ts'
import type { ReportPeriod } from '../../shared/reports/model.ts'
import { INDICATORS } from '../../shared/scorecards/words.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { callsOf } from '../reports/call-queries.ts'
import { askedPeriod, narrowScopeOf } from '../reports/count.ts'
import { eachCase } from '../reports/facts.ts'
import { classesOf } from '../reports/names.ts'
import { readCallScores } from '../reports/survey-queries.ts'
import { exceptionalIn, liesIn, stretchesOf } from '../rules/exceptional.ts'
import type { CaseFacts } from '../rules/report-facts.ts'
import { CASE_FIGURE_IDS } from '../rules/report-figures.ts'
import { addCall, isOffered, newKpi, toKpiRow } from '../rules/report-kpi.ts'
import { toFigure } from '../rules/report-numbers.ts'
import { addCase, newTally } from '../rules/report-tally.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { countPeople } from '../scorecards/count.ts'
import { readPeople } from '../scorecards/people.ts'
import { withMonth } from '../scorecards/round.ts'
import { approvedIn } from './queries.ts'

/** The approved days of a period, and the time that they fill. */
async function leftOut(ctx: Ctx, { from, to }: Pick<ReportPeriod, 'from' | 'to'>) {
  const [first, last] = [dayAt(DESK_ZONE, from), dayAt(DESK_ZONE, to - 1)]
  const days = exceptionalIn(await approvedIn(ctx.db, first, last), first, last)
  return { days, stretches: stretchesOf(days, (day: Day) => momentOf(DESK_ZONE, day, 0)) }
}

/** Every case and call is counted once for the whole, and again where it began on no exceptional day. */
export const report: Handler<'exceptional.report'> = async (ctx, asked) => {
  const period = askedPeriod(ctx, asked)
  const { days, stretches } = await leftOut(ctx, period)
  const [all, without] = [newTally(), newTally()]
  const take = (one: CaseFacts) => {
    addCase(all, one)
    if (!liesIn(stretches, one.receivedAt)) addCase(without, one)
  }
  await eachCase(ctx, period, await classesOf(ctx.db), take, { scope: narrowScopeOf(ctx) })
  return {
    ...{ period, asOf: ctx.now, days, calls: await countCalls(ctx, period, stretches) },
    figures: CASE_FIGURE_IDS.map((id) => ({
      all: toFigure(id, all.figures[id]),
      without: toFigure(id, without.figures[id]),
    })),
  }
}

async function countCalls(ctx: Ctx, period: ReportPeriod, stretches: readonly { from: number; to: number }[]) {
  const [all, without] = [newKpi(), newKpi()]
  for await (const page of callsOf(ctx.db, { ...period, scope: narrowScopeOf(ctx) })) {
    const calls = page.filter(isOffered)
    const ids = calls.map(({ id }) => id)
    const scores = await readCallScores(ctx.db, ids)
    for (const call of calls) {
      const counted = { ...call, isAnswered: call.answeredAt !== null, csat: scores.get(call.id) ?? null }
      addCall(all, counted)
      if (!liesIn(stretches, call.startedAt)) addCall(without, counted)
    }
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
  return { all: toKpiRow('', '', all), without: toKpiRow('', '', without) }
}

/** Everybody's indicators of a month twice: as they are, and without what began on exceptional days. */
export const scorecards: Handler<'exceptional.scorecards'> = async (ctx, { month }) => {
  const span = withMonth(month)
  const { days, stretches } = await leftOut(ctx, span)
  const people = [...(await readPeople(ctx.db)).values()].filter(({ role }) => role === 'agent')
  const ids = people.map(({ id }) => id)
  const all = await countPeople(ctx, ids, span)
  const without = days.length === 0 ? all : await countPeople(ctx, ids, span, stretches)
  const rows = people.map(({ id, name }) => ({
    ...{ userId: id as UserId, name },
    figures: INDICATORS.flatMap((indicator) => {
      const [whole, rest] = [all, without].map((count) =>
        count.get(id)?.figures.find((figure) => figure.indicator === indicator),
      )
      return whole && rest && whole.sample > 0 ? [{ all: whole, without: rest }] : []
    }),
  }))
  return { month, days, people: rows.filter(({ figures }) => figures.length > 0) }
}
