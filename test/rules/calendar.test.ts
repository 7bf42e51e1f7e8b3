import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMs,
  dayStatus,
  isWorkingDay,
  workingMsBetween,
} from '../../src/main/rules/calendar.ts'
import { addDays, weekdayOf } from '../../src/main/rules/days.ts'
import { explainSpan } from '../../src/main/rules/explain.ts'
import { shippedCalendar } from '../../src/main/rules/packs.ts'
import { dayAt } from '../../src/main/rules/zone.ts'
import { type Calendar, calendar, WEEKDAYS } from '../../src/shared/calendars/model.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { sharedData } from './shared-data.ts'

const cn = shippedCalendar('CN')
const always = shippedCalendar('24x7')
const at = (text: string) => Date.parse(`${text}+08:00`)

/** The day whose 24:00 is the due moment. */
const lastDay = (due: number) => dayAt('Asia/Shanghai', due - 1)

const office: Calendar = calendar.parse({
  ...cn,
  id: 'office',
  shifts: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((w) => [
      w,
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '18:00' },
      ],
    ]),
  ),
})

describe('N working days leave out the start day and end at 24:00 in China', () => {
  test.each([
    ['2026-02-12', 10, '2026-03-04'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-04-30', 10, '2026-05-18'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-28', 10, '2026-10-16'],
    ['2026-10-01', 1, '2026-10-08'],
    ['2026-12-28', 3, '2026-12-31'],
  ])('%s + %i working days = %s', (start, count, expected) => {
    const { due, isProvisional } = addWorkingDays(at(`${start}T15:30:00`), count, cn)
    expect({ due, isProvisional }).toEqual({ due: at(`${addDays(expected, 1)}T00:00:00`), isProvisional: false })
  })

  test('a due time past the published table is provisional', () => {
    expect(addWorkingDays(at('2026-12-28T10:00:00'), 5, cn)).toEqual({
      due: at('2027-01-05T00:00:00'),
      isProvisional: true,
    })
    expect(addWorkingMs(at('2026-12-31T23:00:00'), 2 * HOUR, cn)).toEqual({
      due: at('2027-01-01T01:00:00'),
      isProvisional: true,
    })
    expect(addWorkingMs(at('2026-12-31T23:00:00'), HOUR, cn).isProvisional).toBe(false)
  })
})

test('a day is what the State Council paper says, by name', () => {
  expect(
    ['2026-09-20', '2026-10-03', '2026-10-10', '2026-10-11', '2026-10-12', '2027-01-01'].map((d) => dayStatus(cn, d)),
  ).toEqual([
    { kind: 'makeUp', name: '国庆节', isProvisional: false },
    { kind: 'holiday', name: '国庆节', isProvisional: false },
    { kind: 'makeUp', name: '国庆节', isProvisional: false },
    { kind: 'weekend', isProvisional: false },
    { kind: 'working', isProvisional: false },
    { kind: 'working', isProvisional: true },
  ])
})

test("a December day that the next year's paper sets counts in its own year", () => {
  expect(
    ['2007-12-29', '2007-12-31', '2011-12-31', '2018-12-29', '2018-12-31'].map((d) => isWorkingDay(cn, d)),
  ).toEqual([true, false, true, true, false])
})

test('with hours set, working days end at closing and minutes skip closed hours', () => {
  expect(addWorkingDays(at('2026-09-30T20:00:00'), 1, office).due).toBe(at('2026-10-08T18:00:00'))
  expect(addWorkingMs(at('2026-09-30T17:30:00'), 90 * MINUTE, office).due).toBe(at('2026-10-08T10:00:00'))
  expect(addWorkingMs(at('2026-10-09T11:30:00'), 60 * MINUTE, office).due).toBe(at('2026-10-09T13:30:00'))
  expect(addWorkingMs(at('2026-10-09T17:00:00'), 60 * MINUTE, office).due).toBe(at('2026-10-09T18:00:00'))
  expect(addWorkingMs(at('2026-10-09T19:00:00'), 60 * MINUTE, office).due).toBe(at('2026-10-10T10:00:00'))
  expect(workingMsBetween(at('2026-09-30T17:30:00'), at('2026-10-08T10:00:00'), office)).toBe(90 * MINUTE)
})

test('round the clock, hours are hours and days are days', () => {
  expect(addWorkingMs(at('2026-10-01T10:00:00'), 48 * HOUR, always).due).toBe(at('2026-10-03T10:00:00'))
  expect(addWorkingDays(at('2026-10-01T10:00:00'), 2, always)).toEqual({
    due: at('2026-10-04T00:00:00'),
    isProvisional: false,
  })
})

test('the explanation names every stretch between start and due', () => {
  expect(explainSpan(office, at('2026-09-30T17:00:00'), at('2026-10-08T10:00:00'))).toEqual([
    { from: at('2026-09-30T17:00:00'), to: at('2026-09-30T18:00:00'), kind: 'counted' },
    { from: at('2026-09-30T18:00:00'), to: at('2026-10-01T00:00:00'), kind: 'outsideHours' },
    { from: at('2026-10-01T00:00:00'), to: at('2026-10-08T00:00:00'), kind: 'holiday', name: '国庆节' },
    { from: at('2026-10-08T00:00:00'), to: at('2026-10-08T09:00:00'), kind: 'outsideHours' },
    { from: at('2026-10-08T09:00:00'), to: at('2026-10-08T10:00:00'), kind: 'counted' },
  ])
})

describe('clock changes', () => {
  const zoned = (zone: string) =>
    calendar.parse({ ...cn, id: zone, zone, days: [], coverage: { from: '2000-01-01', to: '2030-12-31' } })

  test('a working day is 23 hours long in spring and 25 in autumn', () => {
    const london = zoned('Europe/London')
    const monday = { ...london, weekend: [] as never[] }
    const spring = Date.parse('2026-03-29T00:00:00Z')
    const autumn = Date.parse('2026-10-24T23:00:00Z')
    expect(workingMsBetween(spring, spring + 23 * HOUR, monday)).toBe(23 * HOUR)
    expect(addWorkingDays(spring - HOUR, 1, monday).due).toBe(Date.parse('2026-03-29T23:00:00Z'))
    expect(addWorkingDays(autumn - HOUR, 1, monday).due).toBe(Date.parse('2026-10-26T00:00:00Z'))
  })

  test('hours that the change skips are not counted twice', () => {
    const night = [
      { from: '02:00', to: '02:30' },
      { from: '02:30', to: '03:00' },
      { from: '03:00', to: '05:00' },
    ]
    const newYork: Calendar = { ...zoned('America/New_York'), weekend: ['mon'], shifts: { sun: night, tue: night } }
    const midnight = Date.parse('2026-03-08T05:00:00Z')
    expect(workingMsBetween(midnight, midnight + 23 * HOUR, newYork)).toBe(2 * HOUR)
    expect(addWorkingMs(midnight, HOUR, newYork).due).toBe(Date.parse('2026-03-08T08:00:00Z'))
  })

  test('office hours keep their wall time through the change, both ways', () => {
    const sydney: Calendar = { ...zoned('Australia/Sydney'), shifts: { mon: [{ from: '09:00', to: '17:00' }] } }
    expect(addWorkingDays(Date.parse('2026-10-02T00:00:00Z'), 1, sydney).due).toBe(Date.parse('2026-10-05T06:00:00Z'))
    expect(addWorkingDays(Date.parse('2026-04-03T00:00:00Z'), 1, sydney).due).toBe(Date.parse('2026-04-06T07:00:00Z'))
  })
})

describe('business hours through the change of clocks, spring and autumn', () => {
  const desk = (zone: string, hours: { from: string; to: string }[], weekend: Calendar['weekend']): Calendar => ({
    ...cn,
    ...{ id: zone, zone, weekend, days: [], coverage: { from: '2000-01-01', to: '2030-12-31' } },
    shifts: Object.fromEntries(WEEKDAYS.map((day) => [day, hours])),
  })

  test.each([
    ['Europe/London', '2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z'],
    ['Europe/London', '2026-10-23T15:00:00Z', '2026-10-26T10:00:00Z'],
    ['America/New_York', '2026-03-06T21:00:00Z', '2026-03-09T14:00:00Z'],
    ['America/New_York', '2026-10-30T20:00:00Z', '2026-11-02T15:00:00Z'],
  ])('%s: two working hours from Friday %s end on Monday %s', (zone, start, due) => {
    const office9to5 = desk(zone, [{ from: '09:00', to: '17:00' }], ['sat', 'sun'])
    expect(addWorkingMs(Date.parse(start), 2 * HOUR, office9to5).due).toBe(Date.parse(due))
    expect(workingMsBetween(Date.parse(start), Date.parse(due), office9to5)).toBe(2 * HOUR)
  })

  test.each([
    ['Europe/London', '2026-03-29T00:00:00Z', 5, '2026-03-29T05:00:00Z'],
    ['Europe/London', '2026-10-24T23:00:00Z', 7, '2026-10-25T06:00:00Z'],
    ['America/New_York', '2026-03-08T05:00:00Z', 5, '2026-03-08T10:00:00Z'],
    ['America/New_York', '2026-11-01T04:00:00Z', 7, '2026-11-01T11:00:00Z'],
  ])('%s: the night of %s holds %i hours of a shift from midnight to six', (zone, midnight, hours, six) => {
    const night = desk(zone, [{ from: '00:00', to: '06:00' }], [])
    const [from, to] = [Date.parse(midnight), Date.parse(six)]
    expect(workingMsBetween(from, from + 20 * HOUR, night)).toBe(hours * HOUR)
    expect(addWorkingMs(from, hours * HOUR, night).due).toBe(to)
    expect(explainSpan(night, from, to)).toEqual([{ from, to, kind: 'counted' }])
  })
})

describe('laws', () => {
  const moment = fc.integer({ min: at('2015-01-01T00:00:00'), max: at('2026-06-30T00:00:00') })
  const anyCalendar = fc.constantFrom(
    cn,
    office,
    always,
    ...['America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Beirut', 'Pacific/Apia'].map((zone) => ({
      ...office,
      id: zone,
      zone,
    })),
  )
  const stretch = fc.integer({ min: 1, max: 60 * DAY })

  test('the open time between a start and its due time is the limit', () => {
    fc.assert(
      fc.property(anyCalendar, moment, stretch, (c, start, ms) => {
        const { due } = addWorkingMs(start, ms, c)
        expect(workingMsBetween(start, due, c)).toBe(ms)
      }),
    )
  })

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(anyCalendar, moment, stretch, stretch, (c, start, a, b) => {
        expect(addWorkingMs(addWorkingMs(start, a, c).due, b, c)).toEqual(addWorkingMs(start, a + b, c))
      }),
    )
  })

  test('open time adds up over any middle point and is never more than the time passed', () => {
    fc.assert(
      fc.property(anyCalendar, moment, stretch, stretch, (c, start, a, b) => {
        const whole = workingMsBetween(start, start + a + b, c)
        expect(workingMsBetween(start, start + a, c) + workingMsBetween(start + a, start + a + b, c)).toBe(whole)
        expect(whole).toBeLessThanOrEqual(a + b)
        expect(workingMsBetween(start + a + b, start, c)).toBe(-whole)
      }),
    )
  })

  test('more working days are never due earlier, and the last day is a working day', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const { due } = addWorkingDays(start, n, cn)
        expect(addWorkingDays(start, n + 1, cn).due).toBeGreaterThan(due)
        expect(isWorkingDay(cn, lastDay(due))).toBe(true)
      }),
    )
  })

  test('the explanation has no gaps and its counted parts are the open time', () => {
    fc.assert(
      fc.property(anyCalendar, moment, stretch, (c, start, ms) => {
        const spans = explainSpan(c, start, start + ms)
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([start, start + ms])
        spans.slice(1).forEach((span, i) => {
          expect(span.from).toBe(spans[i]?.to)
        })
        const counted = spans.filter((s) => s.kind === 'counted').reduce((sum, s) => sum + s.to - s.from, 0)
        expect(counted).toBe(workingMsBetween(start, start + ms, c))
      }),
      { numRuns: 60 },
    )
  })
})

const data = sharedData('cn-calendar')

describe('the published tables of twenty years', () => {
  test.skipIf(!data)(
    data
      ? 'every year has the working days of the reference answers'
      : 'skipped: the folder with the holiday tables is not here',
    () => {
      const { years } = JSON.parse(readFileSync(join(data ?? '', 'answers.json'), 'utf8'))
      for (const [year, answer] of Object.entries<{
        working_days: number
        weekday_off_n: number
        weekend_working: string[]
      }>(years)) {
        const days: string[] = []
        for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day)
        const isWeekend = (day: string) => ['sat', 'sun'].includes(weekdayOf(day))
        expect({
          year,
          days: days.length,
          working_days: days.filter((day) => isWorkingDay(cn, day)).length,
          weekday_off_n: days.filter((day) => !isWeekend(day) && !isWorkingDay(cn, day)).length,
          weekend_working: days.filter((day) => isWeekend(day) && isWorkingDay(cn, day)),
        }).toEqual({ year, ...answer })
      }
    },
  )

  const messages = sharedData('zh-gov-messages')
  test.skipIf(!messages)(
    messages
      ? 'due days of 1,408 real messages agree with the reference'
      : 'skipped: the folder with the messages is not here',
    () => {
      const file = join(messages ?? '', 'expected_targets.csv')
      const rows = readFileSync(file, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
      for (const [, id, received = '', , , , ...dues] of rows) {
        const start = at(received.replace(' ', 'T'))
        const got = [3, 5, 7, 15].map((n) => lastDay(addWorkingDays(start, n, cn).due))
        expect([id, ...got]).toEqual([id, ...dues.slice(0, 4)])
      }
      expect(rows.length).toBe(1408)
    },
  )
})
