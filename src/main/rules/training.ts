import { allow, type Decision, deny } from '../../shared/failure.ts'
import { type Day, DESK_ZONE, type Instant, MINUTE } from '../../shared/time.ts'
import type { EffectFigures, Schedule, TrainingDraft } from '../../shared/training/model.ts'
import { type Attendance, type PlanState, type Repeat, TOPIC_TABLE } from '../../shared/training/words.ts'
import { addDays, addMonths } from './days.ts'
import { momentOf } from './zone.ts'

const DAY_OF: Record<Repeat, (first: Day, place: number) => Day> = {
  once: (first) => first,
  weekly: (first, place) => addDays(first, 7 * place),
  monthly: (first, place) => addMonths(first, place),
  quarterly: (first, place) => addMonths(first, 3 * place),
}

export type SessionTime = { place: number; startsAt: Instant; endsAt: Instant }

/** S3-80: the sessions that a schedule gives, each counted from the first, so that the 31st does not drift. */
export function sessionsOf({ firstDay, minute, minutes, repeat, times }: Schedule): SessionTime[] {
  const count = repeat === 'once' ? 1 : times
  return Array.from({ length: count }, (_, place) => {
    const startsAt = momentOf(DESK_ZONE, DAY_OF[repeat](firstDay, place), minute)
    return { place: place + 1, startsAt, endsAt: startsAt + minutes * MINUTE }
  })
}

/** S3-80..88: a training lies in its plan's year, its subjects fit its kind, and a case seminar names its cases. */
export function checkTraining(draft: TrainingDraft, year: number): Decision {
  const foreign = draft.topics.find((topic) => TOPIC_TABLE[topic].kind !== draft.kind)
  if (foreign !== undefined) return deny('training-topic', { zh: TOPIC_TABLE[foreign].zh, en: TOPIC_TABLE[foreign].en })
  if (draft.way === 'caseStudy' && draft.studyIds.length === 0) return deny('training-no-case')
  const last = sessionsOf(draft.schedule).at(-1)
  const isInside =
    draft.schedule.firstDay.startsWith(`${year}-`) &&
    (last?.startsAt ?? 0) < momentOf(DESK_ZONE, `${year + 1}-01-01`, 0)
  return isInside ? allow : deny('training-year', { year })
}

/** S3-79: a plan has trainings, and they stay within its money. */
export function canApprovePlan(plan: { state: PlanState; budgetFen: number }, budgets: readonly number[]): Decision {
  if (plan.state === 'approved') return deny('training-plan-approved')
  if (budgets.length === 0) return deny('training-plan-empty')
  return withinBudget(plan.budgetFen, budgets)
}

/** Trainings of a plan cost no more than the plan has. */
export function withinBudget(budgetFen: number, budgets: readonly number[]): Decision {
  const sum = budgets.reduce((total, each) => total + each, 0)
  return sum <= budgetFen ? allow : deny('training-budget', { over: (sum - budgetFen) / 100 })
}

/** S3-89: a result is known once the session has begun; whoever attended an examination has a score, nobody else. */
export function canRecord(
  session: { state: string; startsAt: Instant },
  result: { attendance: Attendance; score: number | null },
  facts: { now: Instant; passMark: number | null },
): Decision {
  if (session.state === 'cancelled') return deny('training-cancelled')
  if (session.startsAt > facts.now) return deny('training-not-begun')
  const isExamined = facts.passMark !== null && result.attendance === 'attended'
  if (isExamined && result.score === null) return deny('training-score-missing')
  return !isExamined && result.score !== null ? deny('training-score-odd') : allow
}

/** S2-183: passed or not; null where nothing was examined. */
export function isPassed(score: number | null, passMark: number | null): boolean | null {
  return score === null || passMark === null ? null : score >= passMark
}

type Result = { attendance: Attendance | null; score: number | null }
const mean = (list: readonly number[]) =>
  list.length === 0 ? null : Math.round((list.reduce((sum, each) => sum + each, 0) / list.length) * 10) / 10

type Since = { at: Instant; month: string }

/** S2-183: what a training came to, and quality and scorecard points of those who attended, before its first session and since. */
export function effectFiguresOf(
  results: readonly Result[],
  passMark: number | null,
  quality: readonly { at: Instant; total: number }[],
  points: readonly { month: string; total: number }[],
  first: Since,
): EffectFigures {
  const scores = results.flatMap(({ score }) => score ?? [])
  return {
    invited: results.length,
    attended: results.filter(({ attendance }) => attendance === 'attended').length,
    examined: passMark === null ? 0 : scores.length,
    passed: scores.filter((score) => isPassed(score, passMark) === true).length,
    averageScore: mean(scores),
    qualityBefore: mean(quality.filter(({ at }) => at < first.at).map(({ total }) => total)),
    qualityAfter: mean(quality.filter(({ at }) => at >= first.at).map(({ total }) => total)),
    // The month of the first session is half before and half after.
    pointsBefore: mean(points.filter(({ month }) => month < first.month).map(({ total }) => total)),
    pointsAfter: mean(points.filter(({ month }) => month > first.month).map(({ total }) => total)),
  }
}
