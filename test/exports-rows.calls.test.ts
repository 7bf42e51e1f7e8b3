import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, vi } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { callRow } from '../bench/lib/rows-of.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { bulkInsert } from '../src/main/store/bulk-insert.ts'
import type { Db } from '../src/main/store/types.ts'
import type { Input } from '../src/shared/contracts.ts'
import { type App, onEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

// A hundred thousand rows written, exported and verified: more than a usual test may take.
vi.setConfig({ testTimeout: 300_000 })

const PURPOSE = '示例：监管机构要求提供全部通话记录'
const ALL = 100_000
const MIB = 1024 * 1024

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** The memory that was still needed at every tenth step that a long export told of, in bytes. */
async function memoryOf(app: App, input: Input<'exports.selection'>): Promise<number[]> {
  const needed: number[] = []
  let told = 0
  // Its own steps measure it: a clock would see a quick machine never, and a busy one at any moment.
  app.pushes.push = () => {
    if (told++ % 10 > 0) return told
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    return needed.push(heapUsed + external)
  }
  const made = await app.engine.call('exports.selection', input, { job: 'measured' })
  Reflect.deleteProperty(app.pushes, 'push')
  if (!made.ok) expect.fail(JSON.stringify(made.failure))
  return needed
}

const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Made = { card: string; calls: number; member: string; agent: string }

// In a function of its own, so that its rows are gone when the memory is measured.
async function writeCalls(db: Db, { card, calls, member, agent }: Made): Promise<void> {
  const random = seeded(calls)
  const rows = Array.from({ length: calls }, (_, n) => {
    const row = callRow(n, random, [member], [agent])
    return { ...row, number: `${card}-${n}`, question: n % 1000 === 0 ? `=1+${n}` : row.question }
  })
  await bulkInsert(db, 'calls')(rows)
}

/** Exports a member's calls after a second person agreed, and answers how much memory it needed on its way. */
async function exported(app: App, card: string, calls: number, out: string): Promise<number[]> {
  const { id } = await app.call('members.create', { card, name: `示例${card}` })
  const agent = await app.as('manager')
  await inStore(app, (db) => writeCalls(db, { card, calls, member: id, agent }))
  const scope = { kind: 'members' as const, memberIds: [id] }
  const input = { purpose: PURPOSE, requester: '民航局（示例）', profile: 'regulator' } as const
  const request = await app.call('exports.ask', { scope, ...input })
  expect(request).toMatchObject({ rows: calls, reasons: ['rows'] })
  await app.as('admin')
  await app.call('exports.decide', { id: request.id, isApproved: true, note: '监管要求' })
  await app.as('manager')
  return memoryOf(app, { scope, ...input, requestId: request.id, out })
}

onEngine(
  'sqlite',
  'nothing is cut at 100,000 rows: store, tables and workbook agree, and the memory does not grow with the rows',
  async (app) => {
    app.hasMadeRows()
    await app.as('manager')
    const out = path.join(app.folder, 'all.zip')
    const needed = await exported(app, 'CA000001', ALL, out)
    // Three times over 100,000 rows: whatever kept them would need a hundred MiB more at the end of each.
    expect(needed.length).toBeGreaterThanOrEqual(30)
    expect(middle(needed.slice(-10))).toBeLessThan(middle(needed.slice(0, 10)) + 16 * MIB)
    const { ok, problems, manifest } = await verifyBundle(out)
    expect({ ok, problems }).toEqual({ ok: true, problems: [] })
    const counts = manifest?.version === 2 ? manifest.counts : []
    expect(counts.filter(({ inStore: rows }) => rows > 0)).toEqual([
      { table: 'calls', inStore: ALL, left: ALL, heldBack: 0 },
    ])
    const rowsOf = new Map(manifest?.files.map(({ name, rows }) => [name, rows]))
    expect(['calls.csv', 'calls.jsonl', 'tables.xlsx'].map((name) => rowsOf.get(name))).toEqual([ALL, ALL, ALL])
  },
)
