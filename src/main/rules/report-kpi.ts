import type { KpiRow } from '../../shared/reports/kpi.ts'
import { SERVICE_LEVELS_S, SMALL_NUMBER } from '../../shared/reports/words.ts'
import { SECOND } from '../../shared/time.ts'
import { mean } from './report-numbers.ts'

/** A call that is over, as far as its figures read it. */
export type CountedCall = {
  direction: 'inbound' | 'outbound'
  state: string
  isAnswered: boolean
  waitMs: number
  talkMs: number
  holdMs: number
  wrapUpMs: number
  csat: number | null
}

export type KpiTally = {
  calls: number
  answered: number
  abandoned: number
  waits: number[]
  talkMs: number
  handleMs: number
  levels: number[]
  scores: number[]
}

export const newKpi = (): KpiTally => ({
  calls: 0,
  answered: 0,
  abandoned: 0,
  waits: [],
  talkMs: 0,
  handleMs: 0,
  levels: SERVICE_LEVELS_S.map(() => 0),
  scores: [],
})

/** Incoming calls that are over were offered to the desk; a call that is going on is counted when it is over. */
export function isOffered({ direction, state }: Pick<CountedCall, 'direction' | 'state'>): boolean {
  return direction === 'inbound' && ['done', 'missed', 'abandoned'].includes(state)
}

/** Counts one offered call. */
export function addCall(kpi: KpiTally, call: CountedCall): void {
  if (!isOffered(call)) return
  kpi.calls += 1
  if (call.state === 'abandoned') kpi.abandoned += 1
  if (call.csat !== null) kpi.scores.push(call.csat)
  if (!call.isAnswered) return
  kpi.answered += 1
  kpi.waits.push(call.waitMs)
  kpi.talkMs += call.talkMs
  kpi.handleMs += call.talkMs + call.holdMs + call.wrapUpMs
  SERVICE_LEVELS_S.forEach((limit, i) => {
    if (call.waitMs <= limit * SECOND) kpi.levels[i] = (kpi.levels[i] ?? 0) + 1
  })
}

const percent = (hits: number, of: number) => (of === 0 ? null : Math.round((hits / of) * 1000) / 10)
const inSeconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 10) / 100)

/** The figures of a group of calls; percentages to one decimal, seconds and points to two. */
export function toKpiRow(key: string, name: string, kpi: KpiTally): KpiRow {
  const { calls, answered, abandoned, waits, talkMs, handleMs, levels, scores } = kpi
  const score = mean(scores)
  return {
    key,
    name,
    calls,
    answered,
    abandoned,
    missed: calls - answered - abandoned,
    answeredPct: percent(answered, calls),
    abandonedPct: percent(abandoned, calls),
    asaS: inSeconds(mean(waits)),
    ahtS: inSeconds(answered === 0 ? null : handleMs / answered),
    talkS: inSeconds(answered === 0 ? null : talkMs / answered),
    serviceLevel: Object.fromEntries(SERVICE_LEVELS_S.map((limit, i) => [limit, percent(levels[i] ?? 0, calls)])),
    csatMean: score === null ? null : Math.round(score * 100) / 100,
    csatCount: scores.length,
    isSmall: calls < SMALL_NUMBER,
  }
}
