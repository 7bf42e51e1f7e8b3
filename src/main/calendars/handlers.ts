import fs from 'node:fs'
import path from 'node:path'
import type { CalendarDeed, CalendarDetail, CalendarLine } from '../../shared/calendars/contract.ts'
import { CALENDAR_FORMAT, type Calendar, calendar as calendarShape } from '../../shared/calendars/model.ts'
import type { Input } from '../../shared/contracts.ts'
import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { readJsonFile } from '../policies/packs.ts'
import {
  beforeTable,
  canChange,
  canEditDay,
  canSetCoverage,
  type Holidays,
  holidaysOf,
  madeOf,
  missingYear,
  noHolidays,
  withCoverage,
  withDay,
  withParts,
} from '../rules/calendar-edit.ts'
import { readHolidays, readTables } from '../rules/calendar-file.ts'
import { canImportYear, importYear } from '../rules/calendar-import.ts'
import { yearOf } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import {
  type CalendarRow,
  calendarRow,
  calendarRows,
  insertState,
  putCalendar,
  versionLines,
  versionNumbers,
} from './calendar-queries.ts'
import { recompute } from './recompute.ts'

export const calendars: FeatureHandlers<'calendars'> = {
  list: async ({ db }) => {
    const numbers = await versionNumbers(db)
    return (await calendarRows(db)).map((row) => toLine(row, numbers))
  },

  show: async (ctx, { id }) => detailOf(ctx.db, id),

  create: async (ctx, input) => {
    const { id, parts, reason, source } = input
    const holidays = await holidaysFor(ctx, input)
    if (await calendarRow(ctx.db, id)) refuse('calendar-exists', { id })
    const made = checked(madeOf(id, holidays, parts))
    return save(ctx, null, made, { deed: 'made', reason, source })
  },

  setHours: async (ctx, { id, version, parts, coverage, reason, source }) => {
    const before = await calendarAsSeen(ctx.db, id, version)
    must(canChange(before))
    must(canSetCoverage(before, coverage))
    const after = checked(withCoverage(withParts(before, parts), coverage))
    return save(ctx, before, after, { deed: 'hoursEdited', reason, source })
  },

  editDay: async (ctx, { id, version, date, as, name, reason, source }) => {
    const before = await calendarAsSeen(ctx.db, id, version)
    must(canEditDay(before, date))
    const after = checked(withDay(before, { date, as, name: name || reason, source }))
    return save(ctx, before, after, { deed: 'dayEdited', reason: `${date} ${reason}`, source })
  },

  importYear: async (ctx, { id, file, reason }) => {
    const before = await calendarOf(ctx.db, id)
    must(canChange(before))
    const { tables, issues } = readTables(readJsonFile(file))
    if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues })
    const today = dayAt(DESK_ZONE, ctx.now)
    // A whole calendar brings the years that are missing here; one table may also correct a year that is there.
    const last = yearOf(before.coverage.to)
    const takesAll = tables.length === 1 || before.isCoverageOwn
    const wanted = takesAll ? tables : tables.filter(({ year }) => year > last)
    const [first] = wanted
    const after = wanted.reduce(
      (calendar, table) => {
        must(canImportYear(calendar, table))
        return importYear(calendar, table, today)
      },
      first ? beforeTable(before, first) : before,
    )
    if (wanted.length === 0) refuse('calendar-nothing-new', { to: before.coverage.to })
    const source = [...new Set(wanted.flatMap(({ papers }) => papers))].join(' ')
    const years = wanted.map(({ year }) => year).join(', ')
    return save(ctx, before, checked(after), {
      deed: 'yearTaken',
      reason: [years, reason].filter((part) => part !== '').join(' '),
      source: source || path.basename(file),
    })
  },

  export: async (ctx, { id, out }) => {
    const calendar = await calendarOf(ctx.db, id)
    mustBeNew(out)
    fs.writeFileSync(out, `${JSON.stringify({ format: CALENDAR_FORMAT, calendar }, null, 1)}\n`, { flag: 'wx' })
    return { id, fileName: path.basename(out) }
  },
}

/** Where a new calendar has its holidays from: another calendar, a file, or nowhere. */
async function holidaysFor(ctx: Ctx, input: Input<'calendars.create'>): Promise<Holidays> {
  const { basedOn, file, coverage, source } = input
  const today = dayAt(DESK_ZONE, ctx.now)
  if (coverage) return noHolidays(coverage, source, today)
  if (file !== undefined) {
    const { holidays, issues } = readHolidays(readJsonFile(file), source, today)
    if (!holidays) throw new Refusal({ code: 'INVALID_INPUT', issues })
    return holidays
  }
  const base = await calendarOf(ctx.db, basedOn ?? '')
  must(canChange(base))
  return holidaysOf(base)
}

async function calendarOf(db: Db, id: string): Promise<Calendar> {
  return parsed(found(await calendarRow(db, id), 'calendar'))
}

/** The calendar, when it is still in the revision that the caller changes. */
async function calendarAsSeen(db: Db, id: string, version: number): Promise<Calendar> {
  const calendar = await calendarOf(db, id)
  const present = (await versionNumbers(db)).get(id) ?? 1
  if (present !== version) throw new Refusal({ code: 'CONFLICT', entity: 'calendar' })
  return calendar
}

const parsed = ({ body }: CalendarRow): Calendar => calendarShape.parse(JSON.parse(body))

/** A calendar that holds together, or the place where it does not. */
function checked(calendar: Calendar): Calendar {
  const read = calendarShape.safeParse(calendar)
  if (read.success) return read.data
  const issues = read.error.issues.map(({ path: place, message }) => ({ path: place.join('.'), reason: message }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}

function toLine(row: CalendarRow, numbers: ReadonlyMap<string, number>): CalendarLine {
  const calendar = parsed(row)
  const { id, name, zone, alwaysOpen, coverage } = calendar
  return {
    ...{ id, name, zone, alwaysOpen, coverage },
    missingYear: missingYear(calendar),
    version: numbers.get(id) ?? 1,
    updatedAt: row.updatedAt,
  }
}

async function detailOf(db: Db, id: string): Promise<CalendarDetail> {
  const row = found(await calendarRow(db, id), 'calendar')
  const history = await versionLines(db, id)
  return {
    ...toLine(row, await versionNumbers(db)),
    calendar: parsed(row),
    history: history.map(({ version, at, actorName, deed, reason, source }) => ({
      ...{ version, at, actorName, reason, source },
      deed: deed as CalendarDeed,
    })),
  }
}

type Deed = { deed: CalendarDeed; reason: string; source: string }

/** Keeps the state before and the one after, and gives the open limits of the calendar their due times anew. */
async function save(ctx: Ctx, before: Calendar | null, after: Calendar, { deed, reason, source }: Deed) {
  const { db, now, actor } = ctx
  const last = (await versionNumbers(db)).get(after.id) ?? 0
  if (before && last === 0) {
    const row = found(await calendarRow(db, after.id), 'calendar')
    const shipped = { deed: 'shipped', reason: '', source: before.source.name } as const
    await insertState(db, { calendar: before, version: 1, at: row.updatedAt, actorId: 'system', ...shipped })
  }
  const version = before ? Math.max(last, 1) + 1 : 1
  await insertState(db, { calendar: after, version, at: now, actorId: actor.id, deed, reason, source })
  await putCalendar(db, after, now)
  const done = before ? await recompute(ctx, { before, calendar: after, version, reason }) : { cases: 0, clocks: 0 }
  ctx.note({ calendar: { id: after.id, version, coverageTo: after.coverage.to, ...done } })
  return { ...(await detailOf(db, after.id)), recomputed: done }
}
