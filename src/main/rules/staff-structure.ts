/** A group with fewer people than this could point at a person (S4-85). */
export const LEAST_SHOWN = 3
export const HIDDEN = 'hidden'
export const UNSAID = 'unsaid'

export type Group = { key: string; count: number }

/**
 * S4-85: groups too small to be shown are put together; when together they are still too few to hide anybody, the next
 * smallest joins them, so that no group can be worked out from the sum.
 */
export function shownGroups(keys: readonly string[], least = LEAST_SHOWN): Group[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const sorted = [...counts].map(([key, count]) => ({ key, count })).sort(bySize)
  let hidden = 0
  while (sorted[0] && (sorted[0].count < least || (hidden > 0 && hidden < least))) hidden += sorted.shift()?.count ?? 0
  const shown = sorted.sort((a, b) => (a.key < b.key ? -1 : 1))
  return hidden === 0 ? shown : [...shown, { key: HIDDEN, count: hidden }]
}

const bySize = (a: Group, b: Group) => a.count - b.count || (a.key < b.key ? -1 : 1)

const BANDS = [
  { below: 25, key: '-24' },
  { below: 30, key: '25-29' },
  { below: 35, key: '30-34' },
  { below: 45, key: '35-44' },
]

/** The age group in a year; unsaid where no year of birth is given. */
export function ageBand(birthYear: number | null, year: number): string {
  if (birthYear === null) return UNSAID
  return BANDS.find(({ below }) => year - birthYear < below)?.key ?? '45+'
}
