import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Engine } from '../../src/main/engine/engine.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import type { MemberId } from '../../src/shared/ids.ts'
import { ask, benchEngine, createDesk, LOGIN, opened, PASSWORD } from '../lib/desk.ts'
import { timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, thousands } from '../lib/row.ts'
import { callRow } from '../lib/rows-of.ts'

/** Rows in a second against a bare reading of the same rows. */
const LEAST_SHARE = 0.4
/** A largest export may need this much more memory than one of a tenth. */
const FLAT = 1.5
const AT_ONCE = 50_000
const LOOK_EVERY_MS = 1000
const [SECOND, ONE_TIME] = ['second', 'one time password 1']

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

type Exported = { rows: number; perSecond: number; peakMegabytes: number; bareMs: number; ms: number }

/** Exports of three sizes in every form that they have, signed, with a second person's agreement: speed and memory. */
export async function largeExports(size: Size): Promise<BenchRow[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-large-export-'))
  const file = path.join(folder, 'desk.db')
  const engine = benchEngine(file)
  try {
    await createDesk(engine)
    await ask(engine, 'users.create', {
      login: SECOND,
      name: '管理员',
      role: 'admin',
      leadId: null,
      password: ONE_TIME,
    })
    const made: Exported[] = []
    for (const share of [100, 10, 1]) made.push(await exported(engine, folder, size.exportRows / share))
    return rowsOf(made)
  } finally {
    await engine.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function rowsOf(made: readonly Exported[]): BenchRow[] {
  const [, smaller, largest] = made
  if (!smaller || !largest) throw new Error('nothing was exported')
  const share = largest.bareMs / largest.ms
  const growth = largest.peakMegabytes / smaller.peakMegabytes
  const each = (text: (one: Exported) => string) => made.map(text).join(', ')
  const about = `Exports of ${each(({ rows }) => thousands(rows))} rows as JSON lines, CSV and workbook, signed`
  return [
    {
      name: about,
      baseline: 'one prepared statement that reads the same rows, same file',
      ours: `${each(({ perSecond }) => thousands(perSecond))} rows/s`,
      theirs: `${thousands((largest.rows / largest.bareMs) * 1000)} rows/s`,
      result: `${share.toFixed(2)}×`,
      aim: `≥ ${LEAST_SHARE}×`,
      isMet: share >= LEAST_SHARE,
    },
    {
      name: 'Memory that the same exports need at once, above what the program needed before',
      baseline: 'the export of a tenth of the rows',
      ours: `${each(({ peakMegabytes }) => peakMegabytes.toFixed(0))} MB`,
      theirs: `${smaller.peakMegabytes.toFixed(0)} MB`,
      result: `${growth.toFixed(2)}×`,
      aim: `flat: ≤ ${FLAT}×`,
      isMet: growth <= FLAT,
    },
  ]
}

async function exported(engine: Engine, folder: string, rows: number): Promise<Exported> {
  const id = await memberWith(engine, rows)
  const out = path.join(folder, `${rows}.zip`)
  const scope = { kind: 'members' as const, memberIds: [id] }
  const wanted = { scope, purpose: '监管机构要求提供全部通话记录', requester: '民航局', profile: 'archive' } as const
  const requestId = await agreed(engine, wanted)
  const memory = watchMemory()
  const ms = await timeOf(() => ask(engine, 'exports.selection', { ...wanted, requestId, out }))
  const peakMegabytes = memory.end()
  fs.rmSync(out)
  return { rows, ms, perSecond: (rows / ms) * 1000, peakMegabytes, bareMs: await bareReading(engine, folder, id) }
}

async function memberWith(engine: Engine, rows: number): Promise<MemberId> {
  const { id } = await ask(engine, 'members.create', { card: `VD${String(rows).padStart(9, '0')}`, name: '陈女士' })
  const random = seeded(rows)
  const agent = engine.desk.session?.actor.id ?? ''
  for (let from = 0; from < rows; from += AT_ONCE) {
    const part = Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, n) => ({
      ...callRow(from + n, random, [id], [agent]),
      number: `CALL-${rows}-${from + n}`,
    }))
    await opened(engine).store.transaction((db) => bulkInsert(db, 'calls')(part))
  }
  return id
}

type Wanted = Parameters<typeof ask<'exports.ask'>>[2]

/** Asks for an export and has a second person agree; small ones need nobody. */
async function agreed(engine: Engine, wanted: Wanted): Promise<string | undefined> {
  if (
    (await ask(engine, 'exports.measure', { scope: wanted.scope, profile: wanted.profile ?? 'archive' })).reasons
      .length === 0
  )
    return undefined
  const { id } = await ask(engine, 'exports.ask', wanted)
  await switchTo(engine, SECOND)
  await ask(engine, 'exports.decide', { id, isApproved: true, note: '同意' })
  await switchTo(engine, LOGIN)
  return id
}

async function switchTo(engine: Engine, login: string): Promise<void> {
  await ask(engine, 'session.lock', { reason: 'switch' })
  const first = await engine.call('session.signIn', { login, password: PASSWORD })
  if (first.ok) return
  await ask(engine, 'session.signIn', { login, password: ONE_TIME })
  await ask(engine, 'session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
}

/**
 * How far what this program still needs rises above what it needed before, in megabytes: looked at after the collector
 * ran, for what lies about until then depends on how much the runs before have left.
 */
function watchMemory(): { end: () => number } {
  const began = neededBytes()
  let most = began
  const timer = setInterval(() => {
    most = Math.max(most, neededBytes())
  }, LOOK_EVERY_MS)
  return {
    end: () => {
      clearInterval(timer)
      return (Math.max(most, neededBytes()) - began) / 1e6
    },
  }
}

function neededBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function bareReading(engine: Engine, folder: string, id: MemberId): Promise<number> {
  const db = openConnection(path.join(folder, 'desk.db'), opened(engine).keys.dataKey, 'read')
  const statement = db.prepare('select * from calls where memberId = ? order by startedAt, id')
  const read = () => {
    let count = 0
    for (const row of statement.iterate(id)) count += row ? 1 : 0
    return count
  }
  read()
  const ms = await timeOf(read)
  db.close()
  return ms
}
