import type { KpiRow } from '../../shared/reports/kpi.ts'
import { SERVICE_LEVELS_S, SMALL_NUMBER } from '../../shared/reports/words.ts'
import { SECOND } from '../../shared/time.ts'

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
  waitMs: number
  talkMs: number
  handleMs: number
  levels: number[]
  rated: number
  points: number
}

export const newKpi = (): KpiTally => ({
  calls: 0,
  answered: 0,
  abandoned: 0,
  waitMs: 0,
  talkMs: 0,
  handleMs: 0,
  levels: SERVICE_LEVELS_S.map(() => 0),
  rated: 0,
  points: 0,
})

export const OFFERED_STATES = ['done', 'missed', 'abandoned'] as const

/** Incoming calls that are over were offered to the desk; a call that is going on is counted when it is over. */
export function isOffered({ direction, state }: Pick<CountedCall, 'direction' | 'state'>): boolean {
  return direction === 'inbound' && OFFERED_STATES.some((one) => one === state)
}

/** Counts one offered call. */
export function addCall(kpi: KpiTally, call: CountedCall): void {
  if (!isOffered(call)) return
  kpi.calls += 1
  if (call.state === 'abandoned') kpi.abandoned += 1
  if (call.csat !== null) {
    kpi.rated += 1
    kpi.points += call.csat
  }
  if (!call.isAnswered) return
  kpi.answered += 1
  kpi.waitMs += call.waitMs
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
  const { calls, answered, abandoned, waitMs, talkMs, handleMs, levels, rated, points } = kpi
  const each = (ms: number) => inSeconds(answered === 0 ? null : ms / answered)
  return {
    key,
    name,
    calls,
    answered,
    abandoned,
    missed: calls - answered - abandoned,
    answeredPct: percent(answered, calls),
    abandonedPct: percent(abandoned, calls),
    asaS: each(waitMs),
    ahtS: each(handleMs),
    talkS: each(talkMs),
    serviceLevel: Object.fromEntries(SERVICE_LEVELS_S.map((limit, i) => [limit, percent(levels[i] ?? 0, calls)])),
    csatMean: rated === 0 ? null : Math.round((points / rated) * 100) / 100,
    csatCount: rated,
    isSmall: calls < SMALL_NUMBER,
  }
}
