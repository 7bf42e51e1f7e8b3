import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, vi } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { callRow } from '../bench/lib/rows-of.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { bulkInsert } from '../src/main/store/bulk-insert.ts'
import { type App, onEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

// A hundred thousand rows written, exported three times over and verified: more than a usual test may take.
vi.setConfig({ testTimeout: 300_000 })

const PURPOSE = '示例：监管机构要求提供全部通话记录'
const ALL = 100_000
const FEW = 10_000
const MIB = 1024 * 1024

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** The most memory that was still needed while something ran, in bytes, above what there was before. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const needed = () => {
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = needed()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, needed())
  }, 3000)
  await work()
  clearInterval(timer)
  return most - before
}

/** Exports a member's calls after a second person agreed, and answers how much memory it took. */
async function exported(app: App, card: string, calls: number, out: string): Promise<number> {
  const { id } = await app.call('members.create', { card, name: `示例${card}` })
  const agent = await app.as('manager')
  const random = seeded(calls)
  const rows = Array.from({ length: calls }, (_, n) => {
    const row = callRow(n, random, [id], [agent])
    return { ...row, number: `${card}-${n}`, question: n % 1000 === 0 ? `=1+${n}` : row.question }
  })
  await inStore(app, (db) => bulkInsert(db, 'calls')(rows))
  const scope = { kind: 'members' as const, memberIds: [id] }
  const input = { purpose: PURPOSE, requester: '民航局（示例）', profile: 'regulator' } as const
  const request = await app.call('exports.ask', { scope, ...input })
  expect(request).toMatchObject({ rows: calls, reasons: ['rows'] })
  await app.as('admin')
  await app.call('exports.decide', { id: request.id, isApproved: true, note: '监管要求' })
  await app.as('manager')
  return peakOf(() => app.call('exports.selection', { scope, ...input, requestId: request.id, out }))
}

onEngine(
  'sqlite',
  'nothing is cut at 100,000 rows: store, tables and workbook agree, and the memory does not grow with the rows',
  async (app) => {
    app.hasMadeRows()
    await app.as('manager')
    const few = await exported(app, 'CA000001', FEW, path.join(app.folder, 'few.zip'))
    const out = path.join(app.folder, 'all.zip')
    const all = await exported(app, 'CA000002', ALL, out)
    expect(all).toBeLessThan(few + 32 * MIB)
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
