import { expect, test } from 'vitest'
import { explainSpan, type Span } from '../../src/main/rules/explain.ts'
import { type BasisOf, basisOf, papersOf } from '../../src/main/rules/explain-basis.ts'
import { shippedCalendar, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { type Calendar, calendar } from '../../src/shared/calendars/model.ts'

const cn = shippedCalendar('CN')
const office: Calendar = calendar.parse({
  ...{ ...cn, id: 'office', name: { zh: '办公室', en: 'Office' } },
  shifts: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
})
const rule = { name: { zh: '24小时确认', en: 'Confirm in 24 hours' }, requirement: 'S1-35' }
const at = (text: string) => Date.parse(`${text}+08:00`)
const { states, transitions } = shippedWorkflow('complaint')
const still: BasisOf['clock'] = { pausesIn: [] }
const basis = (span: Span, clock = still, step?: string, of: Calendar = office) =>
  basisOf(
    span,
    { clock, rule, calendar: of, states },
    transitions.find(({ id }) => id === step),
  )

test('the hours of a day, its weekend and its holiday each say the line of the calendar they follow from', () => {
  // Wednesday evening before the national holiday of 2026 to the weekend after it.
  const spans = explainSpan(office, at('2026-09-30T17:00:00'), at('2026-10-12T09:30:00'))
  expect([...new Set(spans.map((span) => `${span.kind}: ${basis(span).text.en}`))]).toEqual([
    'counted: rule “Confirm in 24 hours”',
    'outsideHours: calendar “Office”, hours 09:00–18:00',
    'holiday: calendar “Office”, by the paper',
    'weekend: calendar “Office”, weekend',
  ])
})

test('a pause names the stage or the event on which its rule pauses, and the requirement behind the rule', () => {
  const span: Span = { from: at('2026-09-30T17:00:00'), to: at('2026-09-30T18:00:00'), kind: 'paused', name: 'x' }
  const events = { pausesIn: [], pausesOn: ['waitingCustomer' as const, 'waitingPartner' as const] }
  const stages = { pausesIn: ['waitingCustomer', 'waitingPartner'] }
  expect([basis(span, events, 'wait'), basis(span, events), basis(span, stages, 'wait'), basis(span, stages)]).toEqual(
    [
      ['遇“待客户补充”暂停', ' pauses on “waiting for the customer”'],
      ['遇“待客户补充、待协办方”暂停', ' pauses on “waiting for the customer, waiting for a partner”'],
      ['在“待客户补充”阶段不计时', ' does not count in “Waiting for the customer”'],
      ['在“待客户补充、待协办方”阶段不计时', ' does not count in “Waiting for the customer, Waiting for a partner”'],
    ].map(([zh, en]) => ({
      text: { zh: `规则“24小时确认”：${zh}`, en: `rule “Confirm in 24 hours”${en}` },
      ...{ requirement: 'S1-35', papers: [] },
    })),
  )
})

test('every holiday since 2007 has its paper, 2004 to 2006 the table they were taken from', () => {
  const without = cn.days.filter(({ date }) => papersOf(cn, date).length === 0).map(({ date }) => date.slice(0, 4))
  expect([...new Set(without)]).toEqual(['2004', '2005', '2006'])
  expect(papersOf(cn, '2020-02-01').map((paper) => paper.slice(-20))).toEqual([
    '/content_5454164.htm',
    '/content_5472352.htm',
  ])
  // A New Year's Eve is set by the paper of the year that it opens.
  expect(papersOf(cn, '2022-12-31')).toContain('http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm')
  const [from, to] = [at('2004-01-01T10:00:00'), at('2004-01-01T11:00:00')]
  const old = basis({ from, to, kind: 'holiday', name: '元旦' }, still, undefined, cn)
  expect(old.text.en).toBe(`calendar “China working days”, holiday table: ${cn.source.name}`)
})
