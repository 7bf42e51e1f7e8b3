import { z } from 'zod'
import { call } from '../contract.ts'
import { bilingual } from '../policy.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { calendar, calendarId, calendarParts, coverage } from './model.ts'

export const CALENDAR_DEEDS = ['shipped', 'made', 'yearTaken', 'dayEdited', 'hoursEdited'] as const
export type CalendarDeed = (typeof CALENDAR_DEEDS)[number]

/** One calendar as a line of the list. */
export const calendarLine = z.object({
  id: z.string(),
  name: bilingual,
  zone: z.string(),
  alwaysOpen: z.boolean(),
  coverage,
  /** The first year whose table is not there; null for a calendar that needs none. */
  missingYear: z.number().int().nullable(),
  version: z.number().int(),
  updatedAt: instant,
})
export type CalendarLine = z.infer<typeof calendarLine>

/** One state of a calendar that was ever in use. */
export const calendarVersion = z.object({
  version: z.number().int(),
  at: instant,
  actorName: z.string().nullable(),
  deed: z.enum(CALENDAR_DEEDS),
  reason: z.string(),
  source: z.string(),
})
export type CalendarVersion = z.infer<typeof calendarVersion>

export const calendarDetail = calendarLine.extend({ calendar, history: z.array(calendarVersion) })
export type CalendarDetail = z.infer<typeof calendarDetail>

/** What a change of a calendar did to the limits that count on it. */
export const recomputed = z.object({ cases: z.number().int(), clocks: z.number().int() })
export type Recomputed = z.infer<typeof recomputed>

const changed = calendarDetail.extend({ recomputed })
const id = calendarId
const reason = z.string().trim().min(2).max(500)
const source = z.string().trim().min(2).max(1000)
/** The revision that the caller has seen: a calendar that was changed meanwhile is a CONFLICT. */
const seenVersion = z.number().int().min(1)
/** Its days are those of another calendar, those of a file, or none but the weekends within what the desk says it covers. */
const newCalendar = z
  .object({
    id,
    basedOn: id.optional(),
    file: z.string().min(1).max(1000).optional(),
    coverage: coverage.optional(),
    parts: calendarParts,
    reason,
    source,
  })
  .refine((one) => [one.basedOn, one.file, one.coverage].filter((from) => from !== undefined).length === 1, {
    path: ['basedOn'],
    message: 'calendar-days-from',
  })
const changes = ['policies', 'cases', 'clocks'] as const

/** Business calendars as data: imported, edited by hand with a source, never computed. */
export const calendars = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出日历', en: 'List the calendars' },
    input: z.object({}),
    output: z.array(calendarLine),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一个日历', en: 'Show one calendar with its history' },
    input: z.object({ id }),
    output: calendarDetail,
  }),
  create: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '新建日历', en: 'Make a calendar of the desk’s own' },
    input: newCalendar,
    reads: READS.json,
    output: changed,
    changes,
  }),
  setHours: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '修改日历的时区、周末与班次', en: "Change a calendar's time zone, weekend and hours" },
    input: z.object({
      id,
      version: seenVersion,
      parts: calendarParts,
      /** Only of a calendar without a published table. */
      coverage: coverage.optional(),
      reason,
      source,
    }),
    output: changed,
    changes,
    heavy: true,
  }),
  editDay: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '手工修改日历中的一天', en: 'Change one day of a calendar by hand' },
    input: z.object({
      id,
      version: seenVersion,
      date: day,
      /** `weekday`: the day is again what its weekday is. */
      as: z.enum(['off', 'working', 'weekday']),
      name: z.string().trim().max(60).default(''),
      reason,
      source,
    }),
    output: changed,
    changes,
    heavy: true,
  }),
  importYear: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '导入一年的节假日表', en: "Take in a year's holiday table" },
    input: z.object({ id, file: z.string().min(1).max(1000), reason: z.string().trim().max(500).default('') }),
    reads: READS.json,
    output: changed,
    changes,
    heavy: true,
  }),
  export: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '导出日历为文件', en: 'Write a calendar to a file' },
    input: z.object({ id, out: z.string().min(1).max(1000) }),
    output: z.object({ id: z.string(), fileName: z.string() }),
  }),
}
