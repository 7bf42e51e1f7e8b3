import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondPlan, nextBackup } from '../src/main/rules/backup-plan.ts'
import { BACKUP_HOURS } from '../src/shared/backups/model.ts'
import { HOUR } from '../src/shared/time.ts'

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
const outcome = fc.constantFrom('done' as const, 'failed' as const)
const everyHours = fc.constantFrom(...BACKUP_HOURS)

test('the first backup is due when the plan begins, the next after its hours, one that failed after an hour', () => {
  const plan = { since: 1000 * HOUR, everyHours: 24 }
  const now = 1030 * HOUR
  expect(nextBackup(plan, undefined, now)).toBe(plan.since)
  expect(nextBackup(plan, { at: 1010 * HOUR, outcome: 'done' }, now)).toBe(1034 * HOUR)
  expect(nextBackup(plan, { at: 1010 * HOUR, outcome: 'failed' }, now)).toBe(1011 * HOUR)
  expect(nextBackup({ ...plan, everyHours: 1 }, { at: 1010 * HOUR, outcome: 'failed' }, now)).toBe(1011 * HOUR)
  // A plan that was made anew does not wait for what was before it.
  expect(nextBackup(plan, { at: 999 * HOUR, outcome: 'done' }, now)).toBe(plan.since)
})

test('however the clock jumps, the next backup is never further away than the plan says, and one just made is never due', () => {
  fc.assert(
    fc.property(instant, everyHours, instant, outcome, instant, (since, hours, at, how, now) => {
      const plan = { since, everyHours: hours }
      const next = nextBackup(plan, { at, outcome: how }, now)
      expect(next).toBeLessThanOrEqual(Math.max(now, since) + hours * HOUR)
      if (now >= since) expect(nextBackup(plan, { at: now, outcome: how }, now)).toBeGreaterThanOrEqual(now + HOUR)
    }),
  )
})

test('the newest stay, as many as the plan keeps; failed and removed ones count for nothing', () => {
  const row = fc.record({ id: fc.uuid(), outcome, removedAt: fc.option(instant) })
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 1, max: 100 }), (rows, keep) => {
      const gone = new Set(beyondPlan(rows, keep))
      const standing = rows.filter((one) => one.outcome === 'done' && one.removedAt === null)
      expect(standing.filter((one) => !gone.has(one))).toEqual(standing.slice(0, keep))
      expect([...gone].every((one) => standing.includes(one))).toBe(true)
    }),
  )
})
