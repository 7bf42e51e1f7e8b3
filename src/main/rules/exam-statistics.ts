import type { ItemFigures } from '../../shared/exams/model.ts'
import type { ItemVerdict } from '../../shared/exams/words.ts'

/** One marked answer to an item, and what the whole paper of that attempt came to. */
export type ItemAnswer = { points: number; outOf: number; total: number; totalOutOf: number }

/** Fewer answers say nothing (domain: "样本不足"). */
export const MIN_ANSWERS = 10
const GROUP = 0.27
const LIMITS = { tooEasy: 0.95, tooHard: 0.2, weak: 0.2 }

const round = (value: number) => Math.round(value * 1000) / 1000
const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
const shareOf = ({ points, outOf }: ItemAnswer) => points / outOf
const totalShare = ({ total, totalOutOf }: ItemAnswer) => total / totalOutOf

/** The difficulty index: the share of the points that was won, 0 to 1. */
export function difficultyOf(answers: readonly ItemAnswer[]): number {
  return Math.min(1, Math.max(0, mean(answers.map(shareOf))))
}

/** The discrimination index: the share won by the best 27 % (by their whole paper) minus that of the worst 27 %. */
export function discriminationOf(answers: readonly ItemAnswer[]): number {
  const sorted = [...answers].sort((a, b) => totalShare(a) - totalShare(b) || shareOf(a) - shareOf(b))
  const size = Math.max(1, Math.round(sorted.length * GROUP))
  return mean(sorted.slice(-size).map(shareOf)) - mean(sorted.slice(0, size).map(shareOf))
}

/** Pearson's correlation of the item with the rest of its paper; null where one of them never differs. */
export function correlationOf(answers: readonly ItemAnswer[]): number | null {
  const pairs = answers
    .filter(({ outOf, totalOutOf }) => totalOutOf > outOf)
    .map((one) => ({ item: shareOf(one), rest: (one.total - one.points) / (one.totalOutOf - one.outOf) }))
  if (pairs.length < 2) return null
  const middle = { item: mean(pairs.map(({ item }) => item)), rest: mean(pairs.map(({ rest }) => rest)) }
  let [both, items, rests] = [0, 0, 0]
  for (const { item, rest } of pairs) {
    both += (item - middle.item) * (rest - middle.rest)
    items += (item - middle.item) ** 2
    rests += (rest - middle.rest) ** 2
  }
  if (items < 1e-12 || rests < 1e-12) return null
  return Math.max(-1, Math.min(1, both / Math.sqrt(items * rests)))
}

/** S3-99: what the marked answers say about a question; nothing below the smallest sample. */
export function itemFiguresOf(answers: readonly ItemAnswer[]): ItemFigures {
  if (answers.length < MIN_ANSWERS)
    return { answers: answers.length, difficulty: null, discrimination: null, correlation: null, verdict: 'few' }
  const difficulty = difficultyOf(answers)
  const discrimination = discriminationOf(answers)
  const correlation = correlationOf(answers)
  return {
    answers: answers.length,
    difficulty: round(difficulty),
    discrimination: round(discrimination),
    correlation: correlation === null ? null : round(correlation),
    verdict: verdictOf(difficulty, discrimination),
  }
}

function verdictOf(difficulty: number, discrimination: number): ItemVerdict {
  if (discrimination < 0) return 'wrongKey'
  if (difficulty > LIMITS.tooEasy) return 'tooEasy'
  if (difficulty < LIMITS.tooHard) return 'tooHard'
  return discrimination < LIMITS.weak ? 'weak' : 'good'
}
