import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import {
  clearAttempts,
  readAttempts,
  recordAttempt,
  remainingDelay,
  takeBackAttempt,
} from '../../src/main/crypto/attempts-file.ts'
import { signInDelay } from '../../src/main/rules/password-policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'attempts-'))
const path = join(folder, 'attempts.json')
afterAll(() => rmSync(folder, { recursive: true }))

const doubling = (failures: number) => (failures < 3 ? 0 : 1000 * 2 ** (failures - 3))
const noon = 1_790_000_000_000

test('failed attempts are remembered across restarts and make the next one wait longer', () => {
  const waits = [1, 2, 3, 4, 5].map(() => {
    recordAttempt(path, noon)
    return remainingDelay(readAttempts(path), noon, doubling)
  })
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

test('a count that an earlier version kept goes on, and a line that a power cut broke off counts', () => {
  writeFileSync(path, JSON.stringify({ failures: 4, lastAt: noon }))
  recordAttempt(path, noon + 1000)
  expect(readAttempts(path)).toEqual({ failures: 5, lastAt: noon + 1000 })
  appendFileSync(path, '\n+17900')
  recordAttempt(path, noon + 2000)
  expect(readAttempts(path)).toEqual({ failures: 7, lastAt: noon + 2000 })
})

test('an attempt is taken back alone, and those before one are told apart', () => {
  clearAttempts(path)
  const [first, second, third] = [1, 2, 3].map((n) => recordAttempt(path, noon + n))
  expect(readAttempts(path, third)).toEqual({ failures: 2, lastAt: noon + 2 })
  takeBackAttempt(path, second ?? '')
  expect([readAttempts(path), readAttempts(path, third), readAttempts(path, first)]).toEqual([
    { failures: 2, lastAt: noon + 3 },
    { failures: 1, lastAt: noon + 1 },
    { failures: 0, lastAt: 0 },
  ])
})

const PROGRAMS = 5
/** Runs a task in several programs that begin at the same instant, and gives what each said. */
async function inPrograms(task: string, file: string): Promise<number[]> {
  const begin = String(Date.now() + 2500)
  const program = join(import.meta.dirname, 'attempts-program.ts')
  const run = () => promisify(execFile)(process.execPath, [program, task, file, begin])
  return (await Promise.all(Array.from({ length: PROGRAMS }, run))).map(({ stdout }) => Number(stdout))
}

test('wrong passwords that several programs count at the same time are all counted', { timeout: 60_000 }, async () => {
  const file = join(folder, 'counted')
  const left = await inPrograms('count', file)
  expect(left).toEqual(Array(PROGRAMS).fill(40))
  expect(readAttempts(file).failures).toBe(PROGRAMS * 40)
})

test('several programs together try no more passwords than one may', { timeout: 60_000 }, async () => {
  const store = join(folder, 'desk.db')
  const tried = await inPrograms('guess', store)
  const free = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((failures) => signInDelay(failures) === 0).length
  expect(tried.reduce((sum, count) => sum + count, 0)).toBe(free)
  expect(readAttempts(`${store}.attempts`).failures).toBe(free)
})
