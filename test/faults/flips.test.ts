import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Random, seeded } from '../../bench/lib/random.ts'
import { verifyBundle } from '../../src/main/bundle/verify.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import type { MemberId } from '../../src/shared/ids.ts'
import {
  copyDesk,
  engineOn,
  fileMember,
  judge,
  must,
  newDesk,
  newFolder,
  refusedWith,
  SIGN_IN,
  type Verdict,
} from './desks.ts'
import { roundsOf, SEED, tell } from './tally.ts'

const ROUNDS = roundsOf(8)
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 3_000 })
const PAGE = 4096
const FRAME = 24 + PAGE
const folder = newFolder()
const closed = path.join(folder, 'closed.db')
const logged = path.join(folder, 'logged.db')
const backup = path.join(folder, 'kept.backup')
const bundle = path.join(folder, 'copy.zip')
const cards: string[] = []
let used: number[] = []
let free: number[] = []

/** One store all of whose pages are in its file, one with its last changes in the log alone, a backup and an export. */
beforeAll(async () => {
  const address = path.join(folder, 'desk.db')
  const engine = await newDesk(address)
  const filler = Array.from({ length: 60 }, (_, n) => ({ key: `filler ${n}`, value: 'x'.repeat(9000) }))
  await engine.desk.open?.store.transaction((db) => db.insertInto('settings').values(filler).execute())
  await engine.desk.open?.store.transaction((db) => db.deleteFrom('settings').where('key', 'like', 'filler%').execute())
  for (let n = 0; n < 30; n++) cards.push(await fileMember(engine, `B${n}`))
  await must(engine, 'admin.backup', { out: backup })
  const [{ id: memberId } = { id: '' as never }] =
    (await engine.desk.open?.store.db.selectFrom('members').select('id').limit(1).execute()) ?? []
  const asked = { purpose: '会员本人申请查阅其全部服务记录', requester: '本人（演示数据）' }
  await must(engine, 'exports.history', { ...asked, memberId: memberId as MemberId, out: bundle })
  const dataKey = Uint8Array.from(engine.desk.open?.keys.dataKey ?? [])
  await engine.close()
  copyDesk(address, closed)
  const reader = openConnection(closed, dataKey, 'read')
  used = reader.prepare<[], number>('select distinct pageno from dbstat').pluck().all()
  reader.close()
  const pages = fs.statSync(closed).size / PAGE
  free = Array.from({ length: pages }, (_, n) => n + 1).filter((page) => !used.includes(page))
  await engine.call('session.signIn', SIGN_IN)
  for (let n = 0; n < 10; n++) cards.push(await fileMember(engine, `L${n}`))
  copyDesk(address, logged)
  await engine.close()
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Where a bit flips, in which file of which store, and whether everything is still there afterwards or it may be refused. */
type Region = { from: string; file: string; at: (chance: Random, size: number) => number; always?: 'whole' | 'refused' }

const within = (from: number, to: number) => (chance: Random) => from + chance.below(to - from)
const anywhere = (chance: Random, size: number) => chance.below(size)
const inPages = (pages: () => number[]) => (chance: Random) => (chance.pick(pages()) - 1) * PAGE + chance.below(PAGE)
const inFrame = (from: number, to: number) => (chance: Random, size: number) =>
  32 + chance.below(Math.floor((size - 32) / FRAME)) * FRAME + from + chance.below(to - from)

const REGIONS: Record<string, Region> = {
  'salt of the store': { from: closed, file: '', at: within(0, 16), always: 'whole' },
  'plain bytes of its header': { from: closed, file: '', at: within(16, 24) },
  'rest of its first page': { from: closed, file: '', at: within(24, PAGE), always: 'refused' },
  'pages in use': { from: closed, file: '', at: inPages(() => used.filter((page) => page > 1)), always: 'refused' },
  'free pages': { from: closed, file: '', at: inPages(() => free) },
  'header of the log': { from: logged, file: '-wal', at: within(0, 32) },
  'headers of its frames': { from: logged, file: '-wal', at: inFrame(0, 24) },
  'bodies of its frames': { from: logged, file: '-wal', at: inFrame(24, FRAME), always: 'refused' },
  'index of the log': { from: logged, file: '-shm', at: anywhere, always: 'whole' },
  'one key file': { from: closed, file: '.keys', at: anywhere, always: 'whole' },
  'its copy': { from: closed, file: '.keys.copy', at: anywhere, always: 'whole' },
  'note of the newest entry': { from: closed, file: '.anchor', at: within(0, 102), always: 'whole' },
}

/** Flips one bit of a file. */
function flip(file: string, at: number, chance: Random): void {
  const bytes = fs.readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
  fs.writeFileSync(file, bytes)
}

/** Bits of the header that SQLite takes for something else than damage: a store of a later form, which may only be read. */
test('a store whose header says that it may only be read is damaged, since the system would let it be written', async () => {
  const address = path.join(folder, 'flipped.db')
  copyDesk(closed, address)
  const bytes = fs.readFileSync(address)
  bytes[18] = 3
  fs.writeFileSync(address, bytes)
  expect(await judge(address, [])).toEqual({ is: 'refused', rule: 'store-damaged' })
  expect(await replaced(address)).toMatchObject({ is: 'whole' })
})

/** The way out of a refusal: a backup takes the place of what was refused. */
async function replaced(address: string): Promise<Verdict> {
  const result = await engineOn(address).call('session.restore', { ...SIGN_IN, file: backup, replaceDamaged: true })
  return result.ok ? judge(address, cards.slice(0, 30)) : { is: 'wrong', why: JSON.stringify(result.failure) }
}

for (const [name, region] of Object.entries(REGIONS)) {
  test(`a bit flipped in the ${name}: everything is there, or it is refused in words`, async () => {
    const chance = seeded(SEED)
    const address = path.join(folder, 'flipped.db')
    const confirmed = region.from === closed ? cards.slice(0, 30) : cards
    const wrong: unknown[] = []
    const counts = { rounds: 0, whole: 0, refused: 0 }
    const rules = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      copyDesk(region.from, address)
      const at = region.at(chance, fs.statSync(address + region.file).size)
      flip(address + region.file, at, chance)
      const verdict = await judge(address, confirmed)
      counts.rounds += 1
      if (verdict.is === 'wrong' || (region.always && verdict.is !== region.always)) wrong.push({ at, ...verdict })
      if (verdict.is === 'whole') counts.whole += 1
      if (verdict.is === 'refused') counts.refused += 1
      if (verdict.is === 'refused') rules.add(verdict.rule)
      if (verdict.is === 'refused' && counts.refused <= 2)
        expect(await replaced(address)).toMatchObject({ is: 'whole' })
    }
    tell({ fault: `flipped bit: ${name}`, ...counts, lost: wrong.length, more: { said: [...rules].sort().join(' ') } })
    expect(wrong).toEqual([])
  })
}

test('a bit flipped in both key files, at the same place or not, is refused in words', async () => {
  const chance = seeded(SEED)
  const address = path.join(folder, 'flipped.db')
  for (let round = 0; round < ROUNDS; round++) {
    copyDesk(closed, address)
    for (const file of ['.keys', '.keys.copy'])
      flip(address + file, chance.below(fs.statSync(address + file).size), chance)
    expect(await judge(address, cards)).toEqual({ is: 'refused', rule: 'keyring-tampered' })
  }
  tell({ fault: 'flipped bit: both key files', rounds: ROUNDS, whole: 0, refused: ROUNDS, lost: 0 })
})

test('a bit flipped in a backup: it is refused, or what it restores is whole', async () => {
  const chance = seeded(SEED)
  const counts = { rounds: 0, whole: 0, refused: 0, lost: 0 }
  const file = path.join(folder, 'flipped.backup')
  for (let round = 0; round < ROUNDS; round++) {
    const address = path.join(folder, `restored${round}.db`)
    fs.copyFileSync(backup, file)
    flip(file, chance.below(fs.statSync(file).size), chance)
    const restored = await engineOn(address).call('session.restore', { ...SIGN_IN, file })
    const verdict = restored.ok ? await judge(address, cards.slice(0, 30)) : refusedWith(restored.failure)
    counts.rounds += 1
    expect(verdict.is).not.toBe('wrong')
    if (verdict.is === 'whole') counts.whole += 1
    if (verdict.is === 'refused') counts.refused += 1
    if (!restored.ok) expect(fs.existsSync(address)).toBe(false)
  }
  tell({ fault: 'flipped bit: backup file', ...counts })
})

test('a bit flipped in an export is found by whoever verifies it', async () => {
  const chance = seeded(SEED)
  expect(await verifyBundle(bundle)).toMatchObject({ ok: true, problems: [] })
  const size = fs.statSync(bundle).size
  const unfound: number[] = []
  const file = path.join(folder, 'flipped.zip')
  for (let round = 0; round < ROUNDS * 4; round++) {
    const at = chance.below(size)
    fs.copyFileSync(bundle, file)
    flip(file, at, chance)
    if ((await verifyBundle(file)).ok) unfound.push(at)
  }
  tell({
    fault: 'flipped bit: export',
    rounds: ROUNDS * 4,
    whole: 0,
    refused: ROUNDS * 4 - unfound.length,
    lost: unfound.length,
  })
  expect(unfound).toEqual([])
})

test('a bit flipped in the count of wrong passwords or in the note of a demo keeps nobody out', async () => {
  const chance = seeded(SEED)
  const address = path.join(folder, 'flipped.db')
  for (let round = 0; round < ROUNDS; round++) {
    copyDesk(closed, address)
    fs.writeFileSync(`${address}.attempts`, JSON.stringify({ failures: 2, lastAt: Date.now() }))
    fs.writeFileSync(
      `${address}.demo.json`,
      JSON.stringify([{ ...SIGN_IN, role: 'manager', name: '王经理（演示数据）' }]),
    )
    for (const file of ['.attempts', '.demo.json'])
      flip(address + file, chance.below(fs.statSync(address + file).size), chance)
    expect(await engineOn(address).call('session.status', {})).toMatchObject({ ok: true, value: { state: 'locked' } })
    expect(await judge(address, cards.slice(0, 30))).toMatchObject({ is: 'whole' })
  }
  tell({
    fault: 'flipped bit: count of wrong passwords, note of a demo',
    rounds: ROUNDS,
    whole: ROUNDS,
    refused: 0,
    lost: 0,
  })
})
