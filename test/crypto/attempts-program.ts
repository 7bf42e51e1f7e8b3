import { setTimeout } from 'node:timers/promises'
import { recordAttempt, takeBackAttempt } from '../../src/main/crypto/attempts-file.ts'
import { guess } from '../../src/main/trust/guess.ts'
import { Refusal } from '../../src/shared/failure.ts'

const TIMES = 60

/** Counts sixty wrong passwords and takes each third back; how many are left. */
function count(file: string): number {
  let left = 0
  for (let n = 0; n < TIMES; n += 1) {
    const mark = recordAttempt(file, Date.now())
    if (n % 3 === 0) takeBackAttempt(file, mark)
    else left += 1
  }
  return left
}

/** Guesses a store's password as often at one moment; how many of the guesses were tried. */
function guessing(store: string, now: number): number {
  const desk = { address: { engine: 'sqlite', path: store }, host: { now: () => now } } as never
  let tried = 0
  for (let n = 0; n < TIMES; n += 1) {
    try {
      guess(desk, () => {
        tried += 1
        return { ok: false }
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return tried
}

/** A program that begins its task at the instant that it is told. */
const [task = '', file = '', begin = ''] = process.argv.slice(2)
await setTimeout(Number(begin) - Date.now())
process.stdout.write(String(task === 'count' ? count(file) : guessing(file, Number(begin))))
