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

/** What calls add up to for their figures; all whole numbers, so that a sum does not depend on its order. */
export const SUMS = [
  'calls',
  'answered',
  'abandoned',
  'waitMs',
  'talkMs',
  'handleMs',
  ...SERVICE_LEVELS_S.map((limit) => `within${limit}` as const),
  'rated',
  'points',
] as const
export type KpiTally = Record<(typeof SUMS)[number], number>

export const newKpi = (): KpiTally => Object.fromEntries(SUMS.map((name) => [name, 0])) as KpiTally

export const OFFERED_STATES = ['done', 'missed', 'abandoned'] as const

/** Incoming calls that are over were offered to the desk; a call that is going on is counted when it is over. */
export function isOffered({ direction, state }: Pick<CountedCall, 'direction' | 'state'>): boolean {
  return direction === 'inbound' && OFFERED_STATES.some((one) => one === state)
}

const ifSo = (is: boolean, value = 1): number => (is ? value : 0)

/** What one offered call adds to its figures. */
export function tallyOf({ state, isAnswered, waitMs, talkMs, holdMs, wrapUpMs, csat }: CountedCall): KpiTally {
  const isWithin = (limit: number) => ifSo(isAnswered && waitMs <= limit * SECOND)
  return {
    calls: 1,
    answered: ifSo(isAnswered),
    abandoned: ifSo(state === 'abandoned'),
    waitMs: ifSo(isAnswered, waitMs),
    talkMs: ifSo(isAnswered, talkMs),
    handleMs: ifSo(isAnswered, talkMs + holdMs + wrapUpMs),
    within10: isWithin(10),
    within20: isWithin(20),
    within30: isWithin(30),
    rated: ifSo(csat !== null),
    points: csat ?? 0,
  }
}

/** Adds what was counted elsewhere to the figures of a group. */
export function addTally(kpi: KpiTally, more: Readonly<KpiTally>): void {
  for (const name of SUMS) kpi[name] += more[name]
}

/** Counts one call, if it was offered. */
export function addCall(kpi: KpiTally, call: CountedCall): void {
  if (isOffered(call)) addTally(kpi, tallyOf(call))
}

const percent = (hits: number, of: number) => (of === 0 ? null : Math.round((hits / of) * 1000) / 10)
const inSeconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 10) / 100)

/** The figures of a group of calls; percentages to one decimal, seconds and points to two. */
export function toKpiRow(key: string, name: string, kpi: KpiTally): KpiRow {
  const { calls, answered, abandoned, waitMs, talkMs, handleMs, rated, points } = kpi
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
    serviceLevel: Object.fromEntries(SERVICE_LEVELS_S.map((limit) => [limit, percent(kpi[`within${limit}`], calls)])),
    csatMean: rated === 0 ? null : Math.round((points / rated) * 100) / 100,
    csatCount: rated,
    isSmall: calls < SMALL_NUMBER,
  }
}
