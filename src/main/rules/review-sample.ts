import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { SampleRule } from '../../shared/reviews/audits.ts'
import type { AlwaysTaken } from '../../shared/reviews/words.ts'

/** One of the population: what a lot is drawn for. */
export type Drawable = { id: string; number: string; agentId: string; marks: readonly AlwaysTaken[] }
export type Drawn = { id: string; number: string; agentId: string; why: 'lot' | AlwaysTaken }

/** As many as one audit can be drawn from. */
export const MOST_DRAWABLE = 20_000

/** A published generator of 32-bit numbers (mulberry32), so that anyone can draw again: shares in [0, 1). */
export function lotsOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The first `count` after shuffling from the end (Fisher and Yates). */
export function draw<T>(list: readonly T[], count: number, lot: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const place = Math.floor(lot() * (last + 1))
    const taken = mixed[place] as T
    mixed[place] = mixed[last] as T
    mixed[last] = taken
  }
  return mixed.slice(0, count)
}

const byNumber = (a: { number: string }, b: { number: string }) =>
  a.number < b.number ? -1 : a.number > b.number ? 1 : 0

/**
 * S2-138: the sample that a rule, a seed and a population give, whatever order the population comes in. First what the
 * rule always takes; then lots among the rest, in the order of the numbers, either over all or for each person apart.
 */
export function sampleOf(population: readonly Drawable[], rule: SampleRule, seed: number): Drawn[] {
  const sorted = [...population].sort(byNumber)
  const whyOf = ({ marks }: Drawable) => rule.always.find((mark) => marks.includes(mark))
  const taken = sorted.flatMap((one) => {
    const why = whyOf(one)
    return why ? [{ ...pick(one), why }] : []
  })
  const rest = sorted.filter((one) => whyOf(one) === undefined)
  const lot = lotsOf(seed)
  const people = [...new Set(rest.map(({ agentId }) => agentId))].sort()
  const heaps = rule.by === 'agent' ? people.map((id) => rest.filter(({ agentId }) => agentId === id)) : [rest]
  const drawn = heaps.flatMap((heap) => draw(heap, wanted(heap.length, rule), lot))
  return [...taken, ...drawn.map((one) => ({ ...pick(one), why: 'lot' as const }))].sort(byNumber)
}

const pick = ({ id, number, agentId }: Drawable) => ({ id, number, agentId })

/** A share is rounded up, so that nobody with work is left out of it. */
function wanted(size: number, { percent, count }: SampleRule): number {
  const share = percent === null ? 0 : Math.ceil((size * percent) / 100)
  return Math.min(size, count ?? share)
}

/** A sample needs a rule that takes something, and a population of a size that can be kept. */
export function canDraw(population: readonly Drawable[], rule: SampleRule): Decision {
  if (population.length === 0) return deny('audit-nothing')
  if (population.length > MOST_DRAWABLE)
    return deny('audit-too-many', { count: population.length, most: MOST_DRAWABLE })
  return sampleOf(population, rule, 0).length === 0 ? deny('audit-nothing') : allow
}
