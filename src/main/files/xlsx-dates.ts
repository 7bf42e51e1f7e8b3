/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'time' | 'datetime'

const DATES = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/** The kind of a number format by its number and, for formats a workbook defines itself, its code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code !== undefined) return kindOfCode(code)
  if (id === 22) return 'datetime'
  if (DATES.has(id)) return 'date'
  return TIMES.has(id) ? 'time' : 'number'
}

/** Texts in quotes, escaped characters, colours and locales do not count; [h] and its like are times. */
function kindOfCode(code: string): NumberKind {
  const first = code.split(';', 1)[0] ?? ''
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/General|E[+-]/gi, '')
  const hasTime = /[hs]|上午|AM\/PM/i.test(bare)
  const hasDate = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime)
  if (hasDate) return hasTime ? 'datetime' : 'date'
  return hasTime ? 'time' : 'number'
}

const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400
/** Serial 25569 is 1970-01-01 where days count from 1900; four years and a day fewer where they count from 1904. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
/** Days from here on are beyond the year 9999. */
const LAST_SERIAL = 2_958_466

const two = (value: number) => String(value).padStart(2, '0')

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const known = new Map<number, string>()

/** The day that lies so many days after 1970-01-01; a sheet names the same days again and again. */
function dayText(days: number): string {
  const found = known.get(days)
  if (found) return found
  if (known.size > 50_000) known.clear()
  const text = new Date(days * DAY_MS).toISOString().slice(0, 10)
  known.set(days, text)
  return text
}

/**
 * A spreadsheet's number of days as YYYY-MM-DD, YYYY-MM-DD HH:MM:SS or HH:MM:SS; undefined where it is no day.
 * Spreadsheets believe in 1900-02-29 (serial 60): days before it are one further on, and it is refused itself.
 */
export function serialText(serial: number, kind: Exclude<NumberKind, 'number'>, is1904: boolean): string | undefined {
  if (!(serial >= 0) || serial >= LAST_SERIAL) return undefined
  const seconds = Math.round(serial * DAY_SECONDS)
  if (kind === 'time') return clock(seconds)
  const days = Math.floor(seconds / DAY_SECONDS)
  if (!is1904 && (days === 0 || days === 60)) return undefined
  const date = dayText(is1904 ? days - EPOCH_1904 : days - EPOCH_1900 + (days < 60 ? 1 : 0))
  return kind === 'date' ? date : `${date} ${clock(seconds % DAY_SECONDS)}`
}
