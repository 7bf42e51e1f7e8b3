import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canDecidePlan, canTakePlanStep, needsNewApproval } from '../src/main/rules/plan.ts'
import { LEVELS } from '../src/shared/compensation/words.ts'
import { PLAN_STATUSES } from '../src/shared/plans/words.ts'
import { ROLES } from '../src/shared/roles.ts'

const terms = fc.record({
  amountFen: fc.integer({ min: 0, max: 3 }),
  miles: fc.integer({ min: 0, max: 3 }),
  deadlineAt: fc.integer({ min: 0, max: 3 }),
  milestones: fc.array(fc.record({ dueAt: fc.integer({ min: 0, max: 3 }) }), { maxLength: 3 }),
})

test('S2-112 a revision keeps its approval exactly when no amount and no time differs, whatever the order', () => {
  fc.assert(
    fc.property(terms, terms, (before, after) => {
      const key = ({ milestones, ...rest }: typeof before) =>
        JSON.stringify([rest, milestones.map(({ dueAt }) => dueAt).sort()])
      expect(needsNewApproval(before, after)).toBe(key(before) !== key(after))
      expect(needsNewApproval(after, before)).toBe(needsNewApproval(before, after))
    }),
  )
})

test('S2-108 nobody ever decides about a plan that he wrote on', () => {
  const people = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(
      fc.constantFrom(...ROLES),
      people,
      fc.array(people, { minLength: 1 }),
      fc.constantFrom(...LEVELS),
      (role, id, authorIds, level) => {
        if (authorIds.includes(id)) expect(canDecidePlan({ id, role }, { authorIds, level }).allowed).toBe(false)
        if (role === 'agent' || role === 'admin')
          expect(canDecidePlan({ id, role }, { authorIds, level }).allowed).toBe(false)
      },
    ),
  )
})

test('S2-109 nothing is carried out from a plan that is not approved', () => {
  const startable = PLAN_STATUSES.filter((status) => canTakePlanStep('start', status).allowed)
  const finishable = PLAN_STATUSES.filter((status) => canTakePlanStep('finish', status).allowed)
  expect({ startable, finishable }).toEqual({ startable: ['approved'], finishable: ['executing'] })
})
