import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { copyDesk, engineOn, fileMember, judge, must, newDesk, newFolder, SIGN_IN, type Verdict } from './desks.ts'
import { roundsOf, SEED, tell } from './tally.ts'

const ROUNDS = roundsOf(24)
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 3_000 })
const folder = newFolder()
const closed = path.join(folder, 'closed.db')
const logged = path.join(folder, 'logged.db')
const other = path.join(folder, 'other.db')
const later = path.join(folder, 'later.db')
const backup = path.join(folder, 'kept.backup')
const address = path.join(folder, 'desk.db')
const inFile: string[] = []
const inLog: string[] = []

/** A closed store and a backup of it, the same one with later changes in its log, and still later closed; and somebody else's. */
beforeAll(async () => {
  const engine = await newDesk(address)
  for (let n = 0; n < 20; n++) inFile.push(await fileMember(engine, `F${n}`))
  await must(engine, 'admin.backup', { out: backup })
  await engine.close()
  copyDesk(address, closed)
  await engine.call('session.signIn', SIGN_IN)
  for (let n = 0; n < 10; n++) inLog.push(await fileMember(engine, `L${n}`))
  copyDesk(address, logged)
  await engine.close()
  await engine.call('session.signIn', SIGN_IN)
  for (let n = 0; n < 10; n++) await fileMember(engine, `M${n}`)
  await engine.close()
  copyDesk(address, later)
  const stranger = await newDesk(path.join(folder, 'stranger.db'))
  await fileMember(stranger, 'S1')
  copyDesk(path.join(folder, 'stranger.db'), other)
  await stranger.close()
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

/** What a refused store leaves to do: the backup takes its place, and what the backup holds is there. */
async function restored(): Promise<Verdict> {
  const result = await engineOn(address).call('session.restore', { ...SIGN_IN, file: backup, replaceDamaged: true })
  return result.ok ? judge(address, inFile) : { is: 'wrong', why: JSON.stringify(result.failure) }
}

test('a store cut at any length is refused in words, and a backup takes its place', async () => {
  const chance = seeded(SEED)
  const size = fs.statSync(closed).size
  const known = [0, 1, 16, 24, 100, 512, 4095, 4096, 4097, size / 2, size - 4096, size - 100, size - 1]
  const rules: Record<string, number> = {}
  for (let round = 0; round < ROUNDS; round++) {
    const length = known[round] ?? chance.below(size)
    copyDesk(closed, address)
    fs.truncateSync(address, length)
    const verdict = await judge(address, inFile)
    expect({ length, ...verdict }).toMatchObject({ is: 'refused' })
    if (verdict.is === 'refused') rules[verdict.rule] = (rules[verdict.rule] ?? 0) + 1
    expect({ length, ...(await restored()) }).toMatchObject({ is: 'whole' })
  }
  tell({
    fault: 'store cut at any length, then a backup in its place',
    rounds: ROUNDS,
    whole: 0,
    refused: ROUNDS,
    lost: 0,
    more: rules,
  })
})

/** Pieces that are missing or belong to something else; what is to be left of the store. */
const PIECES: Record<string, { from: string; change: () => void; left: Partial<Verdict> }> = {
  'its index of the log is gone': {
    from: logged,
    change: () => fs.rmSync(`${address}-shm`),
    left: { is: 'whole' },
  },
  'the index of another store lies beside it': {
    from: logged,
    change: () => fs.copyFileSync(`${other}-shm`, `${address}-shm`),
    left: { is: 'whole' },
  },
  'its log is gone': {
    from: logged,
    change: () => fs.rmSync(`${address}-wal`),
    left: { is: 'refused', rule: 'store-rolled-back' },
  },
  'its log is empty': {
    from: logged,
    change: () => fs.truncateSync(`${address}-wal`),
    left: { is: 'refused', rule: 'store-rolled-back' },
  },
  'the log of another store lies beside it': {
    from: closed,
    change: () => fs.copyFileSync(`${other}-wal`, `${address}-wal`),
    left: { is: 'refused' },
  },
  'the log and index of another store lie beside it': {
    from: closed,
    change: () => {
      for (const ending of ['-wal', '-shm']) fs.copyFileSync(other + ending, address + ending)
    },
    left: { is: 'refused' },
  },
  'an older log of its own lies beside it': {
    from: later,
    change: () => fs.copyFileSync(`${logged}-wal`, `${address}-wal`),
    left: { is: 'refused' },
  },
  'its note of the newest entry is gone': {
    from: closed,
    change: () => fs.rmSync(`${address}.anchor`),
    left: { is: 'whole' },
  },
  'the key files of another store lie beside it': {
    from: closed,
    change: () => {
      for (const ending of ['.keys', '.keys.copy']) fs.copyFileSync(other + ending, address + ending)
    },
    left: { is: 'refused' },
  },
}

let pieces = { rounds: 0, whole: 0, refused: 0 }

for (const [what, { from, change, left }] of Object.entries(PIECES)) {
  test(`a store when ${what}: everything is there, or words, and nothing that was whole is harmed`, async () => {
    copyDesk(from, address)
    const whole = fs.readFileSync(address)
    change()
    const holds = from === closed ? inFile : [...inFile, ...inLog]
    const verdict = await judge(address, holds)
    expect(verdict).toMatchObject(left)
    pieces = {
      ...pieces,
      rounds: pieces.rounds + 1,
      [verdict.is]: (verdict.is === 'whole' ? pieces.whole : pieces.refused) + 1,
    }
    if (verdict.is !== 'refused') return
    // Looking at it has not made it worse: with its own pieces it is what it was.
    expect(fs.readFileSync(address).equals(whole)).toBe(true)
    for (const ending of ['-wal', '-shm', '.keys', '.keys.copy']) {
      fs.rmSync(address + ending, { force: true })
      if (fs.existsSync(from + ending)) fs.copyFileSync(from + ending, address + ending)
    }
    expect(await judge(address, holds)).toMatchObject({ is: 'whole' })
  })
}

afterAll(() => tell({ fault: 'missing pieces and those of another store', ...pieces, lost: 0 }))
