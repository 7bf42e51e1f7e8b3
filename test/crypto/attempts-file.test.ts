import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clearAttempts, readAttempts, recordAttempt, remainingDelay } from '../../src/main/crypto/attempts-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'attempts-'))
const path = join(folder, 'attempts.json')
afterAll(() => rmSync(folder, { recursive: true }))

const doubling = (failures: number) => (failures < 3 ? 0 : 1000 * 2 ** (failures - 3))
const noon = 1_790_000_000_000

test('failed attempts are remembered across restarts and make the next one wait longer', () => {
  const waits = [1, 2, 3, 4, 5].map(() => remainingDelay(recordAttempt(path, noon), noon, doubling))
  expect(waits).toEqual([0, 0, 1000, 2000, 4000])
  expect(readAttempts(path)).toEqual({ failures: 5, lastAt: noon })
  expect(remainingDelay(readAttempts(path), noon + 3000, doubling)).toBe(1000)
  expect(remainingDelay(readAttempts(path), noon + 4000, doubling)).toBe(0)
})

test('setting the clock back never lengthens the wait beyond the rule', () => {
  expect(remainingDelay({ failures: 5, lastAt: noon }, noon - 3_600_000, doubling)).toBe(4000)
})

test('a good sign-in clears the record, and an unreadable record counts as none', () => {
  clearAttempts(path)
  expect(readAttempts(path)).toEqual({ failures: 0, lastAt: 0 })
  writeFileSync(path, '{"failures":-1}')
  expect(readAttempts(path)).toEqual({ failures: 0, lastAt: 0 })
})
