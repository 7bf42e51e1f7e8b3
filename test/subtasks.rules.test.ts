import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIPPED_TARGETS, shippedCalendar } from '../src/main/rules/packs.ts'
import { actionsFor, canAct, canAsk, isLate, stateAfter, subTaskRecords } from '../src/main/rules/subtask.ts'
import { subTaskDue } from '../src/main/rules/subtask-due.ts'
import { calendarsById, type TargetFacts } from '../src/main/rules/targets.ts'
import { SUB_TASK_ACTIONS, SUB_TASK_STATES } from '../src/shared/subtasks/words.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const agent = (id: string) => ({ id, role: 'agent' as const })
const TASK = { state: 'open' as const, assigneeId: 'sun', requestedBy: 'li', caseOwnerId: 'li' }
const state = fc.constantFrom(...SUB_TASK_STATES)
const action = fc.constantFrom(...SUB_TASK_ACTIONS)

test('S2-36 the side that was asked accepts, answers or gives back; the side that asks does the rest', () => {
  const may = (id: string, more = {}) => actionsFor(agent(id), { ...TASK, ...more })
  expect({
    asked: may('sun'),
    asking: may('li'),
    stranger: may('wu'),
    openToAll: may('wu', { assigneeId: null }),
    accepted: may('sun', { state: 'accepted' }),
    answered: may('li', { state: 'answered' }),
    returned: may('li', { state: 'returned' }),
    lead: actionsFor({ id: 'zhao', role: 'lead' }, { ...TASK, state: 'accepted' }),
  }).toEqual({
    asked: ['accept', 'giveBack'],
    asking: ['handOn', 'cancel'],
    stranger: [],
    openToAll: ['accept', 'giveBack'],
    accepted: ['answer', 'giveBack'],
    answered: ['sendBack', 'finish', 'cancel'],
    returned: ['handOn', 'cancel'],
    lead: ['answer', 'giveBack', 'handOn', 'cancel'],
  })
})

test('a sub-task at its end stays there, and every other one can come to its end', () => {
  fc.assert(
    fc.property(action, fc.constantFrom('done' as const, 'cancelled' as const), (what, ended) => {
      expect(canAct({ id: 'zhao', role: 'manager' }, { ...TASK, state: ended }, what).allowed).toBe(false)
    }),
  )
  const reach = new Set(['open'])
  for (let round = 0; round < SUB_TASK_STATES.length; round++)
    for (const from of SUB_TASK_STATES.filter((each) => reach.has(each)))
      for (const what of actionsFor({ id: 'zhao', role: 'lead' }, { ...TASK, state: from })) reach.add(stateAfter(what))
  expect([...reach].sort()).toEqual([...SUB_TASK_STATES].sort())
})

test('a case waits exactly while one of its sub-tasks is neither done nor cancelled', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 8 }), (states) => {
      const open = states.filter((each) => each !== 'done' && each !== 'cancelled').length
      expect(subTaskRecords(states)).toEqual({ subTasksOpen: open, subTasksDone: open === 0 })
    }),
  )
})

test('the owner or a lead asks, of an open case, somebody else, for a time to come', () => {
  const facts = { isCaseOpen: true, caseOwnerId: 'li', caseDepartment: 'vip' }
  const verdict = (who: ReturnType<typeof agent> | { id: string; role: 'lead' }, more = {}, to = {}) => {
    const decision = canAsk(who, { ...facts, ...more }, { assigneeId: null, dueAt: null, ...to }, 100)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdict(agent('li')),
    verdict(agent('sun')),
    verdict({ id: 'zhao', role: 'lead' }),
    verdict(agent('li'), { isCaseOpen: false }),
    verdict(agent('li'), {}, { assigneeId: 'li' }),
    verdict(agent('li'), {}, { dueAt: 100 }),
    verdict(agent('li'), {}, { dueAt: 101 }),
  ]).toEqual(['allowed', 'case-not-owner', 'allowed', 'case-is-closed', 'subtask-self', 'case-time-in-past', 'allowed'])
})

test('an answer in time stays in time, and one that is late stays late', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (dueAt, answeredAt, now) => {
      const answered = { state: 'answered' as const, dueAt, answeredAt }
      expect(isLate(answered, now)).toBe(answeredAt > dueAt)
      expect(isLate({ state: 'open', dueAt, answeredAt: null }, now)).toBe(now > dueAt)
      expect(isLate({ state: 'cancelled', dueAt, answeredAt: null }, now)).toBe(false)
    }),
  )
})

const FACTS: TargetFacts = {
  kind: 'complaint',
  tier: 'gold',
  category: 'flight.delay',
  severity: 'general',
  timeClass: 'h48',
  channel: 'phone',
  isComplex: false,
  receivedAt: at('2026-09-29T15:00'),
  registeredAt: at('2026-09-29T15:00'),
}
const calendars = calendarsById([shippedCalendar('CN'), shippedCalendar('24x7')])

test('S2-117 a sub-task is due by its own rule: one working day, over the holiday', () => {
  const due = subTaskDue(FACTS, SHIPPED_TARGETS, calendars, at('2026-09-30T15:00'))
  expect(due.rule?.id).toBe('desk-sub-task')
  expect(due.at).toBe(at('2026-10-09T00:00'))
})

test('the earliest of several rules holds, and without any there is still a due time', () => {
  const rule = SHIPPED_TARGETS.rules.find(({ id }) => id === 'desk-sub-task')
  if (!rule) throw new Error('no rule')
  const quick = { ...rule, id: 'quick', limit: { unit: 'minutes' as const, amount: 30 }, calendar: '24x7' }
  const start = at('2026-09-30T15:00')
  const withRules = (rules: (typeof rule)[]) => subTaskDue(FACTS, { ...SHIPPED_TARGETS, rules }, calendars, start)
  expect(withRules([rule, quick])).toEqual({ at: start + 30 * 60_000, rule: quick })
  expect(withRules([{ ...quick, when: { kinds: ['enquiry'] } }])).toEqual({ at: at('2026-10-09T00:00'), rule: null })
  expect(withRules([{ ...quick, isEnabled: false }]).rule).toBeNull()
})
