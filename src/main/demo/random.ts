/** A die that falls the same way for the same seed, in every run and on every machine. */
export type Random = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks by weight; a weight of 0 is never picked. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T
  /** A span around a usual value with a long tail to the right, as waits and talks have. */
  around(usual: number, spread: number): number
  shuffled<T>(list: readonly T[]): T[]
  /** A random id in the form the desk uses. */
  id(): string
}

/** A stream of dice named by seed and purpose, so that more of one thing does not change another. */
export function createRandom(seed: number, purpose: string): Random {
  const next = sfc32(...hash(`${seed} ${purpose}`))
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(next() * list.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return {
    next,
    between,
    pick,
    chance: (probability) => next() < probability,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const found = list.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? pick(list))[0]
    },
    around: (usual, spread) => usual * Math.exp(spread * normal(next)),
    shuffled: (list) =>
      list
        .map((value) => ({ value, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
    id: () => uuid(() => Math.floor(next() * 16)),
  }
}

/** Four numbers from a text. */
function hash(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef]
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    state.forEach((value, i) => {
      state[i] = Math.imul(value ^ code, 597399067 + 2 * i) ^ (value >>> (15 - i))
    })
  }
  return state
}

/** The small fast counter generator of PractRand's author; good far beyond what a demo asks. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const step = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i += 1) step()
  return step
}

/** Twelve dice less six: close enough to the bell curve, and the same on every machine. */
function normal(next: () => number): number {
  return Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, 0) - 6
}

function uuid(hexDigit: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => hexDigit().toString(16))
}
