import type { AnswerGiven, QuestionDraft } from '../../shared/exams/model.ts'

type Keyed = Pick<QuestionDraft, 'kind' | 'right'>

/** True when nothing was answered. */
export function isBlank({ choices, text }: AnswerGiven): boolean {
  return choices.length === 0 && text.trim() === ''
}

/**
 * S3-99: points of an answer. One answer and true or false: all or nothing. Several answers: all right ones give the
 * full points, some of them and no wrong one half (rounded down), any wrong one none. A short answer is null until a
 * person has read it; left empty it gives none.
 */
export function pointsOf({ kind, right }: Keyed, answer: AnswerGiven | null, outOf: number): number | null {
  if (answer === null || isBlank(answer)) return 0
  if (kind === 'short') return null
  const chosen = [...new Set(answer.choices)]
  if (chosen.length === 0 || chosen.some((place) => !right.includes(place))) return 0
  if (chosen.length === right.length) return outOf
  return kind === 'multiple' ? Math.floor(outOf / 2) : 0
}

/** Points of 100, rounded half up. */
export function scoreOf(points: number, outOf: number): number {
  return Math.floor((points * 200 + outOf) / (2 * outOf))
}

/** The sum once every answer has its points; null while one waits for a person. */
export function totalOf(points: readonly (number | null)[]): number | null {
  let sum = 0
  for (const each of points) {
    if (each === null) return null
    sum += each
  }
  return sum
}

export type MarkedAttempt = { id: string; points: number; outOf: number; score: number }

/** The attempt that counts: the best one, of equal ones the first. A retake never takes anything away. */
export function bestOf<T extends MarkedAttempt>(attempts: readonly T[]): T | undefined {
  let best: T | undefined
  for (const one of attempts) if (best === undefined || one.points * best.outOf > best.points * one.outOf) best = one
  return best
}
