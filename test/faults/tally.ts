import fs from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/faults')

/** How often each fault is injected by `npm run faults`; few in the daily run. */
const ASKED = process.env.VIPDESK_FAULT_ROUNDS

/** How many rounds of a fault to run: the daily number, or what VIPDESK_FAULT_ROUNDS asks for. */
export const roundsOf = (daily: number): number => (ASKED ? Number(ASKED) : daily)

/** The same for a fault that needs a program of its own in each round: a tenth of what is asked for. */
export const programsOf = (daily: number): number => (ASKED ? Math.ceil(Number(ASKED) / 10) : daily)

/** Other moments and places with another seed. */
export const SEED = Number(process.env.VIPDESK_FAULT_SEED ?? 1)

/** What the rounds of one fault came to. */
export type Tally = {
  /** The fault as one says it. */
  fault: string
  /** How often it was injected. */
  rounds: number
  /** Rounds after which the store opened with everything in it. */
  whole: number
  /** Rounds after which it was refused in words. */
  refused: number
  /** Confirmed writes that were gone and nobody was told. */
  lost: number
  /** What else was counted. */
  more?: Record<string, number | string>
}

/** Prints one line of numbers, and keeps it for the table of `npm run faults`. */
export function tell(tally: Tally): void {
  const { fault, ...numbers } = tally
  process.stdout.write(`fault: ${fault}, seed ${SEED}: ${JSON.stringify(numbers)}\n`)
  fs.mkdirSync(FOLDER, { recursive: true })
  const name = fault.replaceAll(/[^a-zA-Z0-9]+/g, '-').toLowerCase()
  fs.writeFileSync(path.join(FOLDER, `${name}.json`), `${JSON.stringify({ seed: SEED, ...tally })}\n`)
}
