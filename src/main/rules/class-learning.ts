import { z } from 'zod'
import type { LearnedProposal } from '../../shared/routing/classes.ts'
import { readable } from './class-words.ts'

/** A text whose class a person settled. */
export type Lesson = { text: string; category: string }

/** What was learned: how often each class occurred and how often each pair of signs occurred in its texts. */
export const classModel = z.object({
  cases: z.number().int(),
  classes: z.array(z.object({ category: z.string(), cases: z.number().int() })),
  /** For each pair of signs, in how many texts of each class it stands, in the order of the classes. */
  pairs: z.array(z.tuple([z.string(), z.array(z.number().int())])),
})
export type ClassModel = z.infer<typeof classModel>

/** A class that fewer cases stand for is not learned, and fewer cases in all teach nothing. */
const LEAST_OF_CLASS = 5
export const LEAST_OF_ALL = 40
/** As many pairs are kept, those that tell classes apart best. */
const PAIRS = 12_000
/** A pair that stands in fewer texts is chance. */
const LEAST_OF_PAIR = 3

/** The pairs of neighbouring signs of a text, each once; words in Latin letters count as one sign. */
export function pairsOf(text: string): Set<string> {
  const signs = readable(text).match(/[a-z0-9']+|[^\s\p{P}]/gu) ?? []
  const pairs = new Set<string>()
  for (const [i, sign] of signs.entries()) {
    const next = signs[i + 1]
    if (sign.length > 1) pairs.add(sign)
    if (next !== undefined) pairs.add(sign.length > 1 || next.length > 1 ? `${sign} ${next}` : sign + next)
  }
  return pairs
}

/** S5-13: learns from settled cases (naive Bayes over pairs of neighbouring signs); null when there are too few. */
export function learnClasses(lessons: readonly Lesson[]): ClassModel | null {
  const counts = new Map<string, number>()
  for (const { category } of lessons) counts.set(category, (counts.get(category) ?? 0) + 1)
  const classes = [...counts]
    .filter(([, cases]) => cases >= LEAST_OF_CLASS)
    .map(([category, cases]) => ({ category, cases }))
    .toSorted((a, b) => (a.category < b.category ? -1 : 1))
  const place = new Map(classes.map(({ category }, i) => [category, i]))
  const known = lessons.filter(({ category }) => place.has(category))
  if (classes.length < 2 || known.length < LEAST_OF_ALL) return null
  const pairs = new Map<string, number[]>()
  for (const { text, category } of known) {
    for (const pair of pairsOf(text)) {
      const row = pairs.get(pair) ?? classes.map(() => 0)
      row[place.get(category) ?? 0] = (row[place.get(category) ?? 0] ?? 0) + 1
      pairs.set(pair, row)
    }
  }
  const sizes = classes.map(({ cases }) => cases)
  const kept = [...pairs]
    .filter(([, row]) => sum(row) >= LEAST_OF_PAIR)
    .map(([pair, row]) => ({ pair, row, gain: gainOf(row, sizes) }))
    .toSorted((a, b) => b.gain - a.gain || (a.pair < b.pair ? -1 : 1))
    .slice(0, PAIRS)
    .map(({ pair, row }): [string, number[]] => [pair, row])
  return { cases: known.length, classes, pairs: kept }
}

/** How far a pair's texts stray from how all texts spread over the classes (chi-square). */
function gainOf(row: readonly number[], sizes: readonly number[]): number {
  const share = sum(row) / sum(sizes)
  return row.reduce((total, count, i) => {
    const expected = share * (sizes[i] ?? 0)
    return total + (count - expected) ** 2 / Math.max(expected, 1e-9)
  }, 0)
}

const SHOWN = 6
/** Added to each count, so that what was never seen is unlikely and not impossible. */
const SMOOTHING = 0.1

/** S5-08: the class that the settled cases make likeliest, with the pairs that spoke for it most. */
export function classByLearning(model: ClassModel, text: string): LearnedProposal | null {
  const told = pairsOf(text)
  const found = model.pairs.filter(([pair]) => told.has(pair))
  if (found.length === 0) return null
  const logs = model.classes.map(({ cases }, i) =>
    found.reduce((total, [, row]) => total + Math.log(likely(row[i] ?? 0, cases)), Math.log(cases / model.cases)),
  )
  const top = Math.max(...logs)
  const best = logs.indexOf(top)
  const chosen = model.classes[best]
  if (!chosen) return null
  const mass = logs.reduce((total, log) => total + Math.exp(log - top), 0)
  const words = found
    .map(([text, row]) => ({ text, weight: weightOf(row, best, model) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
  return {
    category: chosen.category,
    percent: Math.round(100 / mass),
    words: words.slice(0, SHOWN),
    cases: model.cases,
  }
}

/** How much likelier a pair is in the class than in the others, as a logarithm to one decimal. */
function weightOf(row: readonly number[], place: number, { cases, classes }: ClassModel): number {
  const inside = classes[place]?.cases ?? 0
  const here = likely(row[place] ?? 0, inside)
  const there = likely(sum(row) - (row[place] ?? 0), cases - inside)
  return Math.round(Math.log(here / there) * 10) / 10
}

const likely = (count: number, cases: number) => (count + SMOOTHING) / (cases + 2 * SMOOTHING)
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
