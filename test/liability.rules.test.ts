import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canReviewFinding, canVerifyMeasure, checkFinding, partyOf } from '../src/main/rules/liability.ts'
import type { Share } from '../src/shared/liability/model.ts'
import { GROUND_PARTY, GROUNDS, SHARE_KINDS } from '../src/shared/liability/words.ts'
import { ROLES } from '../src/shared/roles.ts'

const blank = { department: null, name: '', partnerId: null }
const department = (percent: number): Share => ({ ...blank, kind: 'department', department: 'airport', percent })
const customer = (percent: number): Share => ({ ...blank, kind: 'customer', percent })

const share: fc.Arbitrary<Share> = fc.record({
  kind: fc.constantFrom(...SHARE_KINDS),
  department: fc.constant('airport' as const),
  name: fc.constant('张三'),
  partnerId: fc.constant(null),
  percent: fc.integer({ min: 1, max: 100 }),
})

test('shares of an accepted finding always sum to the whole fault', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), fc.subarray([...GROUNDS]), (shares, grounds) => {
      const decision = checkFinding({ party: partyOf(shares), grounds, shares })
      const sum = shares.reduce((total, { percent }) => total + percent, 0)
      if (decision.allowed) expect(sum).toBe(100)
      else if (sum !== 100) expect(decision).toMatchObject({ rule: 'liability-shares-sum', params: { sum } })
    }),
  )
})

test('S2-74..81 each ground stands for the party that the document puts it under', () => {
  const findings = GROUNDS.map((ground) => {
    const party = GROUND_PARTY[ground]
    const shares =
      party === 'operator' ? [department(100)] : party === 'customer' ? [customer(100)] : [department(50), customer(50)]
    return [ground, party, checkFinding({ party, grounds: [ground], shares }).allowed]
  })
  expect(findings).toEqual([
    ['serviceDefect', 'operator', true],
    ['staffBreach', 'operator', true],
    ['operatorSilent', 'operator', true],
    ['malicious', 'customer', true],
    ['againstAgreement', 'customer', true],
    ['customerSilent', 'customer', true],
    ['bothAtFault', 'joint', true],
    ['worsened', 'joint', true],
  ])
})

test('S2-80 fault of both sides rests on its own ground or on one against each side', () => {
  const shares = [department(60), customer(40)]
  const check = (grounds: (typeof GROUNDS)[number][]) => checkFinding({ party: 'joint', grounds, shares }).allowed
  expect([check(['staffBreach', 'customerSilent']), check(['staffBreach']), check(['bothAtFault'])]).toEqual([
    true,
    false,
    true,
  ])
})

test('a party that the shares do not bear out is refused, and so is a ground against the other side', () => {
  expect(checkFinding({ party: 'customer', grounds: ['malicious'], shares: [department(100)] })).toMatchObject({
    rule: 'liability-party-shares',
  })
  expect(checkFinding({ party: 'operator', grounds: ['malicious'], shares: [department(100)] })).toMatchObject({
    rule: 'liability-ground-party',
  })
})

test('S2-88 nobody ever reviews a finding that he wrote on, whatever the role', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ROLES),
      fc.constantFrom('a', 'b', 'c'),
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      (role, id, authors) => {
        if (authors.includes(id)) expect(canReviewFinding({ id, role }, authors).allowed).toBe(false)
      },
    ),
  )
})

test('S2-94 nobody ever verifies what he carried out or answers for', () => {
  const people = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), people, people, people, (role, id, doneBy, responsibleId) => {
      const facts = { kind: 'rectification', responsibleId, doneAt: 1, doneBy, verifiedAt: null }
      expect(canVerifyMeasure({ id, role }, facts).allowed).toBe(id !== doneBy && id !== responsibleId)
    }),
  )
})
