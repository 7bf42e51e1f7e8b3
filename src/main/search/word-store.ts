import { fragmentsOf, numbersIn, tokensOf } from '../../shared/search/tokens.ts'
import { nameKeys } from '../rules/names.ts'
import type { Said } from '../rules/said.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** What of a case can be searched for. */
export const SEARCHED_COLUMNS = [
  ...(['number', 'title', 'content', 'reason', 'demand', 'contactName', 'contactDigits'] as const),
  ...(['flightNo', 'route', 'ticketNo', 'pnr', 'baggageTag'] as const),
] as const satisfies readonly (keyof Row<'cases'>)[]

export type SearchedCase = Pick<Row<'cases'>, (typeof SEARCHED_COLUMNS)[number]>

/** Everything of a case that a search compares with, as one text. */
export function searchedText(row: SearchedCase): string {
  const { namePinyin, nameInitials } = nameKeys(row.contactName)
  return [...SEARCHED_COLUMNS.map((column) => row[column] ?? ''), namePinyin, nameInitials].join('\n')
}

/** Every word by which a case is found. */
export function wordsOf(row: SearchedCase): Set<string> {
  const numbers = [row.contactDigits, row.ticketNo ?? '', row.baggageTag ?? ''].map((number) =>
    number.replace(/\D/g, ''),
  )
  return new Set([...tokensOf(searchedText(row)), ...numbers.flatMap(fragmentsOf)])
}

/** Every word by which a case is found for what its log says; a number also from each of its digits on. */
function wordsSaid(said: readonly Pick<Said, 'text'>[]): Set<string> {
  return new Set(said.flatMap(({ text }) => [...tokensOf(text), ...numbersIn(text).flatMap(fragmentsOf)]))
}

const STRETCH = 1000

/** A free place at the moment of registration, or just behind it. */
async function freePlace(db: Db, registeredAt: number): Promise<number> {
  for (let from = Math.max(1, registeredAt); ; from += STRETCH) {
    const last = await db
      .selectFrom('caseSearch')
      .select('place')
      .where('place', '>=', from)
      .where('place', '<', from + STRETCH)
      .orderBy('place', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return from
    if (last.place < from + STRETCH - 1) return last.place + 1
  }
}

async function insertWords(db: Db, place: number, words: Iterable<string>): Promise<void> {
  for (const some of parts([...words], 200))
    await db
      .insertInto('caseWords')
      .values(some.map((word) => ({ word, place })))
      .onConflict((conflict) => conflict.columns(['word', 'place']).doNothing())
      .execute()
}

/** Makes a new case findable by its words; what its log says later comes entry by entry. */
export async function indexCase(db: Db, row: SearchedCase & Pick<Row<'cases'>, 'id' | 'registeredAt'>): Promise<void> {
  const place = await freePlace(db, row.registeredAt)
  await db.insertInto('caseSearch').values({ caseId: row.id, place }).execute()
  await insertWords(db, place, wordsOf(row))
}

/** Makes a case findable by what entries of its log say; one that has no words yet gets them when its turn comes. */
export async function indexSaid(db: Db, caseId: string, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  const known = await db.selectFrom('caseSearch').select('place').where('caseId', '=', caseId).executeTakeFirst()
  if (known) await insertWords(db, known.place, wordsSaid(said))
}

/** A case's own text and what its log says: all by which it is found. */
export type SearchedFile = { row: SearchedCase; said: readonly Said[] }

const allWords = ({ row, said }: SearchedFile) => new Set([...wordsOf(row), ...wordsSaid(said)])

/** Keeps the words of a case in step with its text; a case that has none yet gets them when its turn comes. */
export async function reindexCase(db: Db, caseId: string, before: SearchedFile, after: SearchedFile): Promise<void> {
  const known = await db.selectFrom('caseSearch').select('place').where('caseId', '=', caseId).executeTakeFirst()
  if (!known) return
  const [old, now] = [allWords(before), allWords(after)]
  const gone = [...old].filter((word) => !now.has(word))
  for (const some of parts(gone))
    await db.deleteFrom('caseWords').where('place', '=', known.place).where('word', 'in', some).execute()
  await insertWords(
    db,
    known.place,
    [...now].filter((word) => !old.has(word)),
  )
}
