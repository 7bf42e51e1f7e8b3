import type { BlueprintLine } from '../../shared/exams/model.ts'
import type { Difficulty, QuestionKind } from '../../shared/exams/words.ts'
import type { TrainingTopic } from '../../shared/training/words.ts'
import { draw, lotsOf } from './review-sample.ts'

/** What the draw needs to know of a question. */
export type PoolItem = {
  id: string
  number: number
  kind: QuestionKind
  topic: TrainingTopic
  difficulty: Difficulty
}

export type DrawnItem = { id: string; outOf: number }

/** `missing` is how many questions the bank lacks; then nothing is drawn. */
export type Drawing = { items: DrawnItem[]; missing: number }

const fits = (item: PoolItem, line: BlueprintLine) =>
  (line.topic ?? item.topic) === item.topic &&
  (line.difficulty ?? item.difficulty) === item.difficulty &&
  (line.kind ?? item.kind) === item.kind

/** A number from 0 to 2³² − 1 that a seed and some words alone decide (FNV-1a): each attempt has its own. */
export function seedOf(seed: number, ...words: readonly string[]): number {
  let mixed = 0x811c9dc5
  for (const char of `${seed}|${words.join('|')}`) mixed = Math.imul(mixed ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return mixed >>> 0
}

/**
 * S3-99: draws a paper by its blueprint: no question twice, every place by its line, the same seed the same paper
 * whatever order the bank comes in. Lines may overlap: whenever the bank can fill the blueprint at all, it is filled.
 */
export function drawPaper(blueprint: readonly BlueprintLine[], pool: readonly PoolItem[], seed: number): Drawing {
  const lot = lotsOf(seed)
  const sorted = [...pool].sort((a, b) => a.number - b.number)
  const places = blueprint.flatMap((line) => Array.from({ length: line.count }, () => line))
  const wishes = places.map((line) => {
    const candidates = sorted.filter((item) => fits(item, line))
    return draw(candidates, candidates.length, lot)
  })
  const { takenBy, missing } = matched(wishes)
  if (missing > 0) return { items: [], missing }
  const items = new Map([...takenBy].map(([item, place]) => [place, item.id]))
  return { items: places.map(({ points }, place) => ({ id: items.get(place) ?? '', outOf: points })), missing }
}

/** Gives each place one of its candidates, moving earlier choices where that makes room (augmenting paths). */
function matched(wishes: readonly (readonly PoolItem[])[]): { takenBy: Map<PoolItem, number>; missing: number } {
  const takenBy = new Map<PoolItem, number>()
  const seat = (place: number, tried: Set<PoolItem>): boolean => {
    for (const item of wishes[place] ?? []) {
      if (takenBy.has(item)) continue
      takenBy.set(item, place)
      return true
    }
    for (const item of wishes[place] ?? []) {
      if (tried.has(item)) continue
      tried.add(item)
      const other = takenBy.get(item)
      if (other === undefined || !seat(other, tried)) continue
      takenBy.set(item, place)
      return true
    }
    return false
  }
  const missing = wishes.filter((_, place) => !seat(place, new Set())).length
  return { takenBy, missing }
}

/** The order in which an attempt shows a question's options. */
export function optionOrder(count: number, seed: number, isFixed: boolean): number[] {
  const places = Array.from({ length: count }, (_, place) => place)
  return isFixed ? places : draw(places, count, lotsOf(seed))
}

/** Points that a paper gives in all. */
export function outOf(blueprint: readonly BlueprintLine[]): number {
  return blueprint.reduce((sum, { count, points }) => sum + count * points, 0)
}
