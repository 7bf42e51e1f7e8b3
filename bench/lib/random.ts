/** A source of chance that gives the same sequence for the same seed (mulberry32). */
export type Random = {
  /** From 0 (in) to 1 (out). */
  next(): number
  /** A whole number from 0 (in) to `below` (out). */
  below(below: number): number
  pick<T>(values: readonly T[]): T
  /** An id in the form the desk makes, from this chance. */
  id(): string
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const hex = () => below(0x1_0000_0000).toString(16).padStart(8, '0')
  return {
    next,
    below,
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    id: () => {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
