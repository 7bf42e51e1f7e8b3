import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Colleague, peopleTold, type ToldAbout } from '../src/main/rules/told.ts'
import { RECEIVERS } from '../src/shared/targets/model.ts'

const person = (id: string, role: Colleague['role'], more: Partial<Colleague> = {}): Colleague => ({
  ...{ id, role, isActive: true, leadId: null },
  ...more,
})

const STAFF = [
  person('li', 'agent', { leadId: 'zhao' }),
  person('sun', 'agent', { leadId: 'qian' }),
  person('zhao', 'lead'),
  person('qian', 'lead'),
  person('wang', 'manager'),
  person('zheng', 'manager'),
  person('gone', 'manager', { isActive: false }),
  person('root', 'admin'),
]
const OF_LI: ToldAbout = { ownerId: 'li', assigneeId: null, plan: null }
const told = (
  tells: (typeof RECEIVERS)[number],
  about: ToldAbout = OF_LI,
  also: (typeof RECEIVERS)[number] | null = null,
) => peopleTold({ tells, also }, about, STAFF)

test('S1-45 the owner, the lead of their team and every manager who is still there are told', () => {
  expect([told('owner'), told('lead'), told('manager'), told('owner', OF_LI, 'manager')]).toEqual([
    ['li'],
    ['zhao'],
    ['wang', 'zheng'],
    ['li', 'wang', 'zheng'],
  ])
})

test('S1-45 a case that is nobody’s tells nobody as its owner, and every lead', () => {
  const nobodys = { ...OF_LI, ownerId: null }
  expect([told('owner', nobodys), told('lead', nobodys)]).toEqual([[], ['qian', 'zhao']])
})

test('S2-117 a sub-task tells whoever was asked, and the case’s owner while no person was', () => {
  expect(told('owner', { ...OF_LI, assigneeId: 'sun' })).toEqual(['sun'])
  expect(told('owner', { ...OF_LI, assigneeId: 'somebody who left' })).toEqual(['li'])
})

test('S2-107 an approval tells those who may approve, never who wrote the plan', () => {
  const plan = (authorIds: string[], level: 'lead' | 'manager') => ({ ...OF_LI, plan: { authorIds, level } })
  expect(told('owner', plan(['li'], 'lead'))).toEqual(['qian', 'wang', 'zhao', 'zheng'])
  expect(told('owner', plan(['li', 'zhao'], 'manager'))).toEqual(['wang', 'zheng'])
  expect(told('owner', plan(['wang'], 'manager'))).toEqual(['zheng'])
})

test('S1-45 whatever the staff: everybody told is there, is told once, and a second role only adds people', () => {
  const colleague = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    role: fc.constantFrom('agent' as const, 'lead' as const, 'manager' as const, 'admin' as const),
    isActive: fc.boolean(),
    leadId: fc.option(fc.constantFrom('a', 'b', 'c')),
  })
  const staff = fc.uniqueArray(colleague, { selector: ({ id }) => id })
  const someone = fc.option(fc.constantFrom('a', 'b', 'c', 'z'))
  const plan = fc.record({
    authorIds: fc.subarray(['a', 'b', 'c']),
    level: fc.constantFrom('agent' as const, 'lead' as const, 'manager' as const, 'two' as const),
  })
  const about = fc.record({ ownerId: someone, assigneeId: someone, plan: fc.option(plan) })
  const receiver = fc.constantFrom(...RECEIVERS)
  fc.assert(
    fc.property(staff, about, receiver, fc.option(receiver), (all, matter, tells, also) => {
      const alone = peopleTold({ tells, also: null }, matter, all)
      const both = peopleTold({ tells, also }, matter, all)
      const here = new Set<string>(all.filter(({ isActive }) => isActive).map(({ id }) => id))
      expect(both.every((id) => here.has(id))).toBe(true)
      expect(new Set(both).size).toBe(both.length)
      expect(alone.every((id) => both.includes(id))).toBe(true)
      expect(peopleTold({ tells, also }, matter, [...all].reverse())).toEqual(both)
      if (
        tells === 'owner' &&
        matter.plan &&
        alone.length > 0 &&
        alone[0] !== matter.ownerId &&
        alone[0] !== matter.assigneeId
      )
        expect(alone.some((id) => matter.plan?.authorIds.includes(id))).toBe(false)
    }),
  )
})
