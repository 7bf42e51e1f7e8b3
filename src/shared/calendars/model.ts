import { z } from 'zod'
import { bilingual } from '../policy.ts'
import { day } from '../time.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A time on the wall clock, 00:00 to 24:00. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** Hours of one working day; a night shift is written as two, split at midnight. */
export const shift = z
  .object({ from: wallTime, to: wallTime })
  .refine((hours) => hours.from < hours.to, { message: 'shift-order' })
export type Shift = z.infer<typeof shift>

const shifts = z
  .array(shift)
  .refine((list) => list.every((hours, i) => i === 0 || (list[i - 1]?.to ?? '') <= hours.from), {
    message: 'shift-overlap',
  })

/** A day that differs from its weekday: a holiday (off) or a make-up working day. */
export const calendarDay = z.object({
  date: day,
  name: z.string().min(1),
  isOffDay: z.boolean(),
  /** Where the day is from when it was set by hand and not taken from a table. */
  source: z.string().max(1000).optional(),
})
export type CalendarDay = z.infer<typeof calendarDay>

/** The days that the published holiday tables cover; due dates outside them are provisional. */
export const coverage = z
  .object({ from: day, to: day })
  .refine((span) => span.from <= span.to, { message: 'coverage-order' })

/** Where the table was taken from, with its licence. */
export const calendarSource = z.object({
  name: z.string().min(1),
  licence: z.string().optional(),
  url: z.string().optional(),
  asOf: day,
  papers: z.array(z.string()).optional(),
  /** Of those, the ones that set the days of a year. */
  papersByYear: z.record(z.string().regex(/^\d{4}$/), z.array(z.string())).optional(),
})

/** True when this runtime knows the time zone's name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** A business calendar as data; edited or imported, never computed. */
export const calendar = z
  .object({
    id: z.string().min(1).max(64),
    name: bilingual,
    zone: z.string().refine(isZone, { message: 'zone' }),
    alwaysOpen: z.boolean(),
    weekend: z.array(z.enum(WEEKDAYS)).max(6),
    /** Hours by weekday; without this a working day runs from 00:00 to 24:00. */
    shifts: z.partialRecord(z.enum(WEEKDAYS), shifts).optional(),
    days: z.array(calendarDay),
    coverage,
    /** True while no published table stands behind it: what it covers is the desk's own word. */
    isCoverageOwn: z.boolean().optional(),
    source: calendarSource,
  })
  .refine((c) => new Set(c.days.map((d) => d.date)).size === c.days.length, { message: 'day-twice' })
  .refine((c) => !c.shifts || WEEKDAYS.some((w) => !c.weekend.includes(w) && (c.shifts?.[w]?.length ?? 0) > 0), {
    message: 'never-open',
  })
export type Calendar = z.infer<typeof calendar>

/** What a calendar is called in rules and on the command line. */
export const calendarId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, { message: 'calendar-id' })

/** What of a calendar is set by hand; its days come from tables. */
export const calendarParts = z.object({
  name: bilingual,
  zone: z.string().refine(isZone, { message: 'zone' }),
  weekend: z.array(z.enum(WEEKDAYS)).max(6),
  shifts: z.partialRecord(z.enum(WEEKDAYS), shifts).optional(),
})
export type CalendarParts = z.infer<typeof calendarParts>

/** A whole calendar as a file of the desk's own. */
export const CALENDAR_FORMAT = 'vip-desk-calendar/1'
export const calendarFile = z.object({ format: z.literal(CALENDAR_FORMAT), calendar })

/** One year's published table as holiday-cn writes it; it may also set days of the December before. */
export const holidayYear = z.object({
  year: z.number().int().min(2000).max(2100),
  papers: z.array(z.string()),
  days: z.array(calendarDay),
})
export type HolidayYear = z.infer<typeof holidayYear>

/** What a stretch of time is to a clock, for the explanation shown beside a due time. */
export const SPAN_KINDS = ['counted', 'outsideHours', 'weekend', 'holiday', 'paused'] as const
export type SpanKind = (typeof SPAN_KINDS)[number]
