import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { callRow } from '../bench/lib/rows-of.ts'
import { scanZip } from '../src/main/bundle/zip-reader.ts'
import { bulkInsert } from '../src/main/store/bulk-insert.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { App } from './app.ts'
import { inStore } from './cases-fixtures.ts'

export const CALLS = 6000
/** Told by every call, so that it is found wherever such a row lies in clear. */
export const TOLD = '示例：想换到靠窗的座位'

/** A member with so many calls that a second person agreed to their export; answers what to export, but not to where. */
export async function largeExport(app: App): Promise<Omit<Input<'exports.selection'>, 'out'>> {
  app.hasMadeRows()
  const agent = await app.as('manager')
  const { id } = await app.call('members.create', { card: 'CA000001', name: '示例' })
  const random = seeded(1)
  const rows = Array.from({ length: CALLS }, (_, n) => ({
    ...callRow(n, random, [id], [agent]),
    id: randomUUID(),
    number: `X-${n}`,
    question: TOLD,
  }))
  await inStore(app, (db) => bulkInsert(db, 'calls')(rows))
  const scope = { kind: 'members' as const, memberIds: [id] }
  return { scope, ...(await agreed(app, scope)) }
}

/** Asks for an export and has a second person agree. */
export async function agreed(app: App, scope: Input<'exports.selection'>['scope']) {
  const wanted = {
    purpose: '示例：监管机构要求提供全部通话记录',
    requester: '民航局（示例）',
    profile: 'archive',
  } as const
  await app.as('manager')
  const request = await app.call('exports.ask', { scope, ...wanted })
  await app.as('admin')
  await app.call('exports.decide', { id: request.id, isApproved: true, note: '同意' })
  await app.as('manager')
  return { ...wanted, requestId: request.id }
}

/** Makes an export and cancels it when so many rows have gone through; answers how far it came. */
export async function cancelledAt(app: App, input: Input<'exports.selection'>, rows: number): Promise<number> {
  const push = vi.spyOn(app.pushes, 'push').mockImplementation((...pushes) => {
    for (const one of pushes) if (one.kind === 'progress' && one.progress.done >= rows) app.engine.cancel('export')
    return Array.prototype.push.apply(app.pushes, pushes)
  })
  const result = await app.engine.call('exports.selection', input, { job: 'export' })
  push.mockRestore()
  expect(result).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  return Math.max(...progressIn(app))
}

/** How many rows had gone through at each step that was told. */
export const progressIn = ({ pushes }: App) =>
  pushes.flatMap((push) => (push.kind === 'progress' ? [push.progress.done] : []))

/** Length and checksum by name of the tables in a bundle: what must not depend on how often its making was interrupted. */
export async function tablesOf(file: string): Promise<Record<string, string>> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error(scan.detail)
    const tables = scan.entries.filter(({ name }) => /\.(csv|xlsx)$|^(?!audit|chain).*\.jsonl$/.test(name))
    return Object.fromEntries(tables.map(({ name, crc, size }) => [name, `${size} ${crc}`]))
  } finally {
    await handle.close()
  }
}

/** Every byte that lies in a folder. */
export function bytesIn(folder: string): Buffer {
  return Buffer.concat(fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name))))
}
