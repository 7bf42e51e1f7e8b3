import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { currentLanguage, say } from '../i18n/use-t.ts'

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** English is written with ISO dates: 03/04 means two things to two people. */
const DATE_LOCALE = { 'en-GB': 'sv-SE', 'zh-CN': 'zh-CN' } as const

/** Formatters are costly to make and a table asks for thousands. */
function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(
  name: string,
  make: (locale: keyof typeof DATE_LOCALE) => T,
): T {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'zh-CN'
  const key = `${locale} ${name}`
  const old = made.get(key) as T | undefined
  if (old) return old
  const fresh = make(locale)
  made.set(key, fresh)
  return fresh
}

const dates = (name: string, options: Intl.DateTimeFormatOptions) =>
  kept(
    name,
    (locale) => new Intl.DateTimeFormat(DATE_LOCALE[locale], { timeZone: DESK_ZONE, hourCycle: 'h23', ...options }),
  )
const numbers = (name: string, options: Intl.NumberFormatOptions) =>
  kept(name, (locale) => new Intl.NumberFormat(locale, options))

const TWO = '2-digit' as const
const DATE = { year: 'numeric', month: TWO, day: TWO } as const

/** Date and time to the minute in desk time. */
export function dateTimeText(at: Instant): string {
  return dates('datetime', { ...DATE, hour: TWO, minute: TWO }).format(at)
}

/** Date and time to the second in desk time, for logs. */
export function preciseText(at: Instant): string {
  return dates('precise', { ...DATE, hour: TWO, minute: TWO, second: TWO }).format(at)
}

/** The calendar day of an instant in desk time. */
export function dateText(at: Instant): string {
  return dates('date', DATE).format(at)
}

/** Hours and minutes in desk time. */
export function timeText(at: Instant): string {
  return dates('time', { hour: TWO, minute: TWO }).format(at)
}

/** A calendar day (YYYY-MM-DD) in the language's order. */
export function dayText(day: Day): string {
  return kept('day', (locale) => new Intl.DateTimeFormat(DATE_LOCALE[locale], { timeZone: 'UTC', ...DATE })).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}

/** Today in desk time as YYYY-MM-DD, for date fields. */
export function today(now: Instant = Date.now()): Day {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** An amount in fen as yuan, for example ¥1,234.50. */
export function moneyText(fen: number, currency = 'CNY'): string {
  return numbers(`money ${currency}`, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    fen / 100,
  )
}

/** A whole number with separators. */
export function countText(count: number): string {
  return numbers('count', { maximumFractionDigits: 0 }).format(count)
}

/** A share between 0 and 1 as percent with one decimal. */
export function percentText(share: number): string {
  return numbers('percent', { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** A measured number with its unit; a dash for what was not measured. */
export function figureText(value: number | null, unit: string): string {
  return value === null ? '—' : `${value} ${unit}`
}

/** Kilometres. */
export function kmText(km: number): string {
  return say('ui', 'units.km', { n: countText(km) })
}

/** Size of a file in bytes, in the unit that fits. */
export function bytesText(bytes: number): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3
  const unit = ['B', 'KB', 'MB', 'GB'][step] ?? 'B'
  return `${numbers('bytes', { maximumFractionDigits: 1 }).format(bytes / 1024 ** step)} ${unit}`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** A span of milliseconds in its two largest units, for example 2小时5分 or 2h 5m. */
export function durationText(ms: number): string {
  let rest = Math.floor(Math.abs(ms) / 1000) * 1000
  const parts: string[] = []
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (n > 0) parts.push(say('ui', `units.${unit}`, { n }))
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  if (parts.length === 0) return say('ui', 'units.second', { n: 0 })
  return parts.join(currentLanguage() === 'en' ? ' ' : '')
}

/** What a clock says: time left, or time late. */
export function countdownText(dueAt: Instant, now: Instant): string {
  const time = durationText(dueAt - now)
  return dueAt >= now ? say('ui', 'countdown.left', { time }) : say('ui', 'countdown.late', { time })
}
