import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canRecord, lacksOf, nextStage, type OptimisationFacts } from '../src/main/rules/optimisation.ts'
import { canApproveStandard, dueMeasure, isInGroup, isMet, lastWhole } from '../src/main/rules/standards.ts'
import { EFFECTS, RECORDS, REDESIGN, STAGES } from '../src/shared/standards/optimise-words.ts'
import { DIRECTIONS, DRAFTING, FREQUENCIES } from '../src/shared/standards/words.ts'

const figures = fc.integer({ min: -1_000_000, max: 1_000_000 })
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a figure that is better never stops meeting its target', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DIRECTIONS), figures, figures, fc.nat(1000), (direction, target, value, step) => {
      const better = direction === 'atLeast' ? value + step : value - step
      expect(!isMet(direction, target, value) || isMet(direction, target, better)).toBe(true)
      expect(isMet(direction, target, target)).toBe(true)
    }),
  )
})

test('a whole period lies before the day and one follows the other without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FREQUENCIES), days, (frequency, today) => {
      const { fromDay, toDay } = lastWhole(frequency, today)
      expect(fromDay <= toDay && toDay < today).toBe(true)
      const before = lastWhole(frequency, fromDay)
      expect(new Date(`${before.toDay}T00:00:00Z`).getTime() + 86_400_000).toBe(
        new Date(`${fromDay}T00:00:00Z`).getTime(),
      )
    }),
  )
  expect(lastWhole('week', '2026-11-22')).toEqual({ fromDay: '2026-11-09', toDay: '2026-11-15' })
})

test('S4-150 a period is due once it is over, was in force and nobody has measured it', () => {
  expect(dueMeasure('month', '2026-11-22', '2026-10-15', [])).toEqual({ fromDay: '2026-10-01', toDay: '2026-10-31' })
  expect(dueMeasure('month', '2026-11-22', '2026-11-01', [])).toBeNull()
  expect(dueMeasure('month', '2026-11-22', '2026-10-15', [{ toDay: '2026-10-31' }])).toBeNull()
})

test('nobody brings their own standard into force, nor one that leaves a drafting principle open', () => {
  const all = Object.fromEntries(DRAFTING.map((one) => [one, '符合']))
  expect(canApproveStandard({ savedBy: 'a', principles: all }, 'a')).toMatchObject({ rule: 'standard-own' })
  expect(canApproveStandard({ savedBy: 'a', principles: {} }, 'b')).toMatchObject({ rule: 'standard-principles' })
  expect(canApproveStandard({ savedBy: 'a', principles: all }, 'b')).toMatchObject({ allowed: true })
  const seats = [{ userId: 'a', fromDay: '2026-01-01', toDay: '2026-06-30' }]
  expect([isInGroup(seats, 'a', '2026-06-30'), isInGroup(seats, 'a', '2026-07-01')]).toEqual([true, false])
})

const record = fc.record<OptimisationFacts>({
  stage: fc.constantFrom(...STAGES),
  kind: fc.constantFrom(...RECORDS),
  place: fc.option(fc.constant('北京')),
  fromDay: fc.option(fc.constant('2026-10-01')),
  toDay: fc.option(fc.constant('2026-10-31')),
  personId: fc.option(fc.constant('a')),
  result: fc.option(fc.constant('有效')),
  effect: fc.option(fc.constantFrom(...EFFECTS)),
  unit: fc.option(fc.constant('%')),
  before: fc.option(figures),
  after: fc.option(figures),
})

test('a further record never makes a stage lack more, and the stages end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STAGES), fc.array(record, { maxLength: 12 }), record, (stage, records, one) => {
      const before = lacksOf(stage, records, {})
      expect(lacksOf(stage, [...records, one], {}).every((rule) => before.includes(rule))).toBe(true)
    }),
  )
  let stage: (typeof STAGES)[number] | null = STAGES[0]
  const seen: string[] = []
  while (stage !== null) {
    seen.push(stage)
    stage = nextStage(stage)
  }
  expect(seen).toEqual([...STAGES])
  const principles = Object.fromEntries(REDESIGN.map((each) => [each, '符合']))
  expect(lacksOf('design', [], principles)).not.toContain('optimisation-lacks-principles')
})

test('a record says what its kind has to say', () => {
  const bare = { place: null, fromDay: null, toDay: null, personId: null, result: null }
  const none = { ...bare, effect: null, unit: null, before: null, after: null }
  expect(canRecord({ ...none, stage: 'trial', kind: 'trial' })).toMatchObject({ rule: 'optimisation-needs-place' })
  expect(canRecord({ ...none, stage: 'follow', kind: 'told' })).toMatchObject({ rule: 'optimisation-needs-personId' })
  expect(canRecord({ ...none, stage: 'trial', kind: 'survey' })).toMatchObject({ rule: 'optimisation-stage-record' })
  expect(canRecord({ ...none, stage: 'diagnosis', kind: 'survey' })).toMatchObject({ allowed: true })
})
