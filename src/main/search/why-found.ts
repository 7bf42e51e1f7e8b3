import type { CaseHit } from '../../shared/search/contract.ts'
import type { SearchQuery } from '../../shared/search/grammar.ts'
import { snippetOf } from '../../shared/search/marking.ts'
import { fragmentAsked, holdsWord, numbersIn } from '../../shared/search/tokens.ts'
import { maskNumbersIn } from '../rules/masked-text.ts'
import type { Said } from '../rules/said.ts'
import type { Db } from '../store/types.ts'
import { saidOf } from './said-store.ts'
import { type SearchedCase, searchedText } from './word-store.ts'

/** A case that a search looks at: the words that its own texts lack, and what its log says where some are lacking. */
export type Looked<R extends SearchedCase> = { row: R; left: readonly string[]; said: readonly Said[] }

/** The searched words that some texts and numbers do not hold. */
function wordsLeft(words: readonly string[], text: string, numbers: readonly string[]): string[] {
  return words.filter((word) => {
    const fragment = fragmentAsked(word)?.slice(1)
    return !holdsWord(text, word) && !(fragment !== undefined && numbers.some((one) => one.includes(fragment)))
  })
}

/** Looks some cases through for the words, each once; the logs are read only of those that lack some. */
export async function lookThrough<R extends SearchedCase & { id: string }>(
  db: Db,
  rows: readonly R[],
  { words }: SearchQuery,
): Promise<Looked<R>[]> {
  const searched = words.map(({ text }) => text)
  const looked = rows.map((row) => ({ row, left: wordsLeft(searched, searchedText(row), [row.contactDigits]) }))
  const lacking = looked.filter(({ left }) => left.length > 0)
  const said = await saidOf(
    db,
    lacking.map(({ row }) => row.id),
  )
  return looked.map((one) => ({ ...one, said: said.get(one.row.id) ?? [] }))
}

/** Pairs of signs may stand apart from each other: the text itself decides, and what the log says where it does not. */
export function isHeld({ left, said }: Pick<Looked<SearchedCase>, 'left' | 'said'>): boolean {
  if (left.length === 0) return true
  const numbers = said.flatMap(({ text }) => numbersIn(text))
  return wordsLeft(left, said.map(({ text }) => text).join('\n'), numbers).length === 0
}

type Piece = Pick<CaseHit, 'snippet' | 'saidIn'>

/** The piece of a case that shows why it was found: of its log where a word stands only there, else of its own texts. */
export function pieceOf({ row, left, said }: Looked<SearchedCase>, query: SearchQuery): Piece {
  for (const { kind, text } of said) {
    const piece = snippetOf(text, left) ?? numberPiece(text, left)
    if (piece !== null) return { snippet: maskNumbersIn(piece), saidIn: kind }
  }
  const searched = query.words.map(({ text }) => text)
  if (searched.some((word) => holdsWord(row.title, word))) return { snippet: null, saidIn: null }
  const pieces = [row.content, row.demand, row.reason].map((text) => snippetOf(text, searched))
  const snippet = pieces.find((piece) => piece !== null) ?? null
  return { snippet: snippet === null ? null : maskNumbersIn(snippet), saidIn: null }
}

/** The beginning of a text in which a searched number stands spaced in another way than it was typed. */
function numberPiece(text: string, words: readonly string[]): string | null {
  const asked = words.flatMap((word) => fragmentAsked(word)?.slice(1) ?? [])
  const isThere = numbersIn(text).some((number) => asked.some((digits) => number.includes(digits)))
  return isThere ? snippetOf(text, [text.slice(0, 1)]) : null
}
