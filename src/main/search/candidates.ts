import type { SearchWord } from '../../shared/search/grammar.ts'
import { askedOf, fragmentAsked } from '../../shared/search/tokens.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

/** Beginnings with more cases than this are looked for as whole words only: whoever types on narrows them. */
const MOST_BEGINNING = 3000
/** Places looked at in one go, newest first. */
const STRETCH = 1000
/** Counted as far as it matters for choosing the rarest word. */
const COUNTED = 2000

/** What the words ask of the store: words that must stand whole, and lists of places already found by a beginning. */
type Terms = { whole: string[]; lists: Set<number>[] }

async function termsOf(db: Db, words: readonly SearchWord[]): Promise<Terms> {
  const terms: Terms = { whole: [], lists: [] }
  for (const { text, isPhrase } of words) {
    const { whole, begins } = askedOf(text, isPhrase)
    terms.whole.push(...whole)
    const fragment = fragmentAsked(text)
    for (const start of begins) {
      const { places, isWhole } = await placesBeginning(db, fragment === undefined ? [start] : [start, fragment])
      if (isWhole || fragment !== undefined) terms.lists.push(places)
      else terms.whole.push(start)
    }
  }
  return terms
}

type Beginning = { places: Set<number>; isWhole: boolean }

/** Places of words that begin so, as many as are worth a list; the newest of the last word when there are more. */
async function placesBeginning(db: Db, starts: readonly string[]): Promise<Beginning> {
  const places = new Set<number>()
  let isWhole = true
  for (const start of starts) {
    const rows = await db
      .selectFrom('caseWords')
      .select('place')
      .where('word', '>=', start)
      .where('word', '<', afterPrefix(start))
      .orderBy('word', 'desc')
      .orderBy('place', 'desc')
      .limit(MOST_BEGINNING)
      .execute()
    if (rows.length === MOST_BEGINNING) isWhole = false
    for (const { place } of rows) places.add(place)
  }
  return { places, isWhole }
}

async function rarest(db: Db, words: readonly string[]): Promise<{ word: string; count: number } | undefined> {
  let best: { word: string; count: number } | undefined
  for (const word of words) {
    const some = db
      .selectFrom('caseWords')
      .select('place')
      .where('word', '=', word)
      .limit(best?.count ?? COUNTED)
    const row = await db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const count = Number(row.count)
    if (!best || count < best.count) best = { word, count }
    if (count === 0) return best
  }
  return best
}

async function placesOf(db: Db, word: string, before: number): Promise<number[]> {
  const rows = await db
    .selectFrom('caseWords')
    .select('place')
    .where('word', '=', word)
    .where('place', '<', before)
    .orderBy('place', 'desc')
    .limit(STRETCH)
    .execute()
  return rows.map(({ place }) => place)
}

/** Which of the places have a word, looked up one by one in the index. */
async function withWord(db: Db, word: string, places: readonly number[]): Promise<number[]> {
  const known = new Set<number>()
  for (const some of parts(places)) {
    const rows = await db
      .selectFrom('caseWords')
      .select('place')
      .where('word', '=', word)
      .where('place', 'in', some)
      .execute()
    for (const { place } of rows) known.add(place)
  }
  return places.filter((place) => known.has(place))
}

/** Places that have every word, newest first; stretches of bounded work, so that whoever reads may stop between them. */
export async function* candidates(db: Db, words: readonly SearchWord[], before: number): AsyncGenerator<number[]> {
  const { whole, lists } = await termsOf(db, words)
  const smallest = lists.toSorted((a, b) => a.size - b.size)[0]
  const inLists = (place: number) => lists.every((list) => list.has(place))
  if (smallest) {
    const sorted = [...smallest].filter((place) => place < before && inLists(place)).sort((a, b) => b - a)
    for (const some of parts(sorted, STRETCH)) yield await narrowed(db, whole, some)
    return
  }
  const driver = await rarest(db, whole)
  if (!driver || driver.count === 0) return
  const others = whole.filter((word) => word !== driver.word)
  for (let from = before; ; ) {
    const places = await placesOf(db, driver.word, from)
    yield await narrowed(db, others, places)
    const last = places.at(-1)
    if (places.length < STRETCH || last === undefined) return
    from = last
  }
}

async function narrowed(db: Db, words: readonly string[], places: readonly number[]): Promise<number[]> {
  let left = [...places]
  for (const word of words) if (left.length > 0) left = await withWord(db, word, left)
  return left
}
