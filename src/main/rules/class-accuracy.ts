/** A case with what was proposed for it and which class it has. */
export type Settled = { proposed: string | null; learned: string | null; category: string }

export type AccuracyTally = {
  cases: number
  silent: number
  hits: number
  groupHits: number
  learned: { cases: number; hits: number }
  pairs: Map<string, { proposed: string | null; category: string; cases: number }>
}

const groupOf = (category: string) => category.split('.')[0]

export const newAccuracy = (): AccuracyTally => ({
  cases: 0,
  silent: 0,
  hits: 0,
  groupHits: 0,
  learned: { cases: 0, hits: 0 },
  pairs: new Map(),
})

/** S5-13: counts one case; true when what was proposed is not what it is. */
export function countClass(tally: AccuracyTally, { proposed, learned, category }: Settled): boolean {
  tally.cases += 1
  tally.silent += proposed === null ? 1 : 0
  tally.hits += proposed === category ? 1 : 0
  tally.groupHits += proposed !== null && groupOf(proposed) === groupOf(category) ? 1 : 0
  tally.learned.cases += learned === null ? 0 : 1
  tally.learned.hits += learned === category ? 1 : 0
  const key = `${proposed ?? ''} ${category}`
  const pair = tally.pairs.get(key) ?? { proposed, category, cases: 0 }
  pair.cases += 1
  tally.pairs.set(key, pair)
  return proposed !== category
}

/** The confusion of classes, the most frequent pair first, and how each class fared. */
export function accuracyOf({ pairs, ...sums }: AccuracyTally) {
  const confusion = [...pairs.values()].toSorted(
    (a, b) => b.cases - a.cases || (`${a.proposed} ${a.category}` < `${b.proposed} ${b.category}` ? -1 : 1),
  )
  const names = new Set(
    confusion.flatMap(({ proposed, category }) => (proposed === null ? [category] : [category, proposed])),
  )
  const sum = (list: readonly { cases: number }[]) => list.reduce((total, { cases }) => total + cases, 0)
  const categories = [...names].sort().map((category) => ({
    category,
    cases: sum(confusion.filter((pair) => pair.category === category)),
    proposed: sum(confusion.filter((pair) => pair.proposed === category)),
    hits: sum(confusion.filter((pair) => pair.proposed === category && pair.category === category)),
  }))
  return { ...sums, confusion, categories }
}
