import fc from 'fast-check'
import { expect, test } from 'vitest'
import wordsDefault from '../resources/policies/class-words-default.json' with { type: 'json' }
import { accuracyOf, countClass, newAccuracy } from '../src/main/rules/class-accuracy.ts'
import { classByLearning, learnClasses, pairsOf } from '../src/main/rules/class-learning.ts'
import { classByWords } from '../src/main/rules/class-words.ts'
import { gapsOf, responseFigures, type Watched } from '../src/main/rules/gaps.ts'
import { chooseHandler, type Handler, isOnShift, isPresent, mayHave } from '../src/main/rules/routing-choice.ts'
import { languageOf, needOf, type RoutingNeed } from '../src/main/rules/routing-need.ts'
import { CATEGORIES } from '../src/shared/cases/words.ts'
import { classRules } from '../src/shared/routing/classes.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { at } from './cases-fixtures.ts'

const rules = classRules.parse(wordsDefault)
const NOW = at('2026-09-30T10:00:00')

test('S5-12 every class of the shipped words is one of the shipped categories, each named once', () => {
  expect(rules.classes.map(({ category }) => category).filter((code) => !CATEGORIES.includes(code))).toEqual([])
})

test('S5-08 words in Latin letters count where a word begins, `a+b` asks for both, and a group speaks for its details', () => {
  const own = {
    ...rules,
    minScore: 3,
    classes: [
      { category: 'baggage', words: [{ text: '行李', weight: 3 }] },
      { category: 'baggage.lost', words: [{ text: '行李+找不到', weight: 5 }] },
      { category: 'flight', words: [{ text: 'late', weight: 4 }] },
    ],
  }
  expect(classByWords(own, '我的行李找不到')).toMatchObject({
    category: 'baggage.lost',
    scores: [{ score: 8 }, { category: 'baggage', score: 3 }],
  })
  expect(classByWords(own, '行李').category).toBe('baggage')
  expect(classByWords(own, 'LATE again').category).toBe('flight')
  expect(classByWords(own, 'chocolate').category).toBeNull()
  expect(classByWords(own, '')).toEqual({ category: null, scores: [], signals: [] })
})

test('S5-12 a score is the sum of the words that explain it, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('行李', '延误', '态度', 'refund', '退票', '。', ' ', '轮椅')), (parts) => {
      const { category, scores } = classByWords(rules, parts.join(''))
      for (const one of scores) expect(one.score).toBe(one.words.reduce((sum, { weight }) => sum + weight, 0))
      expect(category).toBe((scores[0]?.score ?? 0) >= rules.minScore ? scores[0]?.category : null)
      expect(classByWords(rules, parts.join(''))).toEqual(classByWords(rules, parts.join('')))
    }),
  )
})

test('S5-13 the confusion of classes adds up to the cases, and a class is right where both agree', () => {
  const tally = newAccuracy()
  const settled = [
    ['flight.delay', 'flight.delay'],
    ['flight.delay', 'flight.cancel'],
    [null, 'other'],
  ] as const
  for (const [proposed, category] of settled) countClass(tally, { proposed, learned: category, category })
  expect(accuracyOf(tally)).toMatchObject({
    ...{ cases: 3, silent: 1, hits: 1, groupHits: 2, learned: { cases: 3, hits: 3 } },
    categories: [
      { category: 'flight.cancel', cases: 1, proposed: 0, hits: 0 },
      { category: 'flight.delay', cases: 1, proposed: 2, hits: 1 },
      { category: 'other', cases: 1, proposed: 0, hits: 0 },
    ],
  })
})

test('learning needs enough cases of at least two classes, and gives the same for the same cases', () => {
  const lessons = Array.from({ length: 60 }, (_, i) =>
    i % 2 === 0 ? { text: `行李丢失${i}`, category: 'a' } : { text: `退票太慢${i}`, category: 'b' },
  )
  const model = learnClasses(lessons)
  if (!model) throw new Error('nothing learned')
  expect(learnClasses(lessons)).toEqual(model)
  expect(learnClasses(lessons.slice(0, 20))).toBeNull()
  expect(learnClasses(lessons.filter(({ category }) => category === 'a'))).toBeNull()
  expect(classByLearning(model, '行李不见了')).toMatchObject({
    category: 'a',
    words: expect.arrayContaining([{ text: '行李', weight: expect.any(Number) }]),
  })
  expect(classByLearning(model, 'zzz')).toBeNull()
  expect([...pairsOf('坏 wifi 了')]).toEqual(['坏 wifi', 'wifi', 'wifi 了'])
})

const person = (id: string, more: Partial<Handler> = {}): Handler => ({
  ...{ id, name: id, department: null, presence: 'present', presenceUntil: null },
  ...{ shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440, maxOpen: 10, open: 0, pressing: 0 },
  skills: [{ kind: 'complaints', code: '', validUntil: null }],
  ...more,
})
const need = (more: Partial<RoutingNeed> = {}): RoutingNeed => ({
  ...{ category: 'baggage.lost', department: 'baggage', isPressing: false, complexities: [], language: 'zh' },
  ...more,
})
const choose = (people: readonly Handler[], more: Partial<RoutingNeed> = {}) =>
  chooseHandler({ need: need(more), people, ownerId: null, specialistId: null, deputyId: null, now: NOW }).ownerId

test('S5-17 the least loaded of equals gets a case, pressing cases weigh more for a pressing matter, a full or absent person none', () => {
  expect(choose([person('a', { open: 5 }), person('b', { open: 4 })])).toBe('b')
  expect(choose([person('a', { open: 9 }), person('b', { pressing: 2, open: 3 })])).toBe('b')
  expect(choose([person('a', { open: 9 }), person('b', { pressing: 2, open: 3 })], { isPressing: true })).toBe('a')
  expect(choose([person('a', { open: 10 }), person('b', { presence: 'away' })])).toBeNull()
  expect(choose([person('a'), person('b', { department: 'baggage' })])).toBe('b')
})

test('S5-28 no choice ever falls on somebody who is not there, has no room or lacks the qualification', () => {
  const anybody = fc.record({
    presence: fc.constantFrom('present' as const, 'away' as const),
    open: fc.nat(12),
    pressing: fc.nat(4),
    skills: fc
      .subarray(['complaints', 'complex'] as const)
      .map((kinds) => kinds.map((kind) => ({ kind, code: '', validUntil: null }))),
  })
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 6 }), fc.boolean(), (list, isComplex) => {
      const people = list.map((one, i) => person(`p${i}`, one))
      const chosen = people.find(({ id }) => id === choose(people, isComplex ? { complexities: ['words'] } : {}))
      const fits = ({ presence, open, skills }: Handler) =>
        presence === 'present' && open < 10 && skills.length >= (isComplex ? 2 : 1) && skills[0]?.kind === 'complaints'
      expect(chosen === undefined).toBe(!people.some(fits))
      if (chosen) expect(fits(chosen)).toBe(true)
    }),
  )
})

test('S5-24 S5-28 a qualification counts until the end of its last day and not after', () => {
  const skills = (validUntil: string) =>
    (['complaints', 'complex'] as const).map((kind) => ({ kind, code: '', validUntil }))
  const matter = { kind: 'complaint', isComplex: true }
  expect(mayHave(matter, skills('2026-09-30'), '2026-09-30')).toEqual({ allowed: true })
  expect(mayHave(matter, skills('2026-09-29'), '2026-09-30')).toMatchObject({ rule: 'case-needs-qualified' })
  expect(mayHave({ ...matter, isComplex: false }, [], '2026-09-30')).toEqual({ allowed: true })
})

test('a shift may run over midnight, and away until a moment ends with it', () => {
  const night = { shiftDays: '3', shiftFrom: 22 * 60, shiftTo: 6 * 60 }
  expect(isOnShift(night, at('2026-09-30T23:00:00'))).toBe(true)
  expect(isOnShift(night, at('2026-10-01T05:59:00'))).toBe(true)
  expect(isOnShift(night, at('2026-10-01T06:00:00'))).toBe(false)
  expect(isOnShift(night, at('2026-09-30T05:00:00'))).toBe(false)
  expect(isPresent({ presence: 'away', presenceUntil: NOW }, NOW)).toBe(true)
  expect(isPresent({ presence: 'away', presenceUntil: null }, NOW)).toBe(false)
})

test('S5-16 S5-23 a matter is complex by its nature, its words, its repetition or the customer’s own circumstances', () => {
  const matter = { category: 'flight', severity: 'general', department: 'operations', isComplex: false }
  const plain = { ...matter, isRestricted: false, isRepeat: false, content: '航班延误' }
  const of = (content: string, more = {}) =>
    needOf({ ...plain, content, ...more }, classByWords(rules, content)).complexities
  expect(of('航班延误')).toEqual([])
  expect(of('航班延误', { severity: 'major', isRepeat: true })).toEqual(['severity', 'repeat'])
  expect(of('轮椅旅客没有协助')).toEqual(['personal'])
  expect(of('多次投诉一直没有解决')).toEqual(['words'])
  expect([languageOf('My bag is lost'), languageOf('行李 bag'), languageOf('荷物がない')]).toEqual(['en', 'zh', 'ja'])
})

test('S1-11 a gap opens exactly when its set time has passed and closes with a contact', () => {
  const good: Watched = {
    ...{ ownerId: 'a', isOwnerActive: true, nextDueAt: NOW + 1, hasFollowUp: false, hasSubTask: false },
    ...{ receivedAt: NOW - 24 * HOUR, lastContactAt: NOW - 1, isWaiting: false, isUnseen: false },
  }
  expect(gapsOf(good, NOW, 24)).toEqual([])
  expect(gapsOf({ ...good, lastContactAt: null }, NOW, 24)).toEqual(['contact'])
  expect(gapsOf({ ...good, lastContactAt: null }, NOW - 1, 24)).toEqual([])
  expect(gapsOf({ ...good, nextDueAt: null }, NOW, 24)).toEqual(['nextStep'])
  expect(gapsOf({ ...good, nextDueAt: null, hasFollowUp: true }, NOW, 24)).toEqual([])
})

test('S4-135 response times count only what was answered, and what is late counts as late while it is awaited', () => {
  const list = [
    { receivedAt: 0, answeredAt: 10 * MINUTE, dueAt: HOUR },
    { receivedAt: 0, answeredAt: 2 * HOUR, dueAt: HOUR },
    { receivedAt: 0, answeredAt: null, dueAt: HOUR },
    { receivedAt: 0, answeredAt: null, dueAt: 9 * HOUR },
  ]
  expect(responseFigures(list, 3 * HOUR)).toEqual({
    ...{ complaints: 4, answered: 2, withinPercent: 33.3, medianMs: 65 * MINUTE, meanMs: 65 * MINUTE },
  })
  expect(responseFigures([], 0)).toMatchObject({ withinPercent: null, medianMs: null })
})
