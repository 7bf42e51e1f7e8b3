import { expect, test } from 'vitest'
import { addCall, newKpi, toKpiRow } from '../src/main/rules/report-kpi.ts'

test('calls: answered, given up, speed of answer, handling time and service level', () => {
  const kpi = newKpi()
  const call = { direction: 'inbound', state: 'done', isAnswered: true, talkMs: 120_000, holdMs: 30_000 } as const
  addCall(kpi, { ...call, waitMs: 12_000, wrapUpMs: 30_000, csat: 4 })
  addCall(kpi, { ...call, waitMs: 24_000, wrapUpMs: 10_000, csat: null })
  addCall(kpi, {
    ...call,
    state: 'abandoned',
    isAnswered: false,
    waitMs: 5000,
    talkMs: 0,
    holdMs: 0,
    wrapUpMs: 0,
    csat: null,
  })
  addCall(kpi, { ...call, direction: 'outbound', waitMs: 0, wrapUpMs: 0, csat: 1 })
  expect(toKpiRow('li', '李敏', kpi)).toEqual({
    key: 'li',
    name: '李敏',
    calls: 3,
    answered: 2,
    abandoned: 1,
    missed: 0,
    answeredPct: 66.7,
    abandonedPct: 33.3,
    asaS: 18,
    ahtS: 170,
    talkS: 120,
    serviceLevel: { 10: 0, 20: 33.3, 30: 66.7 },
    csatMean: 4,
    csatCount: 1,
    isSmall: true,
  })
})
