import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { EvaluationKind } from '../../shared/improvements/evaluation-words.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, lastMonths } from './days.ts'

type Period = { fromDay: Day; toDay: Day }
type DuePeriod = Period & { kind: EvaluationKind }

/** How many months each evaluation looks back on: a quarter (S1-71), a year (S1-73), half a year of the process (S5-41). */
const MONTHS = { quarterly: 3, yearly: 12, process: 6 } as const satisfies Record<EvaluationKind, number>

/** The last whole period of a kind before a day. */
export function lastPeriod(kind: EvaluationKind, today: Day): Period {
  return lastMonths(today, MONTHS[kind])
}

/** S1-71 S1-73 S5-41: the evaluations of the last whole quarter, year and half-year that nobody has begun. */
export function evaluationsDue(today: Day, begun: readonly DuePeriod[]): DuePeriod[] {
  const kinds = Object.keys(MONTHS) as EvaluationKind[]
  return kinds
    .map((kind) => ({ kind, ...lastPeriod(kind, today) }))
    .filter((due) => !begun.some(({ kind, toDay }) => kind === due.kind && toDay >= due.toDay))
}

/** Whether a period fits its kind: a calendar quarter, a calendar year, or any days in order for a review of the process. */
export function isPeriodOf(kind: EvaluationKind, { fromDay, toDay }: Period): Decision {
  if (fromDay > toDay) return deny('evaluation-period-order')
  if (kind === 'process') return allow
  const fits = lastPeriod(kind, addDays(toDay, 1))
  return fits.fromDay === fromDay && fits.toDay === toDay ? allow : deny(`evaluation-period-${kind}`)
}

type Correction = { correction: string | null; personId: string | null; dueDay: Day | null }

/** True when a finding has what puts it right, who does it and by when. */
export function isCorrected({ correction, personId, dueDay }: Correction): boolean {
  return correction !== null && personId !== null && dueDay !== null
}

/** S1-74: an evaluation is not closed while something it found wrong has no correction with person and date. */
export function canCloseEvaluation(findings: readonly Correction[]): Decision {
  const open = findings.filter((finding) => !isCorrected(finding)).length
  return open > 0 ? deny('evaluation-uncorrected', { count: open }) : allow
}

/** What was counted of the cases received in a period. */
export type PeriodCounts = {
  cases: number
  complaints: number
  closed: number
  reopened: number
  inTime: number
  late: number
}

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 100)

/** Rates of a period in percent to two decimals; none where there is nothing to divide by. */
export function periodFigures({ cases, complaints, closed, reopened, inTime, late }: PeriodCounts) {
  return [
    { code: 'cases' as const, value: cases },
    { code: 'complaints' as const, value: complaints },
    { code: 'complaintRate' as const, value: percent(complaints, cases) },
    { code: 'resolution' as const, value: percent(closed, complaints) },
    { code: 'onTime' as const, value: percent(inTime, inTime + late) },
    { code: 'reopened' as const, value: percent(reopened, complaints) },
  ]
}
