import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '../src/shared/roles.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type ClosingFacts, canCloseLeak, canStep, noticesDue } from '../src/shared/trust/leak-rules.ts'
import { LEAK_STATES, TOLD } from '../src/shared/trust/leak-words.ts'
import {
  actingWith,
  canAuthorise,
  canReview,
  isInForce,
  nextReviewAt,
  stateOfAuthorisation,
} from '../src/shared/trust/right-rules.ts'
import { canApproveText, canSign, currentText, mayBeShown, signBy, textState } from '../src/shared/trust/rules.ts'
import { AUTHORISATION_KINDS, RIGHT_ROLES, RIGHTS } from '../src/shared/trust/words.ts'

const moments = fc.integer({ min: 0, max: 100 * DAY })
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const versions = fc
  .array(fc.record({ approvedAt: orNone(moments), fromAt: orNone(moments) }), { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, version: index + 1 })))

test('S3-127 at most one version is in force, never a draft, and it is the newest whose day has come', () => {
  fc.assert(
    fc.property(versions, moments, (all, now) => {
      const states = all.map((one) => textState(one, all, now))
      const current = currentText(all, now)
      expect(states.filter((state) => state === 'inForce')).toHaveLength(current ? 1 : 0)
      for (const [index, one] of all.entries()) {
        if (one.approvedAt === null || one.fromAt === null) expect(states[index]).toBe('draft')
        else if (one.fromAt <= now) expect(one.version <= (current?.version ?? 0)).toBe(true)
      }
    }),
  )
})

test('S3-127 nobody approves the own draft, and nothing twice', () => {
  expect(canApproveText({ approvedAt: null, savedBy: 'a' }, 'a')).toMatchObject({ rule: 'trust-text-own' })
  expect(canApproveText({ approvedAt: null, savedBy: 'a' }, 'b')).toEqual({ allowed: true })
  expect(canApproveText({ approvedAt: 1, savedBy: 'a' }, 'b')).toMatchObject({ rule: 'trust-text-approved' })
})

test('S3-134 days of grace run from the later of text and person, and are over at their end', () => {
  fc.assert(
    fc.property(moments, moments, fc.integer({ min: 0, max: 90 }), (inForceSince, personSince, graceDays) => {
      const last = signBy(inForceSince, personSince, graceDays)
      const unsigned = { inForceSince, personSince, graceDays }
      expect(mayBeShown({ ...unsigned, now: last - 1 }).allowed).toBe(true)
      expect(mayBeShown({ ...unsigned, now: last })).toMatchObject({ rule: 'trust-unsigned' })
      expect(last >= inForceSince && last >= personSince).toBe(true)
    }),
  )
  expect(canSign('undertaking', { name: '王 经理' }, ' 王　经理 ')).toEqual({ allowed: true })
  expect(canSign('undertaking', { name: '王经理' }, '王')).toMatchObject({ rule: 'trust-name-differs' })
})

const authorisations = fc.record({
  kind: fc.constantFrom(...AUTHORISATION_KINDS),
  caseId: fc.constantFrom('one', 'two', null),
  memberId: fc.constantFrom('m', null),
  fromAt: moments,
  untilAt: moments,
  endedAt: orNone(moments),
})

test('S3-129 S3-130 a right adds to what the role allows only while it is in force, and never to an administrator', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), fc.array(authorisations, { maxLength: 6 }), moments, (own, held, now) => {
      const acting = actingWith(own, held, now)
      const live = held.filter((one) => isInForce(one, now))
      if (live.length === 0 || own === 'admin')
        expect(acting).toEqual({ role: own, readsRestricted: false, openedCases: [], openedMembers: [] })
      if (acting.role !== own)
        expect(live.some(({ kind }) => kind !== 'breakGlass' && RIGHT_ROLES[kind].from.includes(own))).toBe(true)
      const last = Math.max(0, ...held.map(({ untilAt }) => untilAt))
      expect(actingWith(own, held, last)).toEqual({
        role: own,
        readsRestricted: false,
        openedCases: [],
        openedMembers: [],
      })
      for (const one of held) expect(stateOfAuthorisation(one, now) === 'inForce').toBe(isInForce(one, now))
    }),
  )
})

test('S3-130 a right is given to somebody else, of the fitting role, for a time that ends; whoever only acts hands nothing on', () => {
  const receiver = { id: 'b', role: 'agent', isActive: true } as const
  const giving = {
    giver: { id: 'a', isActing: false },
    receiver,
    right: 'leadRights',
    matter: null,
    fromAt: 0,
    untilAt: DAY,
  } as const
  expect(canAuthorise(giving, 0)).toEqual({ allowed: true })
  const ruleOf = (change: Partial<Parameters<typeof canAuthorise>[0]>, now = 0) => {
    const decision = canAuthorise({ ...giving, ...change }, now)
    return decision.allowed ? null : decision.rule
  }
  expect([
    ruleOf({ giver: { id: 'a', isActing: true } }),
    ruleOf({ giver: { id: 'b', isActing: false } }),
    ruleOf({ receiver: { ...receiver, isActive: false } }),
    ruleOf({ right: 'managerRights' }),
    ruleOf({ matter: { isRestricted: true } }),
    ruleOf({ right: 'restrictedCases', matter: { isRestricted: false } }),
    ruleOf({ right: 'restrictedCases', matter: { isRestricted: true } }),
    ruleOf({ untilAt: 0 }),
    ruleOf({}, DAY),
    ruleOf({ untilAt: 93 * DAY }),
  ]).toEqual([
    'authorisation-handed-on',
    'authorisation-self',
    'authorisation-inactive',
    'authorisation-role',
    'authorisation-case',
    'authorisation-case',
    null,
    'authorisation-times',
    'authorisation-times',
    'authorisation-too-long',
  ])
  for (const right of RIGHTS) expect(RIGHT_ROLES[right].from).not.toContain('admin')
})

test('a review falls before the end of what it reviews; an emergency is judged once and by somebody else', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 92 }), moments, (from, days, until) => {
      const next = nextReviewAt(from, days, until)
      expect(next === null || (next > from && next < until)).toBe(true)
    }),
  )
  const emergency = { kind: 'breakGlass', userId: 'a', state: 'expired', reviewed: false } as const
  expect(canReview(emergency, 'b', 'justified')).toEqual({ allowed: true })
  expect(canReview(emergency, 'a', 'justified')).toMatchObject({ rule: 'authorisation-own-review' })
  expect(canReview({ ...emergency, reviewed: true }, 'b', 'justified')).toMatchObject({
    rule: 'authorisation-reviewed',
  })
  expect(canReview({ ...emergency, kind: 'leadRights' }, 'b', 'keep')).toMatchObject({ rule: 'authorisation-over' })
})

const leakFacts: fc.Arbitrary<ClosingFacts> = fc
  .record({
    state: fc.constantFrom(...LEAK_STATES),
    isPersonal: orNone(fc.boolean()),
    reportedAt: moments,
    authorityAt: orNone(moments),
    membersAt: orNone(moments),
    told: orNone(fc.constantFrom(...TOLD)),
    responsibleId: orNone(fc.constant('a')),
    measures: fc.nat(3),
  })
  .chain((facts) => fc.record({ openMeasures: fc.nat(facts.measures) }).map((more) => ({ ...facts, ...more })))

test('S3-136 a leak of personal data closes only when authority and members were told, somebody answers for it and all is done', () => {
  fc.assert(
    fc.property(leakFacts, (facts) => {
      if (!canCloseLeak(facts).allowed) return
      expect(facts).toMatchObject({ state: 'contained', responsibleId: 'a', openMeasures: 0 })
      if (facts.isPersonal) expect(facts.authorityAt !== null && facts.membersAt !== null).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(canStep('reported', 'contain')).toMatchObject({ rule: 'leak-not-assessed' })
  expect(canStep('closed', 'work')).toMatchObject({ rule: 'leak-over' })
})

test('S3-136 whom the law names is told within the hours set from the report; once told nothing is due', () => {
  const hours = { authorityHours: 24, membersHours: 72 }
  const facts = { state: 'assessed', isPersonal: true, reportedAt: 0, authorityAt: null, membersAt: null, told: null }
  expect(noticesDue({ ...facts, state: 'assessed' }, hours, 25 * HOUR)).toEqual({
    authority: { at: 24 * HOUR, isLate: true },
    members: { at: 72 * HOUR, isLate: false },
  })
  expect(noticesDue({ ...facts, state: 'assessed', isPersonal: false }, hours, 0)).toEqual({
    authority: null,
    members: null,
  })
  expect(noticesDue({ ...facts, state: 'assessed', authorityAt: 5, membersAt: 6 }, hours, 900 * HOUR)).toEqual({
    authority: null,
    members: null,
  })
})
