import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canSwitch,
  packKind,
  packState,
  type Switched,
  switchedOff,
  switchedOn,
} from '../src/main/rules/pack-switch.ts'
import { SHIPPED_CALENDARS, SHIPPED_COMPENSATION, SHIPPED_TARGETS, SHIPPED_WORKFLOWS } from '../src/main/rules/packs.ts'
import { checkPolicy } from '../src/main/rules/policy-check.ts'
import { shapePolicy } from '../src/main/rules/policy-shape.ts'
import { RULE_PACKS } from '../src/main/rules/rule-packs.ts'
import { calendarsById, clocksFor, type TargetFacts } from '../src/main/rules/targets.ts'
import { CASE_KINDS, CATEGORIES, CHANNELS, SEVERITIES, TIME_CLASSES } from '../src/shared/cases/words.ts'
import { type RulePack, rulePack } from '../src/shared/policies/packs.ts'
import { CLOCK_KINDS } from '../src/shared/targets/model.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const context = { calendars, workflows: SHIPPED_WORKFLOWS }
const switchables = RULE_PACKS.filter((pack) => packKind(pack) !== null)
const ofTargets = switchables.filter((pack) => packKind(pack) === 'targets')
const shippedOf = (pack: RulePack): Switched =>
  packKind(pack) === 'compensation' ? SHIPPED_COMPENSATION : SHIPPED_TARGETS
const partsOf = ({ rules, raises, tariff, values }: RulePack) => [...rules, ...raises, ...tariff, ...values]

describe('the files of the packs', () => {
  const folder = path.join(import.meta.dirname, '../resources/policies/packs')

  test('every file is read strictly and is one of the packs, and no id is used twice', () => {
    const files = fs.readdirSync(folder).map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')))
    expect(files.map((raw) => rulePack.parse(raw).id).sort()).toEqual(RULE_PACKS.map(({ id }) => id).sort())
    const ids = RULE_PACKS.flatMap((pack) => partsOf(pack).map(({ id }) => id))
    const shipped = [...SHIPPED_TARGETS.rules, ...SHIPPED_COMPENSATION.rules].map(({ id }) => id)
    expect([...ids, ...shipped].filter((id, i, all) => all.indexOf(id) !== i)).toEqual([])
  })

  test.each(RULE_PACKS.map((pack) => [pack.id, pack] as const))(
    'S3-03 every value of %s says where it is from',
    (id, pack) => {
      expect(partsOf(pack).length).toBeGreaterThan(0)
      for (const { name, source } of partsOf(pack)) {
        const { mark, law, url, requirement, note } = source
        // What is told as law or as somebody's practice names it; what nobody says is told as a default of the product.
        const isNamed = mark === 'D' ? note !== undefined : mark === 'U' || (url ?? law) !== undefined
        expect([id, name.en, isNamed]).toEqual([id, name.en, true])
        expect(requirement ?? law ?? url ?? note ?? mark).toBeTruthy()
      }
      for (const one of [...pack.rules, ...pack.raises]) expect(one.pack).toBe(id)
    },
  )

  test('what was not confirmed is never a rule that counts a limit', () => {
    const counted = RULE_PACKS.flatMap(({ rules, raises }) => [...rules, ...raises])
    expect(counted.filter(({ source }) => source.mark === 'U')).toEqual([])
  })
})

describe('on and off', () => {
  test.each(switchables.map((pack) => [pack.id, pack] as const))(
    '%s switched on and off gives back the same policy',
    (_id, pack) => {
      const shipped = shippedOf(pack)
      const on = switchedOn(shipped, pack)
      expect(packState(shipped, pack)).toBe('off')
      expect(packState(on, pack)).toBe('on')
      expect(shapePolicy(on.kind, on).problems).toEqual([])
      expect(checkPolicy(on, context).filter(({ level }) => level === 'error')).toEqual([])
      expect(JSON.stringify(switchedOff(on, pack))).toBe(JSON.stringify(shipped))
      expect(switchedOn(on, pack)).toEqual(on)
      expect(canSwitch(on, pack, true)).toMatchObject({ rule: 'policy-pack-is-on' })
      expect(canSwitch(shipped, pack, false)).toMatchObject({ rule: 'policy-pack-is-off' })
    },
  )

  test('any packs go on in any order and off in any other, and nothing is left of them', () => {
    const packs = fc.uniqueArray(fc.constantFrom(...ofTargets), { minLength: 1, selector: ({ id }) => id })
    fc.assert(
      fc.property(packs, fc.infiniteStream(fc.nat()), (list, turns) => {
        const on = list.reduce((policy, pack) => switchedOn(policy, pack), SHIPPED_TARGETS)
        for (const pack of list) expect(packState(on, pack)).toBe('on')
        const order = list.map((pack) => ({ pack, turn: turns.next().value })).sort((a, b) => a.turn - b.turn)
        const off = order.reduce((policy, { pack }) => switchedOff(policy, pack), on)
        expect(off).toEqual(SHIPPED_TARGETS)
      }),
      { numRuns: 40 },
    )
  })

  test('a rule of a pack that the desk changed is told, put back by switching on, and taken out by switching off', () => {
    const [pack] = ofTargets.filter(({ id }) => id === 'TMC-15MIN')
    if (!pack) throw new Error('the pack is gone')
    const on = switchedOn(SHIPPED_TARGETS, pack)
    const rules = on.rules.map((rule) =>
      rule.pack === pack.id ? { ...rule, limit: { unit: 'minutes' as const, amount: 20 } } : rule,
    )
    const changed = { ...on, rules }
    expect(packState(changed, pack)).toBe('changed')
    expect(canSwitch(changed, pack, true)).toEqual({ allowed: true })
    expect(switchedOn(changed, pack)).toEqual(on)
    expect(switchedOff(changed, pack)).toEqual(SHIPPED_TARGETS)
  })

  test('a rule of the desk’s own with the id of a pack’s is nobody else’s: switching is refused', () => {
    const [pack] = ofTargets
    const [mine] = pack?.rules ?? []
    if (!pack || !mine) throw new Error('no pack with a rule')
    const policy = { ...SHIPPED_TARGETS, rules: [...SHIPPED_TARGETS.rules, { ...mine, pack: 'OWN' }] }
    expect(canSwitch(policy, pack, true)).toMatchObject({ rule: 'policy-pack-id-taken', params: { id: mine.id } })
  })

  test('what is only to be read cannot be switched', () => {
    const [reading] = RULE_PACKS.filter((pack) => packKind(pack) === null)
    if (!reading) throw new Error('no pack to read')
    expect(packState(SHIPPED_TARGETS, reading)).toBe('reading')
    expect(canSwitch(SHIPPED_TARGETS, reading, true)).toMatchObject({ rule: 'policy-pack-reads-only' })
  })
})

describe('packs together', () => {
  const anyFacts: fc.Arbitrary<TargetFacts> = fc.record({
    kind: fc.constantFrom(...CASE_KINDS),
    tier: fc.constantFrom(...MEMBER_TIERS),
    category: fc.constantFrom(...CATEGORIES),
    severity: fc.constantFrom(...SEVERITIES),
    timeClass: fc.constantFrom(...TIME_CLASSES),
    channel: fc.constantFrom(...CHANNELS),
    isComplex: fc.boolean(),
    receivedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 9, 1) }),
    registeredAt: fc.constant(Date.UTC(2026, 9, 1)),
  })

  test('of two packs the stricter limit holds, whichever was switched on first; a pack loosens none', () => {
    const two = fc.uniqueArray(fc.constantFrom(...ofTargets), { minLength: 2, maxLength: 2, selector: ({ id }) => id })
    fc.assert(
      fc.property(two, anyFacts, ([one, other], facts) => {
        if (!one || !other) return
        const dues = (policy: Switched) => {
          if (policy.kind !== 'targets') return new Map()
          return new Map(clocksFor(facts, policy, calendars).map(({ kind, dueAt }) => [kind, dueAt]))
        }
        const both = dues(switchedOn(switchedOn(SHIPPED_TARGETS, one), other))
        expect(dues(switchedOn(switchedOn(SHIPPED_TARGETS, other), one))).toEqual(both)
        const alone = [dues(switchedOn(SHIPPED_TARGETS, one)), dues(switchedOn(SHIPPED_TARGETS, other))]
        for (const kind of CLOCK_KINDS) {
          const known = [dues(SHIPPED_TARGETS), ...alone].flatMap((each) => each.get(kind) ?? [])
          expect(both.get(kind)).toBe(known.length === 0 ? undefined : Math.min(...known))
        }
      }),
      { numRuns: 150 },
    )
  })
})
