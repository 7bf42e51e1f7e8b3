import { SERVICE_LEVELS_S } from '../../shared/reports/words.ts'
import { type Day, type Instant, SECOND } from '../../shared/time.ts'
import type { PeriodTotals } from '../rules/call-totals.ts'
import { addDays } from '../rules/days.ts'
import { OFFERED_STATES } from '../rules/report-kpi.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'

type Stretch = { from: Instant; to: Instant }

/** The totals of every person in a day, counted from the calls themselves. */
export async function countDay(db: Db, day: Day): Promise<PeriodTotals[]> {
  const stretch = { from: momentOf(REPORT_ZONE, day, 0), to: momentOf(REPORT_ZONE, addDays(day, 1), 0) }
  const points = await pointsOf(db, stretch)
  return (await countCalls(db, stretch)).map((counted) => {
    const { agentId, holdMs, wrapUpMs, ...sums } = counted
    const of = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum)])) as typeof sums
    const given = points.get(agentId ?? '') ?? { rated: 0, points: 0 }
    const handleMs = of.talkMs + Number(holdMs) + Number(wrapUpMs)
    return { ...of, ...given, handleMs, period: day, agentId: agentId ?? '' }
  })
}

async function countCalls(db: Db, { from, to }: Stretch) {
  const [first, second, third] = SERVICE_LEVELS_S.map((limit) => limit * SECOND) as [number, number, number]
  return db
    .selectFrom('calls')
    .select(({ fn, eb }) => {
      const answered = eb('answeredAt', 'is not', null)
      const sum = (name: 'waitMs' | 'talkMs' | 'holdMs' | 'wrapUpMs') => fn.sum<number>(name).filterWhere(answered)
      const count = (which: typeof answered) => fn.countAll<number>().filterWhere(which)
      const within = (ms: number) => count(eb.and([answered, eb('waitMs', '<=', ms)]))
      const hasVerdict = eb.and([eb('state', '=', 'done'), eb('isInTime', 'is not', null)])
      return [
        'agentId',
        fn.countAll<number>().as('calls'),
        count(answered).as('answered'),
        count(eb('state', '=', 'abandoned')).as('abandoned'),
        ...[sum('waitMs').as('waitMs'), sum('talkMs').as('talkMs')],
        ...[sum('holdMs').as('holdMs'), sum('wrapUpMs').as('wrapUpMs')],
        ...[within(first).as('within10'), within(second).as('within20'), within(third).as('within30')],
        count(eb.or([eb('state', '=', 'missed'), hasVerdict])).as('judged'),
        count(eb.and([eb('state', '!=', 'abandoned'), eb('isInTime', '=', 1)])).as('inTime'),
      ]
    })
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .where('direction', '=', 'inbound')
    .where('state', 'in', OFFERED_STATES)
    .groupBy('agentId')
    .execute()
}

/** Points for the service as a whole by person; the newest answer about a call counts. */
async function pointsOf(db: Db, { from, to }: Stretch): Promise<Map<string, { rated: number; points: number }>> {
  const rows = await db
    .selectFrom('calls')
    // Crossed, so that the few calls of the day are read first and not every answer there is.
    .crossJoin('surveyAnswers')
    .select(['calls.id', 'calls.agentId', 'surveyAnswers.overall'])
    .whereRef('surveyAnswers.callId', '=', 'calls.id')
    .where('calls.startedAt', '>=', from)
    .where('calls.startedAt', '<', to)
    .where('calls.direction', '=', 'inbound')
    .where('calls.state', 'in', OFFERED_STATES)
    .where('surveyAnswers.overall', 'is not', null)
    .orderBy('surveyAnswers.answeredAt')
    .orderBy('surveyAnswers.id')
    .execute()
  const found = new Map<string, { rated: number; points: number }>()
  for (const { agentId, overall } of new Map(rows.map((row) => [row.id, row])).values()) {
    const { rated, points } = found.get(agentId ?? '') ?? { rated: 0, points: 0 }
    found.set(agentId ?? '', { rated: rated + 1, points: points + (overall ?? 0) })
  }
  return found
}
