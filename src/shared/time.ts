import { z } from 'zod'

/** A moment, as integer milliseconds since 1970-01-01T00:00Z. The only form of time inside the program. */
export type Instant = number

/** A calendar day in the desk's time zone, as YYYY-MM-DD. */
export type Day = string

/** The desk's clock: its days, its dates and the hours on its wall; a calendar of opening hours names a zone of its own. */
export const DESK_ZONE = 'Asia/Shanghai'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const instant = z.number().int().min(0).max(8_640_000_000_000)

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists, strictly written (2026-02-30 is not a day). */
export function isDay(text: string): boolean {
  const match = DAY_FORM.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toISOString().slice(0, 10) === text
}

export const day = z.string().refine(isDay, { message: 'day' })

const INSTANT_FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Reads 2026-09-30T08:00:00+08:00 or …Z strictly; undefined for anything else, also for a day that does not exist. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT_FORM.exec(text)
  if (!match || !isDay(match[1] ?? '')) return undefined
  if (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return undefined
  const value = Date.parse(text)
  return Number.isNaN(value) ? undefined : value
}

/** Writes an instant as UTC, for example 2026-09-30T00:00:00.000Z. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString()
}
