import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedTemplates } from '../src/main/messages/shipped.ts'
import { birthdayBetween, canChange } from '../src/main/rules/care.ts'
import { acknowledgementChannel, bestTemplate, isAnsweredByItself } from '../src/main/rules/message-choice.ts'
import { CARE_DAYS, canApproach, canDisturb, isWithinLimit, MOST_CARE } from '../src/main/rules/message-consent.ts'
import { canCheck, canDo, canReview, fitsChannel, isComplete } from '../src/main/rules/message-flow.ts'
import { checkTemplate } from '../src/main/rules/message-template.ts'
import { fillText, namesIn, unknownIn } from '../src/shared/messages/text.ts'
import { SAMPLE_VALUES, VARIABLES, type Variable } from '../src/shared/messages/variables.ts'
import { MESSAGE_CHANNELS, MESSAGE_STATES, OCCASIONS } from '../src/shared/messages/words.ts'
import { DAY, isDay } from '../src/shared/time.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

const word = fc.option(fc.record({ given: fc.boolean(), at: fc.integer({ min: 0, max: 1000 }) }), { nil: null })
const approach = fc.record({
  purpose: fc.constantFrom('care' as const, 'offer' as const),
  channel: fc.constantFrom(...MESSAGE_CHANNELS),
  memberStatus: fc.constantFrom('active' as const, 'left' as const, null),
  onChannel: word,
  onMarketing: word,
})

test('S2-149 care reaches nobody whose newest word is a no, nobody who said nothing, and no former member', () => {
  fc.assert(
    fc.property(approach, (one) => {
      const { onChannel, onMarketing, memberStatus, purpose } = one
      if (!canApproach(one).allowed) return
      expect(memberStatus).toBe('active')
      expect(onChannel?.given ?? true).toBe(true)
      const newest = [onChannel, onMarketing].filter((said) => said !== null).sort((a, b) => b.at - a.at)[0]
      expect(newest).toBeDefined()
      if (onMarketing && onMarketing.at >= (onChannel?.at ?? 0)) expect(onMarketing.given).toBe(true)
      if (purpose === 'offer') expect(onMarketing?.given).toBe(true)
    }),
  )
})

test('an answer in their own matter reaches everybody, at any hour, however often', () => {
  fc.assert(
    fc.property(approach, fc.integer({ min: 0, max: 86_400_000 }), (one, now) => {
      const service = { ...one, purpose: 'service' as const }
      expect(canApproach(service)).toEqual({ allowed: true })
      expect(canDisturb('service', one.channel, now)).toEqual({ allowed: true })
      expect(isWithinLimit('service', [now, now, now, now], now)).toEqual({ allowed: true })
    }),
  )
})

test('care does not ring at night, but an e-mail may lie there in the morning', () => {
  const late = at('2026-09-30T21:00')
  expect(canDisturb('care', 'sms', late)).toMatchObject({ rule: 'care-quiet-hours' })
  expect(canDisturb('care', 'sms', late - 1).allowed).toBe(true)
  expect(canDisturb('care', 'phone', at('2026-09-30T08:59')).allowed).toBe(false)
  expect(canDisturb('care', 'phone', at('2026-09-30T09:00')).allowed).toBe(true)
  expect(canDisturb('offer', 'email', late).allowed).toBe(true)
})

test('nobody is cared for more than three times in thirty days', () => {
  const now = at('2026-09-30T10:00')
  const times = (days: number[]) => days.map((day) => now - day * DAY)
  expect(isWithinLimit('care', times([1, 2]), now).allowed).toBe(true)
  expect(isWithinLimit('care', times([1, 2, 3]), now)).toMatchObject({ params: { most: MOST_CARE, days: CARE_DAYS } })
  expect(isWithinLimit('care', times([1, 2, 30]), now).allowed).toBe(true)
})

test('a wording is filled or says what it lacks; a part in double brackets goes when it has nothing to say', () => {
  const values = { title: '王女士', number: 'TS1', hotline: '' }
  expect(fillText('{{title}}您好，编号{{number}}。[[热线{{hotline}}。]]', values)).toEqual({
    text: '王女士您好，编号TS1。',
    missing: [],
  })
  expect(fillText('{{title}}：{{expectedAt}}前答复', values)).toEqual({
    text: '王女士：____前答复',
    missing: ['expectedAt'],
  })
})

test('what is filled in is never read as a wording again', () => {
  const value = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(value, (text) => {
      expect(fillText('a {{matter}} b', { matter: text }).text).toBe(`a ${text.trim()} b`.trim())
      expect(fillText('a {{matter}} b', { matter: '{{title}}', title: 'X' }).text).toBe('a {{title}} b')
    }),
  )
})

test('a wording with a name nobody knows, or with a brace left open, is refused by that name', () => {
  const both = (zh: string) => ({ subject: { zh: '', en: '' }, body: { zh, en: 'ok' } })
  expect(checkTemplate(both('{{title}}，{{nmae}}'))).toMatchObject({
    rule: 'template-unknown',
    params: { names: 'nmae' },
  })
  expect(checkTemplate(both('[[{{title}}')).allowed).toBe(false)
  expect(checkTemplate(both('{{title}}[[{{hotline}}]]')).allowed).toBe(true)
})

test('every shipped wording can be filled, in both languages, and names the same things in both', () => {
  for (const { code, subject, body } of shippedTemplates()) {
    expect([code, ...[subject.zh, subject.en, body.zh, body.en].flatMap(unknownIn)]).toEqual([code])
    expect([code, ...namesIn(body.en).sort()]).toEqual([code, ...namesIn(body.zh).sort()])
    for (const side of ['zh', 'en'] as const) {
      const { text, missing } = fillText(body[side], SAMPLE_VALUES[side])
      expect([code, missing]).toEqual([code, []])
      expect(text).not.toMatch(/[{}[\]]/)
    }
  }
})

test('every variable has a sample, so that every wording can be looked at before it is used', () => {
  for (const side of ['zh', 'en'] as const)
    for (const name of VARIABLES) expect(SAMPLE_VALUES[side][name satisfies Variable]).not.toBe('')
})

test('S4-132 a result without measures or without a cause is not complete', () => {
  expect(isComplete('result', { measures: '退费', cause: '' })).toMatchObject({ rule: 'message-result-incomplete' })
  expect(isComplete('result', { measures: ' ', cause: '机务' }).allowed).toBe(false)
  expect(isComplete('result', { measures: '退费', cause: '机务' }).allowed).toBe(true)
  expect(isComplete('progress', { measures: '', cause: '' }).allowed).toBe(true)
})

test('a result is not told in public, and calm words are never sent', () => {
  expect(fitsChannel('result', 'web')).toMatchObject({ rule: 'message-public' })
  expect(fitsChannel('acknowledgement', 'web').allowed).toBe(true)
  expect(fitsChannel('calm', 'phone')).toMatchObject({ rule: 'message-calm' })
})

test('S4-82 nobody checks or reviews their own words', () => {
  expect(canCheck({ id: 'a' }, { createdBy: 'a' })).toMatchObject({ rule: 'message-own-check' })
  expect(canCheck({ id: 'b' }, { createdBy: 'a' }).allowed).toBe(true)
  expect(canReview({ id: 'a', role: 'manager' }, { authorId: 'a' })).toMatchObject({ rule: 'template-own-review' })
  expect(canReview({ id: 'b', role: 'agent' }, { authorId: 'a' })).toMatchObject({ rule: 'template-review-role' })
  expect(canReview({ id: 'b', role: 'lead' }, { authorId: 'a' }).allowed).toBe(true)
})

test('what was not checked can only be checked or cancelled; what was sent can only be answered', () => {
  const allowed = (state: (typeof MESSAGE_STATES)[number]) =>
    (['check', 'handOver', 'markSent', 'markFailed', 'recordReply', 'cancel'] as const).filter(
      (action) => canDo(action, state).allowed,
    )
  expect(Object.fromEntries(MESSAGE_STATES.map((state) => [state, allowed(state)]))).toEqual({
    toCheck: ['check', 'cancel'],
    prepared: ['handOver', 'cancel'],
    handedOver: ['handOver', 'markSent', 'markFailed', 'cancel'],
    sent: ['recordReply'],
    failed: ['handOver', 'cancel'],
    cancelled: [],
  })
})

test('the acknowledgement goes back the way the complaint came, else by what is known', () => {
  const known = { email: 'a@b.cn', phone: '138', isMember: true }
  expect(acknowledgementChannel('app', known)).toBe('app')
  expect(acknowledgementChannel('website', known)).toBe('email')
  expect(acknowledgementChannel('weibo', { ...known, email: '' })).toBe('sms')
  expect(acknowledgementChannel('chat', { email: '', phone: '', isMember: false })).toBe('web')
  expect(isAnsweredByItself('email', 'message')).toBe(true)
  expect(isAnsweredByItself('phone', 'human')).toBe(false)
  expect(isAnsweredByItself('reportEmail', 'report')).toBe(false)
})

test('the wording for the channel goes before the one for the tier, and both before the one for all', () => {
  const best = (channel: 'sms' | 'email' | 'web', tier: 'diamond' | 'gold') =>
    bestTemplate(shippedTemplates(), { occasion: 'acknowledgement', channel, tier })?.code
  expect([best('sms', 'diamond'), best('email', 'diamond'), best('email', 'gold'), best('web', 'diamond')]).toEqual([
    'acknowledgement-sms',
    'acknowledgement-diamond',
    'acknowledgement',
    'acknowledgement-web',
  ])
  for (const occasion of OCCASIONS)
    expect(bestTemplate(shippedTemplates(), { occasion, channel: 'phone', tier: 'none' })).toBeDefined()
})

test('a birthday lies within the days asked for, once at most, and 29 February is kept in every year', () => {
  expect(birthdayBetween('1988-02-29', '2027-02-01', '2027-03-01')).toBe('2027-02-28')
  expect(birthdayBetween('1988-02-29', '2028-02-01', '2028-03-01')).toBe('2028-02-29')
  expect(birthdayBetween('1990-01-03', '2026-12-20', '2027-01-10')).toBe('2027-01-03')
  expect(birthdayBetween('1990-06-01', '2026-12-20', '2027-01-10')).toBeNull()
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * DAY).toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, days, days, (born, one, two) => {
      const [from = '', to = ''] = [one, two].sort()
      const found = birthdayBetween(born, from, to)
      if (found !== null) expect([isDay(found), found >= from, found <= to]).toEqual([true, true, true])
    }),
  )
})

test('S2-151 a measure that was carried out is changed only after its effect was seen', () => {
  expect(canChange({ state: 'planned', isReached: false, hasEffect: false }).allowed).toBe(true)
  expect(canChange({ state: 'done', isReached: true, hasEffect: false })).toMatchObject({ rule: 'care-effect-first' })
  expect(canChange({ state: 'done', isReached: true, hasEffect: true }).allowed).toBe(true)
  expect(canChange({ state: 'done', isReached: false, hasEffect: false }).allowed).toBe(true)
  expect(canChange({ state: 'cancelled', isReached: false, hasEffect: false }).allowed).toBe(false)
})
