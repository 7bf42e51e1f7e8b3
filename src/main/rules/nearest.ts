/** From so many letters on a word may be one slip away, and from so many two: shorter ones mean too much. */
const ONE_FROM = 4
const TWO_FROM = 8
const LONGEST = 24

/** How many slips a searched word is forgiven: none unless it is of plain Latin letters, as no number or flight is. */
export function slipsAllowed(word: string): 0 | 1 | 2 {
  if (!/^[a-z]+$/.test(word) || word.length < ONE_FROM || word.length > LONGEST) return 0
  return word.length < TWO_FROM ? 1 : 2
}

/**
 * Slips between two words, at most `most` + 1: a letter left out, put in or mistaken, or two neighbours changed over, no
 * letter twice (optimal string alignment).
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + Number(!isSame))
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least)
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

/** The known word that was most likely meant: fewest slips, then first in the alphabet; none further than is forgiven. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  const most = slipsAllowed(word)
  let best: { word: string; slips: number } | undefined
  if (most === 0) return undefined
  for (const one of known) {
    const slips = slipsBetween(word, one, most)
    if (slips > most) continue
    if (!best || slips < best.slips || (slips === best.slips && one < best.word)) best = { word: one, slips }
  }
  return best?.word
}

/** The known words within the slips that are forgiven, each once: fewest slips first, then by the alphabet. */
export function nearOnes(word: string, known: Iterable<string>): string[] {
  const most = slipsAllowed(word)
  if (most === 0) return []
  return [...new Set(known)]
    .map((one) => ({ one, slips: slipsBetween(word, one, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.one < b.one ? -1 : 1))
    .map(({ one }) => one)
}
