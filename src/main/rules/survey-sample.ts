import type { SampleKind } from '../../shared/surveys/words.ts'

/** A stream of numbers in [0, 1) that a seed alone decides (mulberry32): the same seed draws the same people. */
function stream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Drawn = { id: string; agentId: string | null }

/**
 * S3-110 S4-117: draws from those who may be asked, every one with the same chance. What comes out depends on the seed
 * and on who is there, not on their order; drawing for each agent leaves out what is nobody's own work.
 */
export function drawSample<T extends Drawn>(
  due: readonly T[],
  { kind, size, seed }: { kind: SampleKind; size: number; seed: number },
): T[] {
  const ordered = [...due].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (kind === 'all') return ordered
  const mixed = shuffled(ordered, stream(seed))
  if (kind === 'count') return mixed.slice(0, size)
  const taken = new Map<string, number>()
  return mixed.filter(({ agentId }) => {
    if (agentId === null) return false
    const count = taken.get(agentId) ?? 0
    taken.set(agentId, count + 1)
    return count < size
  })
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1))
    const [a, b] = [mixed[last], mixed[other]]
    if (a === undefined || b === undefined) continue
    mixed[last] = b
    mixed[other] = a
  }
  return mixed
}
