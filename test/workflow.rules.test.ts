import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { archiveOf } from '../src/main/rules/archive.ts'
import { weighAttempts } from '../src/main/rules/attempts.ts'
import { shippedWorkflow } from '../src/main/rules/packs.ts'
import { handOversIn, promisesIn } from '../src/main/rules/promises.ts'
import { revisitsFor } from '../src/main/rules/revisits.ts'
import { extractOf, type SharedCase } from '../src/main/rules/share-extract.ts'
import { mayOverride, type ProposalFacts, proposeOwner } from '../src/main/rules/specialists.ts'
import { canMove } from '../src/main/rules/workflow-move.ts'
import { checkNeeds } from '../src/main/rules/workflow-needs.ts'
import { readRevisit, revisitCode } from '../src/shared/cases/planned.ts'
import { SEVERITIES } from '../src/shared/cases/words.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { fillTemplate, missingIn } from '../src/shared/workflow/templates.ts'

const complaints = shippedWorkflow('complaint')
const countAttempts = (times: readonly number[]) => weighAttempts(times, SHIPPED_NUMBERS.attempts).attempts

describe('failed attempts to reach a customer', () => {
  test('count when they lie two hours apart, in whatever order they are told', () => {
    expect(countAttempts([0, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR])).toBe(3)
    expect(countAttempts([4 * HOUR, 0, 2 * HOUR])).toBe(3)
    expect(countAttempts([5, 5, 5])).toBe(1)
  })

  test('S1-50 stand for an answer by the numbers of the policy: how many, how far apart, over how long', () => {
    const times = [0, HOUR, 5 * HOUR]
    const isEnough = (enough: number, gap: number, span: number) =>
      weighAttempts(times, { enough, gapMinutes: gap, spanMinutes: span }).isEnough
    expect([
      isEnough(3, 60, 0),
      isEnough(3, 61, 0),
      isEnough(2, 61, 0),
      isEnough(3, 60, 300),
      isEnough(3, 60, 301),
    ]).toEqual([true, false, true, true, false])
  })

  test('never count more than there is time for, and one more never makes them fewer', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(40 * HOUR), { maxLength: 12 }), fc.nat(40 * HOUR), (times, one) => {
        const span = times.length === 0 ? 0 : Math.max(...times) - Math.min(...times)
        expect(countAttempts(times)).toBeLessThanOrEqual(Math.floor(span / (2 * HOUR)) + 1)
        expect(countAttempts([...times, one])).toBeGreaterThanOrEqual(countAttempts(times))
        expect(countAttempts([...times].reverse())).toBe(countAttempts(times))
      }),
    ))
})

test('S2-172 the graver a matter and the higher the tier, the more visits after closing, each later than the one before', () => {
  const days = (severity: (typeof SEVERITIES)[number], tier: (typeof MEMBER_TIERS)[number]) =>
    revisitsFor({ severity, tier, closedAt: 0 }).map((at) => at / DAY)
  expect([days('general', 'none'), days('major', 'gold'), days('urgent', 'diamond')]).toEqual([
    [7],
    [3, 14],
    [1, 7, 21, 28],
  ])
  for (const severity of SEVERITIES)
    for (const tier of MEMBER_TIERS)
      expect(days(severity, tier)).toEqual([...days(severity, tier)].sort((a, b) => a - b))
  expect([readRevisit(revisitCode(2, 3)), readRevisit('致电机场')]).toEqual([{ place: 2, of: 3 }, undefined])
})

describe('S2-34 whom a case is proposed to', () => {
  const people = ['wang', 'zhao', 'sun'].map((id) => ({ id, isActive: true, open: 3, pressing: 0 }))
  const table = [
    { category: 'flight', specialistId: 'sun', deputyId: null, department: 'operations' },
    { category: 'flight.delay', specialistId: 'wang', deputyId: 'zhao', department: 'vip' },
  ] as unknown as ProposalFacts['table']
  const facts: ProposalFacts = {
    ...{ category: 'flight.delay', urgency: 'normal', department: 'callCentre', ownerId: 'sun', table, people },
  }
  const withWang = (more: Partial<(typeof people)[number]>): ProposalFacts => ({
    ...facts,
    people: people.map((person) => (person.id === 'wang' ? { ...person, ...more } : person)),
  })

  test('the nearest row of the table decides; a group holds for its details', () => {
    expect(proposeOwner(facts)).toEqual({ ownerId: 'wang', department: 'vip', why: 'specialist', row: 'flight.delay' })
    expect(proposeOwner({ ...facts, category: 'flight.cancel' })).toMatchObject({ ownerId: 'sun', row: 'flight' })
  })

  test('the deputy steps in for who is away or full, and for urgent matters also for who is pressed', () => {
    expect(proposeOwner(withWang({ isActive: false }))).toMatchObject({ ownerId: 'zhao', why: 'deputy' })
    expect(proposeOwner(withWang({ open: 25 }))).toMatchObject({ ownerId: 'zhao', why: 'deputy' })
    expect(proposeOwner(withWang({ pressing: 4 }))).toMatchObject({ ownerId: 'wang' })
    expect(proposeOwner({ ...withWang({ pressing: 4 }), urgency: 'high' })).toMatchObject({ ownerId: 'zhao' })
  })

  test('without a row it stays with its owner, and without one it goes to who has least; a lead may decide otherwise', () => {
    const free: ProposalFacts = { ...facts, table: [] }
    expect(proposeOwner(free)).toMatchObject({ ownerId: 'sun', why: 'owner', row: null, department: 'callCentre' })
    const least = people.map((person) => (person.id === 'zhao' ? { ...person, open: 0 } : person))
    expect(proposeOwner({ ...free, ownerId: null, people: least })).toMatchObject({ ownerId: 'zhao', why: 'leastBusy' })
    const proposal = proposeOwner(facts)
    expect([
      mayOverride({ role: 'agent' }, proposal, 'sun').allowed,
      mayOverride({ role: 'agent' }, proposal, 'wang').allowed,
      mayOverride({ role: 'lead' }, proposal, 'sun').allowed,
      mayOverride({ role: 'agent' }, proposeOwner(free), 'wang').allowed,
    ]).toEqual([false, true, true, true])
  })

  test('whoever is proposed works at the desk', () => {
    const person = fc.record({
      id: fc.constantFrom('wang', 'zhao', 'sun', 'li'),
      isActive: fc.boolean(),
      open: fc.nat(40),
      pressing: fc.nat(6),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: ({ id }) => id }),
        fc.constantFrom('low', 'high'),
        (list, urgency) => {
          const { ownerId } = proposeOwner({ ...facts, people: list, urgency: urgency as 'low' | 'high' })
          if (ownerId === null) expect(list.every(({ isActive }) => !isActive)).toBe(true)
          else expect(list.find(({ id }) => id === ownerId)?.isActive).toBe(true)
        },
      ),
    )
  })
})

test('S1-37 a told time comes true with the first thing done after it was told', () => {
  const told = (at: number, expectedAt: number | null, ...emits: string[]) => ({ at, emits, expectedAt })
  expect(
    promisesIn([told(0, 9), told(3, 7, 'progressTold'), told(5, null, 'handled'), told(8, 20, 'replied')]),
  ).toEqual([
    { toldAt: 0, expectedAt: 9, actualAt: 5 },
    { toldAt: 3, expectedAt: 7, actualAt: 5 },
    { toldAt: 8, expectedAt: 20, actualAt: null },
  ])
})

test('S2-36 a receipt belongs to the last hand-over; one that was never receipted stays so', () => {
  const hand = (at: number, toId: string | null, isAccepted = false) => ({ at, actorId: 'li', toId, isAccepted })
  const found = handOversIn([
    hand(0, 'wang'),
    hand(2, 'zhao'),
    hand(2, 'zhao'),
    hand(4, null, true),
    hand(6, null, true),
  ])
  expect(found.map(({ toId, acceptedAt }) => [toId, acceptedAt])).toEqual([
    ['wang', null],
    ['zhao', 4],
  ])
})

describe('S2-43 what a department reads', () => {
  const shared: SharedCase = {
    ...{ number: 'TS-1', category: '航班延误', stage: '调查中', receivedAt: 0, reason: '', demand: '道歉' },
    content: '欧阳静怡，手机 138 1234 5678，票号8801234567890，延误五小时',
    ...{ flightNo: 'HU7609', flightDay: '2026-09-29', route: null, baggageTag: null },
    customer: { name: '欧阳静怡', phone: '13812345678', ticketNo: '8801234567890', pnr: 'ABC123' },
    withIdentity: false,
    language: 'zh-CN',
  }

  test('the customer is hidden, the matter is not', () => {
    const text = extractOf(shared)
    expect(text).toContain('延误五小时')
    expect(text).toContain('HU7609 2026-09-29')
    for (const hidden of ['静怡', '138 1234 5678', '8801234567890', 'ABC123']) expect(text).not.toContain(hidden)
    expect(extractOf({ ...shared, withIdentity: true })).toContain('欧阳静怡 13812345678')
  })

  test('a department that reads English gets the lines in English and hides as much', () => {
    const text = extractOf({ ...shared, language: 'en', category: 'Flight delay', stage: 'Under investigation' })
    expect(text.split('\n').slice(0, 2)).toEqual(['Case: TS-1', 'Class: Flight delay   Stage: Under investigation'])
    expect(text).toContain('Flight: HU7609 2026-09-29')
    for (const hidden of ['静怡', '138 1234 5678', '8801234567890', 'ABC123']) expect(text).not.toContain(hidden)
  })

  test('no telephone number slips through, however it is written', () => {
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
    const gap = fc.constantFrom('', ' ', '-')
    fc.assert(
      fc.property(phone, gap, gap, (number, a, b) => {
        const written = number.slice(0, 3) + a + number.slice(3, 7) + b + number.slice(7)
        const text = extractOf({
          ...shared,
          content: `请回电${written}谢谢`,
          customer: { ...shared.customer, phone: number },
        })
        expect(text).not.toContain(written)
        expect(text.replace(/\D/g, '')).not.toContain(number)
      }),
    )
  })
})

describe('putting a closed case away', () => {
  const closed = {
    state: 'closed',
    recorded: { closingSummary: '客户满意', improvement: 'noneNeeded' },
    closedAt: Date.parse('2028-02-29T10:00:00+08:00'),
  }

  test('S2-40 S2-113 only with its summary and its improvement decision, and kept for three years', () => {
    expect(archiveOf(complaints, closed)).toMatchObject({ state: 'archived', recorded: { keptUntil: '2031-02-28' } })
    expect(archiveOf(complaints, { ...closed, recorded: { closingSummary: '客户满意' } })).toBeUndefined()
    expect(archiveOf(complaints, { ...closed, state: 'withdrawn' })).toBeUndefined()
    expect(archiveOf(shippedWorkflow('enquiry'), closed)).toBeUndefined()
  })
})

test('a case moves only to a version that is for its kind, is not its own, and has its stage', () => {
  const to = (more: object) => ({ policyId: 'b', definition: { ...complaints, ...more } })
  const matter = { kind: 'complaint', state: 'plan', policyId: 'a' } as const
  const verdict = (given: Parameters<typeof canMove>[1]) => {
    const decision = canMove(matter, given)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdict(to({})),
    verdict({ ...to({}), policyId: 'a' }),
    verdict(to({ caseKinds: ['enquiry'] })),
    verdict(to({ status: 'retired' })),
    verdict(to({ states: complaints.states.filter(({ id }) => id !== 'plan') })),
  ]).toEqual([
    ...['allowed', 'workflow-same-version', 'workflow-not-for-kind', 'workflow-not-for-kind', 'workflow-no-such-state'],
  ])
})

test('a need may have another record in its place, hold for some cases only, or ask for certain values', () => {
  const reply = complaints.transitions.find(({ id }) => id === 'reply')
  const checked = (severity: 'general' | 'major', recorded: Record<string, string | boolean>) =>
    reply &&
    checkNeeds(reply, {
      ...{ kind: 'complaint', state: 'investigating', channel: 'phone', isComplex: false, ownerId: 'wang' },
      ...{ severity, recorded },
    })
      .filter(({ isMet }) => !isMet)
      .map(({ rule }) => rule)
  expect(checked('general', {})).toEqual([])
  expect(checked('major', {})).toEqual(['case-needs-plan'])
  expect(checked('major', { liabilityParty: 'operator' })).toEqual(['case-needs-plan'])
  expect(checked('major', { liabilityParty: 'none' })).toEqual([])
  expect(checked('general', { compensationDone: false })).toEqual(['case-compensation-open'])
  expect(checked('general', { planApproved: true })).toEqual(['case-has-plan'])
})

describe('S2-72 wordings', () => {
  test('are filled from the case; what is not known stays as a blank', () => {
    const text = '{{name}}：{{measures}}，{{prevention}}'
    expect(fillTemplate(text, { name: '陈女士', measures: '补发证明' })).toBe('陈女士：补发证明，____')
    expect(missingIn(text, { name: '陈女士', measures: ' ' })).toEqual(['measures', 'prevention'])
  })

  test('never leave a brace behind', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...complaints.templates),
        fc.dictionary(fc.lorem(), fc.lorem()),
        (template, values) => {
          expect(fillTemplate(template.text.zh, values)).not.toContain('{{')
        },
      ),
    ))
})
