import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { startChild } from './child.ts'
import { copyDesk, engineOn, fileMember, filesOf, judge, must, newDesk, newFolder, SIGN_IN } from './desks.ts'
import { programsOf, SEED, tell } from './tally.ts'

const ROUNDS = programsOf(2)
const IMPORTED = 6000
/** The first kill falls into the work, also on a machine that is busy by then; on one that was busy before, one of some more does. */
const FIRST = 0.3
const AGAIN = 6
const folder = newFolder()
const closed = path.join(folder, 'closed.db')
const address = path.join(folder, 'desk.db')
const backup = path.join(folder, 'kept.backup')
const csv = path.join(folder, 'members.csv')
const cards: string[] = []

beforeAll(async () => {
  const made = path.join(folder, 'made.db')
  const engine = await newDesk(made)
  for (let n = 0; n < 20; n++) cards.push(await fileMember(engine, `F${n}`))
  await must(engine, 'admin.backup', { out: backup })
  await engine.close()
  copyDesk(made, closed)
  const rows = Array.from({ length: IMPORTED }, (_, n) => `CA${n},故障（演示数据）,${'x'.repeat(120)}`)
  fs.writeFileSync(csv, ['会员卡号,姓名,备注', ...rows].join('\n'))
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Kills a program at some moment of a call; the moment lies within what the call took the last time that it ended by itself. */
async function killDuring(call: object, longest: number, share: number): Promise<{ isDone: boolean; took: number }> {
  const child = startChild('call', address, JSON.stringify(call))
  expect(await child.said('loaded')).toBe(true)
  const began = performance.now()
  child.tell('go')
  const done = child.said('done').then((isDone) => ({ isDone, took: performance.now() - began }))
  const timer = setTimeout(() => void child.kill(), longest * share)
  const ended = await done
  clearTimeout(timer)
  await child.kill()
  expect(child.words.filter((word) => /^(log|failed)/.test(word))).toEqual([])
  return ended
}

type Left = 'old' | 'new'

/** Runs the rounds of one kind: the first one to its end, for the time that it takes, the others killed within that time. */
async function rounds(
  fault: string,
  call: () => object,
  prepare: () => void,
  judged: () => Promise<Left>,
): Promise<void> {
  const chance = seeded(SEED)
  const counts = { rounds: 0, whole: 0, refused: 0, lost: 0 }
  const more = { old: 0, new: 0, killedInTime: 0 }
  prepare()
  const whole = await killDuring(call(), 60_000, 1)
  expect([whole.isDone, await judged()]).toEqual([true, 'new'])
  let longest = whole.took
  for (let round = 0; round < ROUNDS || (more.killedInTime === 0 && round < ROUNDS + AGAIN); round++) {
    prepare()
    const killed = await killDuring(call(), longest, more.killedInTime === 0 ? FIRST : chance.next())
    // A machine that was busy at first and is not any more takes less.
    if (killed.isDone) longest = killed.took
    const left = await judged()
    // What was told as done is done.
    if (killed.isDone) expect(left).toBe('new')
    else more.killedInTime += 1
    counts.rounds += 1
    counts.whole += 1
    more[left] += 1
  }
  tell({ fault, ...counts, more })
  expect(more.killedInTime).toBeGreaterThan(0)
}

const imported = async (): Promise<number> => {
  const engine = engineOn(address)
  await must(engine, 'session.signIn', SIGN_IN)
  const { counts } = await must(engine, 'admin.info', {})
  await engine.close()
  return counts.members ?? -1
}

const LONG = { timeout: 120_000 + ROUNDS * 30_000 }

test('a program killed while it imports members leaves all of them or none', LONG, async () => {
  const input = { file: csv, mapping: { columns: { card: '会员卡号', name: '姓名', notes: '备注' } } }
  await rounds(
    'kill while members are imported',
    () => ({ name: 'imports.members', input }),
    () => copyDesk(closed, address),
    async () => {
      const members = await imported()
      expect([cards.length, cards.length + IMPORTED]).toContain(members)
      if (members > cards.length) return 'new'
      expect(await judge(address, cards)).toMatchObject({ is: 'whole' })
      return 'old'
    },
  )
})

test('a program killed while it backs up leaves no file or a whole one, and the store as it was', LONG, async () => {
  const out = path.join(folder, 'during.backup')
  await rounds(
    'kill while a backup is made',
    () => ({ name: 'admin.backup', input: { out } }),
    () => {
      copyDesk(closed, address)
      for (const name of fs.readdirSync(folder)) if (name.startsWith('during')) fs.rmSync(path.join(folder, name))
    },
    async () => {
      expect(await judge(address, cards)).toMatchObject({ is: 'whole' })
      if (!fs.existsSync(out)) return 'old'
      const copy = path.join(folder, 'during.db')
      await must(engineOn(copy), 'session.restore', { ...SIGN_IN, file: out })
      expect(await judge(copy, cards)).toMatchObject({ is: 'whole' })
      return 'new'
    },
  )
})

test(
  'a program killed while a backup takes the place of a damaged store leaves the one or the other, whole, and it can be done again',
  LONG,
  async () => {
    const input = { ...SIGN_IN, file: backup, replaceDamaged: true }
    const spoil = () => {
      copyDesk(closed, address)
      fs.truncateSync(address, 5000)
    }
    await rounds(
      'kill while a store is restored',
      () => ({ name: 'session.restore', input, isBefore: true }),
      spoil,
      async () => {
        const verdict = await judge(address, cards)
        if (verdict.is === 'whole') {
          // What was there before is kept, whole, beside it.
          const aside = filesOf(address).find((ending) => /^\.damaged-[\d-]+$/.test(ending)) ?? 'none'
          expect(fs.statSync(address + aside).size).toBe(5000)
          return 'new'
        }
        expect(verdict).toEqual({ is: 'refused', rule: 'store-damaged' })
        await must(engineOn(address), 'session.restore', input)
        expect(await judge(address, cards)).toMatchObject({ is: 'whole' })
        return 'old'
      },
    )
  },
)
