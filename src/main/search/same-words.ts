import { plainText, tokensOf } from '../../shared/search/tokens.ts'
import type { Db, Row } from '../store/types.ts'
import { SEARCHED_COLUMNS, wordsOf } from './word-store.ts'

/** Words of one case that are looked up, from its title on. */
const MOST_WORDS = 48
/** A word that more cases have says nothing about any of them. */
const MOST_CASES = 80
/** In a small store a word says nothing when more than one case in so many has it. */
const ONE_IN = 5
const FEWEST_CASES = 4
/** Cases that come back, those with the most words in common. */
const MOST_FOUND = 25

const TELLING = /^(?:\p{Script=Han}{2}|(?!\d+$)[^\p{Script=Han}]{4,})$/u

/** The words of a text that may tell what it is about: pairs of Chinese signs and longer words, no mere numbers. */
export function tellingWords(text: string): string[] {
  return [...tokensOf(plainText(text))].filter((word) => TELLING.test(word)).slice(0, MOST_WORDS)
}

export type SameWords = {
  /** The words that few enough cases have. */
  asked: number
  /** By case, the words that it shares. */
  shared: ReadonlyMap<string, string[]>
}

/** The other cases that have telling words of one: a bounded number of short looks into the index of words. */
export async function sameWords(db: Db, row: Pick<Row<'cases'>, 'id' | 'title' | 'content'>): Promise<SameWords> {
  const most = await mostCases(db)
  const byPlace = new Map<number, string[]>()
  let asked = 0
  for (const word of tellingWords([row.title, row.content].join('\n'))) {
    const places = await placesWith(db, word, most + 1)
    if (places.length > most) continue
    asked += 1
    for (const place of places) byPlace.set(place, [...(byPlace.get(place) ?? []), word])
  }
  return { asked, shared: await byCase(db, row.id, byPlace) }
}

async function placesWith(db: Db, word: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('caseWords')
    .select('place')
    .where('word', '=', word)
    .orderBy('place', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ place }) => place)
}

/** The cases that share the most words, but not the one itself; what their logs say is about them, not what they are about. */
async function byCase(
  db: Db,
  own: string,
  byPlace: ReadonlyMap<number, string[]>,
): Promise<ReadonlyMap<string, string[]>> {
  const best = [...byPlace.entries()].sort(([p, a], [q, b]) => b.length - a.length || q - p).slice(0, MOST_FOUND)
  if (best.length === 0) return new Map()
  const rows = await db
    .selectFrom('caseSearch')
    .innerJoin('cases', 'cases.id', 'caseSearch.caseId')
    .select(['caseSearch.caseId', 'caseSearch.place'])
    .select(SEARCHED_COLUMNS.map((column) => `cases.${column}` as const))
    .where(
      'caseSearch.place',
      'in',
      best.map(([place]) => place),
    )
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const words = wordsOf(row)
      const shared = (byPlace.get(row.place) ?? []).filter((word) => words.has(word))
      return row.caseId === own || shared.length === 0 ? [] : [[row.caseId, shared]]
    }),
  )
}

/** How many cases may have a word that still tells something: fewer in a small store. */
async function mostCases(db: Db): Promise<number> {
  const some = db
    .selectFrom('caseSearch')
    .select('place')
    .limit(MOST_CASES * ONE_IN)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Math.max(FEWEST_CASES, Math.floor(Number(count) / ONE_IN))
}
