import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { clearDesk, fileMember, filesOf, judge, newDesk, newFolder } from './desks.ts'
import { diskAfter, type History, historyOf, saidBy } from './disk-after.ts'
import { roundsOf, SEED, tell } from './tally.ts'
import { hasTracer, noted, readSteps } from './trace.ts'

const ROUNDS = roundsOf(48)
/** Enough that the log is moved into the store while the program runs. */
const WRITES = 150
const PROGRAM = path.join(import.meta.dirname, 'program.ts')

/** Lets a program file members and close its store, and notes all that it asked of the disk meanwhile. */
function record(address: string): History {
  const before = new Map(filesOf(address).map((ending) => [address + ending, fs.readFileSync(address + ending)]))
  const log = path.join(path.dirname(address), 'trace.log')
  const [tracer = '', ...words] = noted(log)
  const program = [process.execPath, '--disable-warning=ExperimentalWarning', PROGRAM, 'tries', address, String(WRITES)]
  const ran = spawnSync(tracer, [...words, ...program], { encoding: 'utf8' })
  expect(ran.stdout.trim().split('\n').at(-1)).toBe('closed')
  return historyOf(before, readSteps(log, address), address)
}

/** Lays out what the disk has when the program's computer starts again. The index of the log is never flushed: anything may be in it. */
function restart(address: string, left: Map<string, Buffer>, index: number): void {
  clearDesk(address)
  for (const [file, bytes] of left) fs.writeFileSync(file, bytes)
  if (index > 0) fs.writeFileSync(`${address}-shm`, Buffer.alloc(32_768, index === 1 ? 0 : 0xa5))
}

const confirmedBy = (history: History, steps: number) =>
  saidBy(history, steps).flatMap((line) => (line.startsWith('saved ') ? [line.slice(6)] : []))

test.runIf(hasTracer)(
  'power lost at any moment, with every unflushed write there, gone or torn, takes no confirmed change away',
  { timeout: 120_000 + ROUNDS * 2_000 },
  async () => {
    const address = path.join(newFolder(), 'desk.db')
    const first = await newDesk(address)
    await fileMember(first, 'FIRST')
    await first.close()
    const history = record(address)
    const { length } = history.ops
    const chance = seeded(SEED)
    const wrong: string[] = []
    const counts = { rounds: 0, whole: 0, refused: 0, confirmed: 0, unconfirmed: 0 }
    const lying = { lyingRounds: 0, lyingHarmed: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const steps = chance.below(length + 1)
      const confirmed = ['FIRST', ...confirmedBy(history, steps)]
      restart(address, diskAfter(history, steps, chance), chance.below(3))
      const verdict = await judge(address, confirmed)
      counts.rounds += 1
      counts.confirmed += confirmed.length
      if (verdict.is === 'whole') counts.unconfirmed += verdict.cards.size - confirmed.length
      if (verdict.is === 'whole') counts.whole += 1
      else wrong.push(`step ${steps} of ${length}: ${JSON.stringify(verdict)}`)
      if (verdict.is === 'refused') counts.refused += 1
      if (round % 4 > 0) continue
      // The same on a disk that says it has flushed and has not: this must be found out, else nothing was shown.
      restart(address, diskAfter(history, steps, chance, true), 0)
      lying.lyingRounds += 1
      if ((await judge(address, confirmed)).is !== 'whole') lying.lyingHarmed += 1
    }
    const lost = wrong.length - counts.refused
    const flushes = history.ops.filter(({ kind }) => kind === 'sync').length
    tell({
      fault: 'power loss, unflushed writes lost or torn',
      ...counts,
      lost,
      more: { steps: length, flushes, ...lying },
    })
    expect(wrong).toEqual([])
    expect(lying.lyingHarmed).toBeGreaterThan(lying.lyingRounds / 4)
    fs.rmSync(path.dirname(address), { recursive: true })
  },
)

test.runIf(!hasTracer)('power loss: left out, because strace is not here to note what reaches the disk', () => {
  expect(hasTracer).toBe(false)
})
