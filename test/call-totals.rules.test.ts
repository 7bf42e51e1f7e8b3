import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Cell,
  cellOf,
  changeOf,
  compareTotals,
  divide,
  noTotals,
  type PeriodTotals,
  TOTALS,
  type TotalledCall,
} from '../src/main/rules/call-totals.ts'
import { addDays, addMonths } from '../src/main/rules/days.ts'
import { addCall, addTally, newKpi, OFFERED_STATES } from '../src/main/rules/report-kpi.ts'
import { momentOf } from '../src/main/rules/zone.ts'
import { DAY } from '../src/shared/time.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const start = (day: string) => momentOf('Asia/Shanghai', day, 0)

test('whole months and days are taken as they are, the parts of days at the ends are counted', () => {
  expect(divide(at('2026-08-30T15:00'), at('2026-10-02T09:30'))).toEqual({
    periods: ['2026-08-31', '2026-09', '2026-10-01'],
    ends: [
      { from: at('2026-08-30T15:00'), to: at('2026-08-31T00:00') },
      { from: at('2026-10-02T00:00'), to: at('2026-10-02T09:30') },
    ],
  })
  expect(divide(at('2026-09-01T00:00'), at('2026-12-01T00:00'))).toEqual({
    periods: ['2026-09', '2026-10', '2026-11'],
    ends: [],
  })
  expect(divide(at('2026-09-30T10:00'), at('2026-09-30T11:00')).periods).toEqual([])
})

const moment = fc.integer({ min: at('2024-01-01T00:00'), max: at('2027-12-31T00:00') })
const dayStart = fc.integer({ min: 0, max: 1400 }).map((days) => at('2024-01-01T00:00') + days * DAY)

test('the parts of a stretch follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(fc.oneof(moment, dayStart), fc.oneof(moment, dayStart), (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const { periods, ends } = divide(from, to)
      const spans = periods.map((period) =>
        period.length === 7
          ? { from: start(`${period}-01`), to: start(addMonths(`${period}-01`, 1)) }
          : { from: start(period), to: start(addDays(period, 1)) },
      )
      const all = [...spans, ...ends].sort((one, other) => one.from - other.from)
      let reached = from
      for (const span of all) {
        expect(span.from).toBe(reached)
        expect(span.to).toBeGreaterThan(span.from)
        reached = span.to
      }
      expect(reached).toBe(to)
    }),
  )
})

const call: fc.Arbitrary<TotalledCall> = fc.record({
  direction: fc.constantFrom('inbound', 'outbound'),
  state: fc.constantFrom(...OFFERED_STATES, 'talking', 'wrapUp'),
  agentId: fc.constantFrom('li', 'zhao', null),
  startedAt: fc.constantFrom(at('2026-09-30T23:59:59.999'), at('2026-10-01T00:00'), at('2026-10-05T12:00')),
  answeredAt: fc.constantFrom(null, at('2026-10-06T00:00')),
  waitMs: fc.constantFrom(0, 10_000, 10_001, 20_000, 30_001),
  talkMs: fc.nat(600_000),
  holdMs: fc.nat(60_000),
  wrapUpMs: fc.nat(60_000),
  isInTime: fc.constantFrom(0, 1, null),
  points: fc.constantFrom(null, 1, 5),
})

const sumUp = (cells: readonly (Cell | undefined)[]) => {
  const sums = new Map<string, PeriodTotals>()
  for (const cell of cells) {
    if (!cell) continue
    const { day: period, agentId, totals } = cell
    const row = sums.get(`${period} ${agentId}`) ?? { ...noTotals(), period, agentId }
    for (const name of TOTALS) row[name] += totals[name]
    sums.set(`${period} ${agentId}`, row)
  }
  return [...sums.values()]
}

test('however calls change, the changes add up to what the calls are in the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(call, { nil: undefined }), { maxLength: 5 }), { maxLength: 8 }),
      (lives) => {
        const cells = lives.map((versions) => versions.map((version) => version && cellOf(version)))
        const changes = cells.flatMap((life) => life.flatMap((cell, i) => changeOf(life[i - 1], cell)))
        expect(compareTotals(sumUp(changes), sumUp(cells.map((life) => life.at(-1))))).toEqual([])
      },
    ),
  )
})

test('a call counts alike whether it is read by itself or from the totals of its day', () => {
  fc.assert(
    fc.property(fc.array(call), (calls) => {
      const [byCall, byTotals] = [newKpi(), newKpi()]
      for (const one of calls) addCall(byCall, { ...one, isAnswered: one.answeredAt !== null, csat: one.points })
      for (const { agentId, period, ...totals } of sumUp(calls.map(cellOf))) addTally(byTotals, totals)
      expect(byTotals).toEqual(byCall)
    }),
  )
})
