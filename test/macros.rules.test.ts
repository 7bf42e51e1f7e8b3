import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CASE_KINDS, CATEGORIES } from '../src/shared/cases/words.ts'
import { FITS, LONGEST, MACRO_ACTS, macroStep } from '../src/shared/macros/model.ts'
import {
  canChangeMacro,
  canUseMacro,
  fitOf,
  IDLE_AFTER,
  isIdle,
  offerOrder,
  promisedMinutes,
  sharedName,
} from '../src/shared/macros/rules.ts'
import { MACRO_VARIABLES } from '../src/shared/macros/variables.ts'
import { fillText, hasBlank } from '../src/shared/messages/text.ts'
import { SAMPLE_VALUES, type Values } from '../src/shared/messages/variables.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'

const conditions = fc.record({
  kinds: fc.uniqueArray(fc.constantFrom(...CASE_KINDS), { maxLength: 2 }),
  categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 }),
  tiers: fc.uniqueArray(fc.constantFrom(...MEMBER_TIERS), { maxLength: 2 }),
})
const traits = fc.record({
  kind: fc.constantFrom(...CASE_KINDS),
  category: fc.constantFrom(...CATEGORIES),
  tier: fc.constantFrom(...MEMBER_TIERS),
})
const name = fc.record({ zh: fc.string({ minLength: 1, maxLength: 3 }), en: fc.string({ maxLength: 3 }) })
const offerable = fc.uniqueArray(fc.record({ id: fc.uuid(), name, uses: fc.nat(50), conditions }), {
  selector: ({ id }) => id,
  maxLength: 12,
})

test('every macro is offered once: what fits first, then what has no conditions, then what is for other cases', () => {
  fc.assert(
    fc.property(offerable, traits, (macros, about) => {
      const offered = offerOrder(macros, about)
      expect(offered.map(({ id }) => id).toSorted()).toEqual(macros.map(({ id }) => id).toSorted())
      const ranks = offered.map(({ fit }) => FITS.indexOf(fit))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      for (const one of offered) expect(one.fit).toBe(fitOf(one.conditions, about))
    }),
  )
})

test('the order in which macros are offered does not depend on the order in which they are stored', () => {
  fc.assert(
    fc.property(offerable, traits, (macros, about) => {
      expect(offerOrder(macros.toReversed(), about)).toEqual(offerOrder(macros, about))
    }),
  )
})

test('a macro fits when each of its conditions is met, a group standing for the categories below it', () => {
  fc.assert(
    fc.property(conditions, traits, (asked, about) => {
      const group = about.category.split('.')[0] ?? ''
      const isMet = {
        kinds: asked.kinds.includes(about.kind),
        categories: asked.categories.some((one) => one === about.category || one === group),
        tiers: asked.tiers.includes(about.tier),
      }
      const given = (['kinds', 'categories', 'tiers'] as const).filter((name) => asked[name].length > 0)
      const expected = given.length === 0 ? 'any' : given.every((name) => isMet[name]) ? 'fits' : 'other'
      expect(fitOf(asked, about)).toBe(expected)
    }),
  )
})

test('among macros that fit, the narrower stands first, then the one that is used more', () => {
  const one = (id: string, uses: number, kinds: 'complaint'[], tiers: 'gold'[]) => ({
    ...{ id, name: { zh: id, en: '' }, uses },
    conditions: { kinds, categories: [], tiers },
  })
  const about = { kind: 'complaint', category: 'flight.delay', tier: 'gold' } as const
  const macros = [one('seldom', 1, ['complaint'], []), one('often', 9, ['complaint'], [])]
  const offered = offerOrder([...macros, one('narrow', 0, ['complaint'], ['gold']), one('any', 99, [], [])], about)
  expect(offered.map(({ id }) => id)).toEqual(['narrow', 'often', 'seldom', 'any'])
})

test('words are filled from the case; what is not known stands as a blank that keeps the step from being applied', () => {
  const values = fc.record(
    Object.fromEntries(MACRO_VARIABLES.map((name) => [name, fc.constantFrom('', ' ', SAMPLE_VALUES.zh[name])])),
    { requiredKeys: [] },
  )
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(...MACRO_VARIABLES).map((name) => `{{${name}}}`),
      fc.constantFrom('您好', ' ', '，', 'ok'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(parts, values, (words, known) => {
      const text = words.join('')
      const step = macroStep.safeParse({ act: 'note', text })
      expect(step.success).toBe(text.trim() !== '')
      const filled = fillText(text, known as Values)
      expect(filled.text).not.toContain('{{')
      expect(hasBlank(filled.text)).toBe(filled.missing.length > 0)
      for (const name of filled.missing) expect((known as Values)[name as 'title']?.trim() ?? '').toBe('')
    }),
  )
})

test('a macro names only what the store itself can fill in', () => {
  const fits = (text: string) => macroStep.safeParse({ act: 'note', text }).success
  expect(MACRO_VARIABLES.every((name) => fits(`{{${name}}}`))).toBe(true)
  expect(['{{festival}}', '{{offer}}', '{{password}}', '{{title', 'a }} b'].filter(fits)).toEqual([])
})

test('the time that a macro’s words name is the one it promises first', () => {
  const promise = (inMinutes: number) => macroStep.parse({ act: 'promise', text: '回电', inMinutes })
  expect(promisedMinutes([promise(30), promise(60)])).toBe(30)
  expect(promisedMinutes([macroStep.parse({ act: 'note', text: '已致电' })])).toBeNull()
  expect(Object.keys(LONGEST).toSorted()).toEqual([...MACRO_ACTS].toSorted())
})

test('personal macros are their owner’s alone, those of the team are used by all and changed by leads', () => {
  const may = (role: 'agent' | 'lead' | 'manager', id: string, scope: 'own' | 'team') => [
    canUseMacro({ id }, { scope, ownerId: 'li' }),
    canChangeMacro({ id, role }, { scope, ownerId: 'li' }).allowed,
  ]
  expect(may('agent', 'li', 'own')).toEqual([true, true])
  expect(may('manager', 'boss', 'own')).toEqual([false, false])
  expect(may('agent', 'li', 'team')).toEqual([true, false])
  expect(may('lead', 'zhao', 'team')).toEqual([true, true])
})

test('macros are told apart in each language by the name that is shown in it', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const shownIn = { zh: [a.zh, b.zh], en: [a.en || a.zh, b.en || b.zh] }
      const isShared = Object.values(shownIn).some(([one, other]) => one === other)
      expect(sharedName(a, b) !== undefined).toBe(isShared)
      expect(sharedName(b, a)).toBe(sharedName(a, b))
    }),
  )
  expect(sharedName({ zh: '安抚', en: 'Calm' }, { zh: 'Calm', en: '' })).toBe('Calm')
  expect(sharedName({ zh: '安抚', en: 'Calm' }, { zh: '安抚', en: '' })).toBe('安抚')
  expect(sharedName({ zh: '安抚', en: 'Calm' }, { zh: '致歉', en: '' })).toBeUndefined()
})

test('a macro is idle when nobody has used it for sixty days', () => {
  const idle = (lastUsedAt: number | null, now: number) => isIdle({ lastUsedAt, createdAt: 1000 }, now)
  expect(idle(null, 1000 + IDLE_AFTER)).toBe(false)
  expect(idle(null, 1001 + IDLE_AFTER)).toBe(true)
  expect(idle(5000, 1001 + IDLE_AFTER)).toBe(false)
})
