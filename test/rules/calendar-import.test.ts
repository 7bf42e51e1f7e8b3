import { describe, expect, test } from 'vitest'
import { addWorkingDays, dayStatus } from '../../src/main/rules/calendar.ts'
import { canImportYear, importYear } from '../../src/main/rules/calendar-import.ts'
import { shippedCalendar } from '../../src/main/rules/packs.ts'
import { calendar, type HolidayYear } from '../../src/shared/calendars/model.ts'

const cn = shippedCalendar('CN')
const at = (text: string) => Date.parse(`${text}+08:00`)
const off = (date: string) => ({ date, name: '元旦', isOffDay: true })
const next: HolidayYear = {
  year: 2027,
  papers: ['https://www.gov.cn/paper-2027'],
  days: [
    { date: '2026-12-26', name: '元旦', isOffDay: false },
    off('2027-01-01'),
    off('2027-01-02'),
    off('2027-01-03'),
  ],
}

describe("taking in the next year's holiday table", () => {
  const merged = importYear(cn, next, '2026-11-25')

  test('the calendar covers one more year, and due times across the new year are no longer provisional', () => {
    expect(calendar.parse(merged).coverage).toEqual({ from: '2004-01-01', to: '2027-12-31' })
    expect(addWorkingDays(at('2026-12-28T10:00:00'), 5, cn)).toEqual({
      due: at('2027-01-05T00:00:00'),
      isProvisional: true,
    })
    expect(addWorkingDays(at('2026-12-28T10:00:00'), 5, merged)).toEqual({
      due: at('2027-01-06T00:00:00'),
      isProvisional: false,
    })
  })

  test('its days of this December count too, and nothing else of the old table changes', () => {
    expect(dayStatus(merged, '2026-12-26')).toEqual({ kind: 'makeUp', name: '元旦', isProvisional: false })
    expect(merged.days.filter((d) => d.date < '2026-12-01')).toEqual(cn.days)
    expect(merged.source).toEqual({
      ...cn.source,
      asOf: '2026-11-25',
      papers: [...(cn.source.papers ?? []), ...next.papers],
      papersByYear: { ...cn.source.papersByYear, '2027': next.papers },
    })
  })

  test('taking it in twice is taking it in once, and a corrected table replaces the first', () => {
    expect(importYear(merged, next, '2026-11-25')).toEqual(merged)
    const corrected = importYear(merged, { ...next, days: [off('2027-01-01'), off('2027-12-31')] }, '2026-12-01')
    expect(corrected.days.filter((d) => d.date.startsWith('2027')).map((d) => d.date)).toEqual([
      '2027-01-01',
      '2027-12-31',
    ])
    const last = importYear(corrected, { ...next, days: [off('2027-01-01')] }, '2026-12-02')
    expect(last.days.filter((d) => d.date.startsWith('2027')).map((d) => d.date)).toEqual(['2027-01-01'])
  })

  test('an old year again keeps what the year after said of its December', () => {
    const again = importYear(cn, { year: 2018, papers: [], days: [off('2018-01-01')] }, '2026-12-01')
    expect([dayStatus(again, '2018-12-29').kind, dayStatus(again, '2018-02-16').kind]).toEqual(['makeUp', 'working'])
  })
})

test('an empty table, a stray day, or a year left out is refused', () => {
  const verdict = (table: HolidayYear) => {
    const decision = canImportYear(cn, table)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdict(next),
    verdict({ ...next, days: [] }),
    verdict({ ...next, days: [off('2026-11-30'), off('2027-01-01')] }),
    verdict({ ...next, year: 2028, days: [off('2028-01-01')] }),
    verdict({ ...next, year: 2002, days: [off('2002-01-01')] }),
    verdict({ ...next, year: 2003, days: [off('2003-01-01')] }),
  ]).toEqual([
    'allowed',
    'calendar-year-empty',
    'calendar-day-outside',
    'calendar-year-gap',
    'calendar-year-gap',
    'allowed',
  ])
})
