import type { FailureParams } from '../../shared/failure.ts'
import type { FieldType, Reason } from '../../shared/imports/model.ts'
import type { Day } from '../../shared/time.ts'

/** What one cell became: a value, or the reason it was refused. */
export type Cell<T> = { ok: true; value: T } | { ok: false; reason: Reason; params?: FailureParams }

/** What a reader may know besides the cell: the desk's day, since nothing recorded may lie after it. */
export type CellContext = { today: Day }

/** Reads a trimmed, non-empty cell. */
export type CellReader<T> = (text: string, context: CellContext) => Cell<T>

/** A kind of cell: makes a reader for a format written in the map, or undefined when the format means nothing to it. */
export type CellKind<T> = { type: FieldType; reader: (format?: string) => CellReader<T> | undefined }

export function ok<T>(value: T): Cell<T> {
  return { ok: true, value }
}

export function no(reason: Reason, params?: FailureParams): { ok: false; reason: Reason; params?: FailureParams } {
  return params ? { ok: false, reason, params } : { ok: false, reason }
}

const BEYOND_ASCII = /[^\t -~]/
/** Control characters other than tabs and line breaks, halves of a pair, the mark of a failed decoding, non-characters. */
const BAD = /[^\P{Cc}\t\n\r]|[\p{Cs}\u{fffd}-\u{ffff}]/u

/** Full-width digits, letters and signs (１３８，＠) as their plain forms; only for cells where width means nothing. */
export function plain(text: string): string {
  return BEYOND_ASCII.test(text) ? text.normalize('NFKC') : text
}

/** A kind that takes no format. */
function fixed<T>(type: FieldType, read: CellReader<T>): CellKind<T> {
  return { type, reader: (format) => (format === undefined ? read : undefined) }
}

/** Free text of at most `max` characters. */
export function text(max: number): CellKind<string> {
  return fixed('text', (cell) => {
    if (cell.length > max) return no('too-long', { max })
    return BAD.test(cell) ? no('bad-characters') : ok(cell)
  })
}

const CARD = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/

/** A card number: letters, digits and hyphens, in capitals, without the blanks people write into it. */
export const card: CellKind<string> = fixed('text', (cell) => {
  const number = plain(cell).replaceAll(' ', '')
  return CARD.test(number) ? ok(number.toUpperCase()) : no('not-a-card')
})

/** One of a closed set of words; `words` lists for each value what people write for it. */
export function choice<T extends string>(words: Record<T, readonly string[]>): CellKind<T> {
  const known = new Map<string, T>()
  const values = Object.keys(words).filter((key): key is T => key in words)
  for (const value of values) {
    for (const word of [value, ...words[value]]) known.set(word.toLowerCase(), value)
  }
  const allowed = values.join(', ')
  return fixed('choice', (cell) => {
    const value = known.get(cell) ?? known.get(plain(cell).toLowerCase())
    return value === undefined ? no('unknown-choice', { allowed }) : ok(value)
  })
}

const WHOLE = /^\d{1,15}$/
const GROUPED = /^\d{1,3}(,\d{3})+(?=\.|$)/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Why a cell that is not the wanted number was refused. */
function numberRefusal(cell: string): ReturnType<typeof no> {
  if (!NUMBER.test(cell)) return no('not-a-number')
  return no(cell.startsWith('-') ? 'negative' : 'not-whole')
}

/** The number without the commas between thousands; `1,23` keeps its comma and is refused later. */
function ungrouped(cell: string): string {
  const body = cell.startsWith('-') ? cell.slice(1) : cell
  return GROUPED.test(body) ? cell.replaceAll(',', '') : cell
}

/** A whole number from 0 to `max`; `12.0` is whole, as spreadsheets write it. */
export function whole(max: number): CellKind<number> {
  return fixed('whole', (cell) => {
    const digits = WHOLE.test(cell) ? cell : ungrouped(plain(cell)).replace(/\.0+$/, '')
    if (!WHOLE.test(digits))
      return digits.length > 15 && /^\d+$/.test(digits) ? no('too-large', { max }) : numberRefusal(digits)
    const value = Number(digits)
    return value > max ? no('too-large', { max }) : ok(value)
  })
}

const YUAN = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/

/** An amount in yuan with at most two decimals (¥1,234.50) as fen; the format `fen` reads whole fen. */
export function money(maxFen: number): CellKind<number> {
  const read = (cell: string, isFen: boolean): Cell<number> => {
    const amount = ungrouped(plain(cell).replace(/^(?:¥|CNY|RMB)\s*|\s*(?:元|CNY|RMB)$/gi, ''))
    const match = YUAN.exec(amount)
    if (!match || (isFen && match[2] !== undefined)) {
      if (/^\d{14,}/.test(amount)) return no('too-large', { max: maxFen / 100 })
      const refused = numberRefusal(amount)
      return refused.reason === 'not-whole' && !isFen ? no('too-precise', { decimals: 2 }) : refused
    }
    const fen = isFen ? Number(match[1]) : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
    return fen > maxFen ? no('too-large', { max: maxFen / 100 }) : ok(fen)
  }
  return {
    type: 'money',
    reader: (format) => {
      if (format === undefined || format === 'yuan') return (cell) => read(cell, false)
      return format === 'fen' ? (cell) => read(cell, true) : undefined
    },
  }
}

/** Several short texts in one cell, divided by ; 、 | or line breaks; repeated ones count once. */
export function list(maxItems: number, maxLength: number): CellKind<string[]> {
  return fixed('list', (cell) => {
    if (BAD.test(cell)) return no('bad-characters')
    const items = new Set(cell.split(/[;；、|,，\n\r]/).map((item) => item.trim()))
    items.delete('')
    if (items.size > maxItems) return no('too-many', { max: maxItems })
    for (const item of items) if (item.length > maxLength) return no('too-long', { max: maxLength })
    return ok([...items])
  })
}
