import { expect, test } from 'vitest'
import { openingClocks } from '../../src/main/rules/case-clocks.ts'
import { stepClock } from '../../src/main/rules/clock.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { calendarsById, type TargetFacts } from '../../src/main/rules/targets.ts'
import { clockEffects } from '../../src/main/rules/workflow-clocks.ts'
import { SEVERITIES, TIME_CLASSES } from '../../src/shared/cases/words.ts'
import { HOUR } from '../../src/shared/time.ts'
import { at } from './clock-fixture.ts'

const calendars = calendarsById(SHIPPED_CALENDARS)
const workflow = shippedWorkflow('complaint')
const effects = clockEffects(workflow, SHIPPED_TARGETS.rules)
const of = (step: string) => effects.find((one) => one.step === step)

test('the steps of a complaint say which limits they start, stop, pause and resume', () => {
  expect(of('register')?.starts).toEqual(expect.arrayContaining(['respond', 'confirm', 'resolve', 'reply', 'legal']))
  expect(of('confirm')?.stops).toEqual(expect.arrayContaining(['respond', 'confirm']))
  expect([of('wait')?.pauses.includes('resolve'), of('wait')?.pauses.includes('legal')]).toEqual([true, false])
  expect(of('resume')?.resumes).toEqual(of('wait')?.pauses)
  expect(of('assign')?.starts).toContain('ownerAccept')
  expect(of('accept')?.stops).toContain('ownerAccept')
  expect(of('reopen')?.starts).toEqual(expect.arrayContaining(['resolve', 'reply']))
  expect(effects.filter(({ endsAll }) => endsAll).map(({ step }) => step)).toEqual(
    expect.arrayContaining(['close', 'withdraw', 'merge', 'reject']),
  )
  expect(of('finish')?.endsAll).toBe(false)
})

test('what is said of a step is what it does to a running limit of each rule', () => {
  const began = at('2026-09-30T10:00:00')
  let seen = 0
  for (const rule of SHIPPED_TARGETS.rules.filter(({ startsAt }) => startsAt !== 'event')) {
    const facts: TargetFacts = {
      ...{ kind: 'complaint', tier: rule.when.tiers?.[0] ?? 'none', category: rule.when.categories?.[0] ?? 'baggage' },
      ...{
        severity: rule.when.severities?.[0] ?? SEVERITIES[0],
        timeClass: rule.when.timeClasses?.[0] ?? TIME_CLASSES[0],
      },
      ...{ channel: rule.when.channels?.[0] ?? 'phone', isComplex: false, receivedAt: began, registeredAt: began },
    }
    const [clock] = openingClocks(facts, { ...SHIPPED_TARGETS, rules: [rule] }, calendars)
    const calendar = calendars[rule.calendar]
    if (!clock || !calendar) continue
    for (const said of clockEffects(workflow, [rule])) {
      const step = workflow.transitions.find(({ id }) => id === said.step)
      if (!step) throw new Error(said.step)
      const move = { events: step.emits, state: step.to, at: began + HOUR, reason: step.id }
      const { state } = stepClock(clock, calendar, move)
      const [ends, pauses] = [said.stops.length > 0, said.pauses.length > 0]
      seen += 1
      expect({ rule: rule.id, step: step.id, isPaused: state === 'paused' }).toEqual({
        ...{ rule: rule.id, step: step.id, isPaused: pauses && !said.endsAll },
      })
      expect({ rule: rule.id, step: step.id, isStopped: state === 'met' || state === 'breached' }).toEqual({
        ...{ rule: rule.id, step: step.id, isStopped: ends },
      })
    }
  }
  expect(seen).toBeGreaterThan(500)
})
