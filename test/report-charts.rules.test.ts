import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trendSections } from '../src/main/reports/trend.ts'
import { periodOf } from '../src/main/rules/report-period.ts'
import { controlOf, paretoOf } from '../src/shared/reports/charts.ts'
import type { Report, SpreadRow } from '../src/shared/reports/model.ts'
import { trendOf } from '../src/shared/reports/trend.ts'
import type { PeriodKind } from '../src/shared/reports/words.ts'

describe('a trend with control limits', () => {
  test('a quiet month has no day out of the ordinary, the day of a storm is one', () => {
    const quiet = [4, 5, 3, 4, 6, 5, 4, 3, 5, 4, 4, 5]
    expect(controlOf(quiet)?.over).toEqual(quiet.map(() => false))
    const storm = controlOf([...quiet, 25])
    expect(storm?.over).toEqual([...quiet.map(() => false), true])
    expect(storm?.mean).toBeCloseTo(5.92, 2)
  })

  test('fewer than eight stretches and stretches without anything have none', () => {
    expect([controlOf([1, 2, 3, 4, 5, 6, 7]), controlOf(Array.from({ length: 12 }, () => 0))]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('the limits hold the mean, are never negative, and are never narrower than chance alone', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(counts, (values) => {
        const chart = controlOf(values)
        if (!chart) return expect(values.every((one) => one === 0) || values.length < 8).toBe(true)
        const { mean, upper, lower, over } = chart
        expect(lower >= 0 && lower <= mean && mean <= upper).toBe(true)
        expect(upper - mean).toBeGreaterThanOrEqual(3 * Math.sqrt(mean) - 1e-9)
        expect(over).toEqual(values.map((one) => one > upper || one < lower))
      }),
    )
  })
})

describe('the trend of a period', () => {
  const row = (key: string, complaint: number): SpreadRow => ({
    ...{ key, name: { zh: key, en: key }, complaint },
    ...{ enquiry: 0, suggestion: 0, service: 0, judged: 0, onTime: 0 },
  })

  /** A report in which nothing but complaints by day and month is counted. */
  function reportOf(kind: PeriodKind, key: string, asOf: string, counts: Record<string, number>): Report {
    const period = periodOf(kind, key)
    if (!period) throw new Error(key)
    const rows = Object.entries(counts).map(([place, count]) => row(place, count))
    return {
      ...{ period, asOf: Date.parse(asOf), figures: [], clocks: [], stages: [], causes: [], withCause: 0 },
      ...{ types: [], alerts: [], compensation: null },
      spreads: [
        { id: 'day', rows: rows.filter((one) => one.key.length === 10) },
        { id: 'month', rows: rows.filter((one) => one.key.length === 7) },
      ],
    }
  }

  test('a month is drawn by its days, those without any as nought, and the day of a storm is beyond the limits', () => {
    const trend = trendOf(
      reportOf('month', '2026-09', '2026-10-02T08:00:00+08:00', { '2026-09-10': 30, '2026-09-11': 2 }),
    )
    expect(trend?.columns).toHaveLength(30)
    expect(trend?.columns.slice(8, 11)).toEqual([
      { key: '2026-09-09', label: '09-09', value: 0 },
      { key: '2026-09-10', label: '09-10', value: 30 },
      { key: '2026-09-11', label: '09-11', value: 2 },
    ])
    expect([trend?.by, [...(trend?.over ?? [])]]).toEqual(['day', ['2026-09-10']])
    expect(trend?.control?.mean).toBeCloseTo(32 / 30)
  })

  test('days that have not passed, and months before the first case, say nothing of what is usual', () => {
    const week = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`2026-09-0${i + 1}`, 4]))
    const running = trendOf(reportOf('month', '2026-09', '2026-09-09T12:00:00+08:00', week))
    expect([running?.control?.mean, running?.control?.over.length]).toEqual([4, 8])
    const months = Object.fromEntries(['05', '06', '07', '08', '09', '10', '11', '12'].map((m) => [`2025-${m}`, 9]))
    const year = trendOf(reportOf('year', '2025', '2026-01-02T12:00:00+08:00', months))
    expect([year?.by, year?.columns[0]?.label, year?.control?.mean]).toEqual(['month', '25-01', 9])
  })

  test('paper shows what the window shows: columns, mean and limits, and in the table which days are beyond them', () => {
    const storm = reportOf('month', '2026-09', '2026-10-02T08:00:00+08:00', { '2026-09-10': 30, '2026-09-16': 2 })
    const [chart, table, ...rest] = trendSections(storm, 'zh')
    expect(rest).toEqual([])
    expect(chart).toMatchObject({ kind: 'chart', heading: '每日投诉', caption: '平均 1.1，控制限 0–6.9' })
    if (chart?.kind !== 'chart' || table?.kind !== 'table') throw new Error('no chart or no table')
    expect(chart.bars.slice(9, 11)).toEqual([
      { label: '09-10', value: 30, text: '30', isMarked: true },
      { label: '09-11', value: 0, text: '0', isMarked: false },
    ])
    expect(chart.levels.map(({ value, isLimit }) => [Math.round(value * 10) / 10, isLimit])).toEqual([
      [1.1, false],
      [6.9, true],
    ])
    expect(table.columns.map(({ title }) => title)).toEqual(['日期', '投诉', '控制限', '日期', '投诉', '控制限'])
    expect(table.rows).toHaveLength(15)
    expect([table.rows[0], table.rows[9]]).toEqual([
      ['2026-09-01', '0', '', '2026-09-16', '2', ''],
      ['2026-09-10', '30', '超出控制限', '2026-09-25', '0', ''],
    ])
    const busy = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`2026-09-${String(i + 1).padStart(2, '0')}`, 100]),
    )
    const [even] = trendSections(reportOf('month', '2026-09', '2026-10-02T08:00:00+08:00', busy), 'en')
    expect(even).toMatchObject({
      caption: 'Mean 100, control limits 70–130',
      levels: [
        { value: 100, isLimit: false },
        { value: 130, isLimit: true },
        { value: 70, isLimit: true },
      ],
    })
  })

  test('a week is too short for limits: paper has its days and their numbers, and a day nothing', () => {
    const week = trendSections(reportOf('week', '2026-W37', '2026-10-02T08:00:00+08:00', { '2026-09-10': 30 }), 'en')
    expect(week.map((one) => [one.heading, one.kind === 'chart' ? one.levels : []])).toEqual([
      ['Complaints per day', []],
      ['Day', []],
    ])
    expect(week[1]).toMatchObject({ columns: [{ title: 'Day' }, { title: 'Complaints' }, { title: '' }, {}, {}, {}] })
    expect(week[1]).toHaveProperty('rows.3', ['2026-09-10', '30', '', '', '', ''])
    expect(trendSections(reportOf('day', '2026-09-10', '2026-09-11T12:00:00+08:00', {}), 'en')).toEqual([])
  })

  test('a quarter has too few months for limits, and a day has no trend', () => {
    const quarter = trendOf(reportOf('quarter', '2026-Q2', '2026-07-02T12:00:00+08:00', { '2026-05': 7 }))
    expect(quarter?.columns.map(({ value }) => value)).toEqual([0, 7, 0])
    expect([quarter?.control, quarter?.over.size]).toEqual([undefined, 0])
    expect(trendOf(reportOf('day', '2026-09-10', '2026-09-11T12:00:00+08:00', { '2026-09-10': 7 }))).toBeUndefined()
  })
})

describe('causes after Pareto', () => {
  test('the few that make four fifths are marked, each with what it and those before it make', () => {
    const rows = [
      { key: 'a', count: 50 },
      { key: 'b', count: 5 },
      { key: 'c', count: 35 },
      { key: 'd', count: 10 },
    ]
    expect(paretoOf(rows, 100)).toEqual([
      { key: 'a', count: 50, cumulative: 0.5, isVital: true },
      { key: 'c', count: 35, cumulative: 0.85, isVital: true },
      { key: 'd', count: 10, cumulative: 0.95, isVital: false },
      { key: 'b', count: 5, cumulative: 1, isVital: false },
    ])
  })

  test('what is marked reaches four fifths, and without its last one it would not', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ count: fc.integer({ min: 1, max: 1000 }) }), { minLength: 1 }), (rows) => {
        const whole = rows.reduce((sum, { count }) => sum + count, 0)
        const pareto = paretoOf(rows, whole)
        const vital = pareto.filter(({ isVital }) => isVital)
        const sum = vital.reduce((total, { count }) => total + count, 0)
        expect(sum).toBeGreaterThanOrEqual(0.8 * whole)
        expect(sum - (vital.at(-1)?.count ?? 0)).toBeLessThan(0.8 * whole)
        expect(pareto.at(-1)?.cumulative).toBeCloseTo(1, 9)
      }),
    )
  })
})
