import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Random, seeded } from '../../bench/lib/random.ts'
import { clearDesk, copyDesk, fileMember, judge, newDesk, newFolder, SIGN_IN } from './desks.ts'
import { roundsOf, SEED, tell } from './tally.ts'

const ROUNDS = roundsOf(60)
const COMMITS = 40
const [HEADER, FRAME, SECTOR] = [32, 24 + 4096, 512]

/** Ways in which the end of a log is not what was written: gone, gone at a frame's edge, empty sectors, old sectors. */
const WAYS = ['bytes', 'frame', 'zeroes', 'garbage'] as const

/** What was confirmed when the log had this length, and the note beside the store then. */
type Mark = { length: number; card: string; anchor: Buffer }

/** A store whose last commits are in its log alone, with what had been written at each of them. */
async function leaveInLog(address: string): Promise<{ copy: string; log: Buffer; marks: Mark[] }> {
  const engine = await newDesk(address)
  await engine.close()
  await engine.call('session.signIn', SIGN_IN)
  const marks: Mark[] = []
  for (let n = 0; n < COMMITS; n++) {
    const card = await fileMember(engine, `C${n}`)
    marks.push({ length: fs.statSync(`${address}-wal`).size, card, anchor: fs.readFileSync(`${address}.anchor`) })
  }
  const copy = path.join(path.dirname(address), 'copy.db')
  copyDesk(address, copy)
  await engine.close()
  return { copy, log: fs.readFileSync(`${copy}-wal`), marks }
}

/** The log as a power loss leaves it when only so many bytes of it are sure to be there. */
function cutLog(log: Buffer, sure: number, way: (typeof WAYS)[number], chance: Random): Buffer {
  if (way === 'bytes' || way === 'frame') return log.subarray(0, sure)
  const end = Math.min(log.length, sure + (1 + chance.below(16)) * SECTOR)
  const tail = Buffer.alloc(end - sure)
  if (way === 'garbage') for (let n = 0; n < tail.length; n++) tail[n] = chance.below(256)
  return Buffer.concat([log.subarray(0, sure), tail])
}

test('a log that ends anywhere gives back every commit that it holds whole, and one that was confirmed and is not there is missed', {
  timeout: 60_000 + ROUNDS * 2_000,
}, async () => {
  const chance = seeded(SEED)
  const folder = newFolder()
  const { copy, log, marks } = await leaveInLog(path.join(folder, 'desk.db'))
  const address = path.join(folder, 'cut.db')
  const wrong: string[] = []
  const counts = { rounds: 0, whole: 0, refused: 0, confirmed: 0, missed: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const way = WAYS[round % WAYS.length] ?? 'bytes'
    const frames = Math.floor((log.length - HEADER) / FRAME)
    const sure = way === 'frame' ? HEADER + chance.below(frames + 1) * FRAME : chance.below(log.length + 1)
    const held = marks.filter(({ length }) => length <= sure)
    copyDesk(copy, address)
    fs.writeFileSync(`${address}-wal`, cutLog(log, sure, way, chance))
    // The note beside the store is as it was when the power went: that of the last confirmed commit, or of one before it.
    const noted = held.at(-1 - chance.below(3))
    if (noted) fs.writeFileSync(`${address}.anchor`, noted.anchor)
    else fs.rmSync(`${address}.anchor`)
    const verdict = await judge(
      address,
      held.map(({ card }) => card),
    )
    counts.rounds += 1
    counts.confirmed += held.length
    if (verdict.is === 'whole') counts.whole += 1
    else wrong.push(`${way} at ${sure} of ${log.length}: ${JSON.stringify(verdict)}`)
    if (verdict.is === 'refused') counts.refused += 1
    if (round % 4 > 0 || held.length === marks.length) continue
    // No power loss, but a log that lost what was flushed: the note says so.
    copyDesk(copy, address)
    fs.writeFileSync(`${address}-wal`, cutLog(log, sure, way, chance))
    expect(await judge(address, [])).toEqual({ is: 'refused', rule: 'store-rolled-back' })
    counts.missed += 1
  }
  clearDesk(address)
  const { missed, ...row } = counts
  tell({ fault: 'write-ahead log cut at any byte', ...row, lost: wrong.length - counts.refused, more: { missed } })
  expect(wrong).toEqual([])
  fs.rmSync(folder, { recursive: true })
})
