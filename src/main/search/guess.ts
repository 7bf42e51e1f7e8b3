import type { SearchQuery } from '../../shared/search/grammar.ts'
import { plainText } from '../../shared/search/tokens.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { nearestOf, slipsAllowed } from '../rules/nearest.ts'
import { near } from '../rules/typos.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

/** Where words are kept: those of cases, those of articles. */
type Vocabulary = 'caseWords' | 'articleTokens'

/** Of a word with two slips these first letters are taken to be right; more words than so many are not compared. */
const SAME_LETTERS = 2
const MOST_COMPARED = 4000

/** A search with the words put right that nothing begins with, and those that were put in their place. */
export type Guessed = { query: SearchQuery; guessed: string[] }

/** Latin words that no kept word begins with become the kept word that was most likely meant; words in quotes stay. */
export async function guess(db: Db, vocabulary: Vocabulary, query: SearchQuery): Promise<Guessed> {
  const guessed: string[] = []
  const words = []
  for (const word of query.words) {
    const typed = plainText(word.text)
    const meant = word.isPhrase || slipsAllowed(typed) === 0 ? undefined : await meantBy(db, vocabulary, typed)
    if (meant !== undefined) guessed.push(meant)
    words.push(meant === undefined ? word : { ...word, text: meant })
  }
  return { query: guessed.length === 0 ? query : { ...query, words }, guessed }
}

async function meantBy(db: Db, vocabulary: Vocabulary, typed: string): Promise<string | undefined> {
  const [known] = await wordsFrom(db, vocabulary, { from: typed, until: afterPrefix(typed), most: 1 })
  if (known !== undefined) return undefined
  const oneSlip = nearestOf(typed, await wordsAmong(db, vocabulary, near(typed)))
  if (oneSlip !== undefined || slipsAllowed(typed) === 1) return oneSlip
  // Words two slips away are too many to name: those that begin alike are compared, each looked up once.
  const start = typed.slice(0, SAME_LETTERS)
  return nearestOf(
    typed,
    await wordsFrom(db, vocabulary, { from: start, until: afterPrefix(start), most: MOST_COMPARED }),
  )
}

async function wordsAmong(db: Db, vocabulary: Vocabulary, guesses: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const some of parts(guesses)) {
    const rows =
      vocabulary === 'caseWords'
        ? await db.selectFrom('caseWords').select('word').distinct().where('word', 'in', some).execute()
        : await db.selectFrom('articleTokens').select('token as word').distinct().where('token', 'in', some).execute()
    found.push(...rows.map(({ word }) => word))
  }
  return found
}

type Stretch = { from: string; until: string; most: number }

/** The different words of a stretch of the index, from one to the next, however many rows each of them has. */
async function wordsFrom(db: Db, vocabulary: Vocabulary, { from, until, most }: Stretch): Promise<string[]> {
  const rows =
    vocabulary === 'caseWords' ? await caseWords(db, from, until, most) : await articleWords(db, from, until, most)
  return rows.flatMap(({ word }) => word ?? [])
}

function caseWords(db: Db, from: string, until: string, most: number) {
  return db
    .withRecursive('steps', (on) =>
      on
        .selectFrom('caseWords')
        .select((eb) => eb.fn.min<string | null>('word').as('word'))
        .where('word', '>=', from)
        .where('word', '<', until)
        .unionAll((recursive) =>
          recursive
            .selectFrom('steps')
            .select((eb) =>
              eb
                .selectFrom('caseWords')
                .select((of) => of.fn.min('caseWords.word').as('word'))
                .whereRef('caseWords.word', '>', 'steps.word')
                .where('caseWords.word', '<', until)
                .as('word'),
            )
            .where('steps.word', 'is not', null),
        ),
    )
    .selectFrom('steps')
    .select('word')
    .limit(most)
    .execute()
}

function articleWords(db: Db, from: string, until: string, most: number) {
  return db
    .selectFrom('articleTokens')
    .select('token as word')
    .distinct()
    .where('token', '>=', from)
    .where('token', '<', until)
    .orderBy('token')
    .limit(most)
    .execute()
}
