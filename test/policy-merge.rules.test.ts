import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHIPPED_TARGETS, SHIPPED_WORKFLOWS } from '../src/main/rules/packs.ts'
import { isSame, pathsChanged } from '../src/main/rules/policy-diff.ts'
import { mergeShipped } from '../src/main/rules/policy-merge.ts'
import { shapePolicy } from '../src/main/rules/policy-shape.ts'
import { SHIPPED_NUMBERS } from '../src/shared/targets/desk-numbers.ts'
import type { TargetPolicy } from '../src/shared/targets/model.ts'

const few: TargetPolicy = { ...SHIPPED_TARGETS, rules: SHIPPED_TARGETS.rules.slice(0, 3) }
const IDS = few.rules.map(({ id }) => id)

/** One rule as somebody may leave it: gone, or with another limit, another name, or both. */
const change = fc.record(
  {
    isGone: fc.boolean(),
    amount: fc.integer({ min: 1, max: 3 }),
    zh: fc.constantFrom('甲', '乙'),
  },
  { requiredKeys: [] },
)
const changes = fc.array(fc.option(change, { nil: undefined }), { minLength: IDS.length, maxLength: IDS.length })

const policy = fc
  .record({
    rules: changes,
    window: fc.option(fc.integer({ min: 5, max: 7 }), { nil: undefined }),
    isNamed: fc.boolean(),
  })
  .map(({ rules, window, isNamed }): TargetPolicy => {
    const kept = few.rules.flatMap((rule, i) => {
      const said = rules[i]
      // A policy has one rule at the least.
      if (said?.isGone && i > 0) return []
      const limit = said?.amount === undefined ? rule.limit : { unit: 'minutes' as const, amount: said.amount }
      return [{ ...rule, limit, name: said?.zh === undefined ? rule.name : { zh: said.zh, en: said.zh } }]
    })
    return {
      ...few,
      rules: kept,
      name: isNamed ? { zh: '本台时限', en: 'Own' } : few.name,
      ...(window === undefined ? {} : { ring: { ...few.ring, maxRings: window } }),
    }
  })
const three = fc.record({ base: policy, mine: policy, theirs: policy })

const mergeOf = (all: { base: unknown; mine: unknown; theirs: unknown }, theirs: readonly string[] = []) => {
  const result = mergeShipped('targets', all, theirs)
  return { ...result, policy: result.policy as TargetPolicy }
}
test('a desk that changed nothing gets all that is new, and one that was shipped nothing new keeps all of its own', () => {
  fc.assert(
    fc.property(policy, policy, (base, other) => {
      expect(pathsChanged(mergeOf({ base, mine: base, theirs: other }).policy, other)).toEqual([])
      const own = mergeOf({ base, mine: other, theirs: base })
      expect([own.policy, own.changes, own.conflicts]).toEqual([other, [], []])
      const had = mergeOf({ base, mine: other, theirs: other })
      expect([had.policy, had.conflicts]).toEqual([other, []])
      expect(had.changes.every(({ fate }) => fate === 'had')).toBe(true)
    }),
  )
})

test('field by field the only change holds, and where both changed the desk’s stands and is told', () => {
  fc.assert(
    fc.property(three, (all) => {
      const { policy: merged, conflicts } = mergeOf(all)
      const places = conflicts.map(({ path }) => path)
      for (const id of IDS) {
        const of = (one: TargetPolicy) => one.rules.find((rule) => rule.id === id)
        const [base, mine, theirs, now] = [of(all.base), of(all.mine), of(all.theirs), of(merged)]
        if (!base || !mine || !theirs) continue
        for (const field of ['limit', 'name'] as const) {
          const isBoth =
            ![mine, theirs].some((one) => isSame(one[field], base[field])) && !isSame(mine[field], theirs[field])
          expect(now?.[field]).toEqual(isSame(mine[field], base[field]) ? theirs[field] : mine[field])
          expect(places.includes(`rules[${id}].${field}`)).toBe(isBoth)
        }
      }
    }),
  )
})

test('with the product’s word in every conflict nothing of its news is left out, and it is a policy still', () => {
  fc.assert(
    fc.property(three, (all) => {
      const { conflicts } = mergeOf(all)
      const { policy: merged } = mergeOf(
        all,
        conflicts.map(({ path }) => path),
      )
      expect(shapePolicy('targets', merged).problems).toEqual([])
      const again = mergeOf({ ...all, mine: merged })
      expect(again.changes.filter(({ fate, path }) => fate !== 'had' && !path.endsWith('.order'))).toEqual([])
      expect(mergeOf({ base: all.theirs, mine: merged, theirs: all.theirs }).policy).toEqual(merged)
    }),
  )
})

test('every conflict says in words what the product and what the desk changed', () => {
  fc.assert(
    fc.property(three, (all) => {
      for (const { path, shipped, own } of mergeOf(all).conflicts) {
        expect([path, shipped.length > 0, own.length > 0]).toEqual([path, true, true])
      }
    }),
  )
})

test('a step that the product adds comes behind the one that it stands behind, beside the desk’s own', () => {
  const complaint = SHIPPED_WORKFLOWS.find(({ id }) => id === 'workflow-complaint')
  if (!complaint) throw new Error('no workflow of complaints')
  const place = complaint.transitions.findIndex(({ id }) => id === 'appealAnswer')
  const without = complaint.transitions.filter(({ id }) => id !== 'appealAnswer')
  const base = { ...complaint, transitions: without }
  const first = without[0]
  if (!first) throw new Error('no steps')
  const mine = { ...base, transitions: [{ ...first, name: { zh: '本台登记', en: 'Ours' } }, ...without.slice(1)] }
  const { policy: merged, conflicts, changes } = mergeShipped('workflow', { base, mine, theirs: complaint })
  expect(merged.transitions).toEqual(
    complaint.transitions.map((one) => (one.id === first.id ? { ...one, name: { zh: '本台登记', en: 'Ours' } } : one)),
  )
  expect(place).toBeGreaterThan(0)
  expect([conflicts, changes.map(({ path, fate }) => [path, fate])]).toEqual([
    [],
    [['transitions[appealAnswer]', 'taken']],
  ])
})

test('numbers that hold only together are never half of each, and a policy that leaves them out goes on doing so', () => {
  const patterns = {
    ...{ windowDays: 7, historyWindows: 12, leastCount: 3, leastHistory: 4, sigmas: 3 as const },
    source: { mark: 'seed' as const, asOf: '2026-11-01' },
  }
  const mine = { ...few, patterns: { ...patterns, historyWindows: 5 } }
  const theirs = { ...few, patterns: { ...patterns, leastHistory: 9 } }
  const { policy: merged, conflicts } = mergeOf({ base: few, mine, theirs })
  expect([merged.patterns, conflicts.map(({ path }) => path)]).toEqual([mine.patterns, ['patterns']])
  const { queue } = SHIPPED_NUMBERS
  const short = { ...few, queue: { ...queue, horizonMinutes: 240 } }
  const far = { ...few, queue: { ...queue, severityLeads: { ...queue.severityLeads, urgent: 180 } } }
  const both = mergeOf({ base: few, mine: short, theirs: far })
  expect([both.policy.queue, both.conflicts.map(({ path }) => path)]).toEqual([short.queue, ['queue']])
  expect(mergeOf({ base: few, mine: few, theirs: { ...few, name: { zh: '新', en: 'New' } } }).policy).toEqual({
    ...few,
    name: { zh: '新', en: 'New' },
  })
})

test('a merge leaves number, day and state of the desk’s version', () => {
  const theirs = { ...few, version: 9, effectiveFrom: '2027-01-01', status: 'draft' as const }
  const { policy: merged, changes } = mergeOf({ base: few, mine: few, theirs })
  expect([merged, changes]).toEqual([few, []])
})
