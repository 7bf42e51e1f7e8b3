import { FILTERS, type FilterName, filterNamed, filterValue } from './filters.ts'

/** A word must begin so or, in quotes, stand so, blanks within included. */
export type SearchWord = { text: string; isPhrase: boolean }

/** What a typed search means: words that must all occur, at most one value for each filter, and filters with values nobody knows. */
export type SearchQuery = {
  words: SearchWord[]
  filters: { [F in FilterName]?: string }
  unknown: { name: FilterName; text: string }[]
}

type Piece = { text: string; isQuoted: boolean }

/** Pieces between blanks; quotes hold blanks together, a doubled quote inside is a quote. The last quote may be missing while it is typed. */
function piecesOf(typed: string): Piece[] {
  const text = typed.replace(/[“”„＂]/g, '"')
  const pattern = /"((?:[^"]|"")*)(?:"|$)|(\S+)/g
  return [...text.matchAll(pattern)].map(([, quoted, plain]) =>
    quoted === undefined
      ? { text: plain ?? '', isQuoted: false }
      : { text: quoted.replaceAll('""', '"'), isQuoted: true },
  )
}

const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')

function splitFilter(text: string): { name: FilterName; value: string } | undefined {
  const at = text.search(/[:：]/)
  if (at < 1) return undefined
  const name = filterNamed(text.slice(0, at))
  const value = text.slice(at + 1)
  return name === undefined || value === '' ? undefined : { name, value }
}

/** Reads what was typed: `行李 "服务 态度" tier:diamond is:open`. Nothing typed is an error; what cannot be a filter is a word. */
export function parseSearch(typed: string): SearchQuery {
  const query: SearchQuery = { words: [], filters: {}, unknown: [] }
  for (const { text, isQuoted } of piecesOf(typed)) {
    const filter = isQuoted ? undefined : splitFilter(text)
    if (filter) {
      const value = filterValue(filter.name, filter.value)
      if (value === undefined) query.unknown.push({ name: filter.name, text: filter.value })
      else query.filters[filter.name] = value
    } else if (tidy(text) !== '') query.words.push({ text: tidy(text), isPhrase: isQuoted })
  }
  return query
}

/** Writes a search so that it reads back as the same: words, then filters, then what was not understood. */
export function printSearch({ words, filters, unknown }: SearchQuery): string {
  const written = words.map(({ text, isPhrase }) => (isPhrase ? `"${text.replaceAll('"', '""')}"` : text))
  const narrowed = FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [`${name}:${filters[name]}`]))
  return [...written, ...narrowed, ...unknown.map(({ name, text }) => `${name}:${text}`)].join(' ')
}

/** The words of a search as one text: what is asked of members and calls. */
export function wordsText({ words }: SearchQuery): string {
  return words.map(({ text }) => text).join(' ')
}

/** True for a search that asks for nothing. */
export function isEmptySearch({ words, filters }: SearchQuery): boolean {
  return words.length === 0 && Object.keys(filters).length === 0
}
