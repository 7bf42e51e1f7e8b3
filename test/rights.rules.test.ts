import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrubbed } from '../src/main/rights/scrub.ts'
import { addDays } from '../src/main/rules/days.ts'
import { SHIPPED_CALENDARS } from '../src/main/rules/packs.ts'
import { canSchedule, cutoffFor, isDue, keptUntil } from '../src/main/rules/retention.ts'
import { canApprove, canExtend, canFulfil, dueStateOf, erasureStep, requestDueAt } from '../src/main/rules/rights.ts'
import { SHIPPED_RULES } from '../src/shared/retention/schedule.ts'
import { DAY } from '../src/shared/time.ts'

const calendar = SHIPPED_CALENDARS.find(({ id }) => id === 'CN')
if (!calendar) throw new Error('no calendar')
const at = (text: string) => Date.parse(`${text}+08:00`)

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))

test('an answer is due after fifteen working days, with holidays and make-up days', () => {
  expect(requestDueAt(at('2026-09-30T10:00'), calendar)).toBe(at('2026-10-28T00:00'))
  expect(requestDueAt(at('2026-11-02T09:00'), calendar)).toBe(at('2026-11-24T00:00'))
})

test('a request warns three working days before its end and is late after it', () => {
  const due = requestDueAt(at('2026-11-02T09:00'), calendar)
  expect(dueStateOf(due, at('2026-11-17T23:00'), calendar)).toBe('inTime')
  expect(dueStateOf(due, at('2026-11-18T09:00'), calendar)).toBe('soon')
  expect(dueStateOf(due, due, calendar)).toBe('soon')
  expect(dueStateOf(due, due + 1, calendar)).toBe('late')
})

test('as time goes on a request only comes nearer to late', () => {
  const order = ['inTime', 'soon', 'late']
  const start = at('2026-01-05T09:00')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * DAY }), fc.integer({ min: 0, max: 30 * DAY }), (from, more) => {
      const due = requestDueAt(start, calendar)
      const first = order.indexOf(dueStateOf(due, start + from, calendar))
      expect(order.indexOf(dueStateOf(due, start + from + more, calendar))).toBeGreaterThanOrEqual(first)
    }),
  )
})

test('a limit is extended once, to a later day, by as long again at most', () => {
  const dueAt = requestDueAt(at('2026-11-02T09:00'), calendar)
  const request = { firstDueAt: dueAt, dueAt }
  expect(canExtend(request, dueAt, calendar)).toMatchObject({ rule: 'rights-extend-later' })
  expect(canExtend(request, dueAt + DAY, calendar)).toEqual({ allowed: true })
  expect(canExtend(request, dueAt + 60 * DAY, calendar)).toMatchObject({ rule: 'rights-extend-long' })
  expect(canExtend({ ...request, dueAt: dueAt + DAY }, dueAt + 2 * DAY, calendar)).toMatchObject({
    rule: 'rights-extended',
  })
})

test('nothing is disclosed or changed before it is known who asks', () => {
  expect(canFulfil({ state: 'open', identity: null })).toMatchObject({ rule: 'rights-identity' })
  expect(canFulfil({ state: 'done', identity: '核对证件' })).toMatchObject({ rule: 'rights-settled' })
  expect(canFulfil({ state: 'open', identity: '核对证件' })).toEqual({ allowed: true })
})

test('a deletion waits while a matter or a dispute is open, locks to the last day of any period, and erases after it', () => {
  const facts = { openCases: 0, holds: 0, keepUntil: ['2027-01-01', '2029-03-04'], today: '2026-10-01' }
  expect(erasureStep({ ...facts, openCases: 2, holds: 1 })).toEqual({
    step: 'wait',
    rule: 'rights-open-cases',
    count: 2,
  })
  expect(erasureStep({ ...facts, holds: 1 })).toEqual({ step: 'wait', rule: 'rights-legal-hold', count: 1 })
  expect(erasureStep(facts)).toEqual({ step: 'lock', untilDay: '2029-03-04' })
  expect(erasureStep({ ...facts, today: '2029-03-04' })).toEqual({ step: 'erase' })
  fc.assert(
    fc.property(fc.array(days), days, (keepUntil, today) => {
      const step = erasureStep({ openCases: 0, holds: 0, keepUntil, today })
      if (step.step === 'lock') expect(keepUntil.every((day) => day <= step.untilDay)).toBe(true)
      else expect(keepUntil.every((day) => day <= today)).toBe(true)
    }),
  )
})

test('nobody approves an assessment of their own', () => {
  expect(canApprove({ state: 'draft', createdBy: 'a' }, 'a')).toMatchObject({ rule: 'assessment-second-person' })
  expect(canApprove({ state: 'draft', createdBy: 'a' }, 'b')).toEqual({ allowed: true })
  expect(canApprove({ state: 'approved', createdBy: 'a' }, 'b')).toMatchObject({ rule: 'assessment-settled' })
})

test('a record is due the day after its last day, and what is due stays due', () => {
  expect(keptUntil('2026-09-30', 36)).toBe('2029-09-30')
  expect(isDue('2026-09-30', 36, '2029-09-30')).toBe(false)
  expect(isDue('2026-09-30', 36, '2029-10-01')).toBe(true)
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 600 }),
      days,
      fc.integer({ min: 0, max: 400 }),
      (end, months, on, more) => {
        if (isDue(end, months, on)) expect(isDue(end, months, addDays(on, more))).toBe(true)
      },
    ),
  )
})

test('the last day of ending that is looked at is exactly the last one that is due', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), days, (months, on) => {
      const cutoff = cutoffFor(months, on)
      expect(isDue(cutoff, months, on)).toBe(true)
      expect(isDue(addDays(cutoff, 1), months, on)).toBe(false)
    }),
  )
})

test('the schedule that comes with the program keeps to the shortest periods of the law', () => {
  expect(canSchedule(SHIPPED_RULES)).toEqual({ allowed: true })
  expect(canSchedule([...SHIPPED_RULES.slice(1), ...SHIPPED_RULES.slice(1, 2)])).toMatchObject({
    rule: 'retention-kinds',
  })
})

test('what a log says in words goes, whatever its form; its keys, numbers and own words stay', () => {
  const log = {
    step: 'reply',
    emits: ['replied'],
    note: '张三丰来电',
    amount: 3,
    list: ['13812345678'],
    deep: { who: 'x' },
  }
  expect(JSON.parse(scrubbed(JSON.stringify(log)))).toEqual({
    ...{ step: 'reply', emits: ['replied'], note: '***', amount: 3, list: ['***'], deep: { who: '***' } },
  })
  expect(scrubbed('自由文字')).toBe('***')
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.string(), (secret, key) => {
      const clean = scrubbed(JSON.stringify({ free: { [`x${key}`]: [secret] } }))
      expect(scrubbed(clean)).toBe(clean)
      expect(clean).toContain('"***"')
    }),
  )
})
