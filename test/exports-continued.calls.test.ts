import fs from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { keptFolder } from '../src/main/bundle/kept-parts.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { agreed, bytesIn, CALLS, cancelledAt, largeExport, progressIn, TOLD, tablesOf } from './exports-fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const at = (app: App, name: string) => path.join(app.folder, name)

onEveryEngine(
  'S3-133 a large export that was cancelled leaves no bundle, goes on where it stopped, and holds what one in a single piece holds',
  async (app) => {
    const input = await largeExport(app)
    const out = at(app, 'all.zip')
    await cancelledAt(app, { ...input, out }, CALLS * 2 + 1000)
    expect(fs.readdirSync(app.folder).filter((name) => name.startsWith('all.zip'))).toEqual(['all.zip.unfinished'])
    expect(bytesIn(keptFolder(out)).length).toBeGreaterThan(CALLS * TOLD.length)
    expect(bytesIn(keptFolder(out)).includes(TOLD)).toBe(false)
    app.pushes.length = 0
    expect(await app.engine.call('exports.selection', { ...input, out }, { job: 'again' })).toMatchObject({
      ok: true,
      value: { taken: CALLS * 2, changed: [] },
    })
    const steps = progressIn(app)
    expect([steps, steps.at(-1)]).toEqual([steps.toSorted((one, other) => one - other), CALLS * 4])
    expect(fs.existsSync(keptFolder(out))).toBe(false)
    const whole = { ...input, ...(await agreed(app, input.scope)), out: at(app, 'whole.zip') }
    expect(await app.call('exports.selection', whole)).toMatchObject({ taken: 0, changed: [] })
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(await tablesOf(out)).toEqual(await tablesOf(whole.out))
    expect(await app.call('exports.list', {})).toHaveLength(2)
  },
)

onEveryEngine(
  'S3-133 rows that changed since an export was cancelled are written as they are now, and the export says so',
  async (app) => {
    const input = await largeExport(app)
    const out = at(app, 'all.zip')
    await cancelledAt(app, { ...input, out }, CALLS * 2 + 1000)
    await inStore(app, (db) =>
      db
        .updateTable('calls')
        .set({ question: '已更正' })
        .where('number', '=', `X-${CALLS - 1}`)
        .execute(),
    )
    expect(await app.call('exports.selection', { ...input, out })).toMatchObject({ taken: 0, changed: ['通话记录'] })
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(fs.readFileSync(out).includes('已更正')).toBe(true)
  },
)

onEngine(
  'sqlite',
  'parts that were altered, that another export left, or that another key sealed are never taken over',
  async (app) => {
    const input = await largeExport(app)
    const out = at(app, 'all.zip')
    await cancelledAt(app, { ...input, out }, CALLS * 2 + 1000)
    const part = path.join(keptFolder(out), 'part-1')
    const bytes = fs.readFileSync(part)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    fs.writeFileSync(part, bytes)
    const later = { ...input, out, language: 'en' as const }
    await cancelledAt(app, { ...input, out }, CALLS * 2 + 1000)
    expect(fs.readdirSync(keptFolder(out)).sort()).toEqual(['part-2', 'part-3', 'state'])
    const other = fs.readFileSync(path.join(keptFolder(out), 'state'))
    other[20] = (other[20] ?? 0) ^ 1
    fs.writeFileSync(path.join(keptFolder(out), 'state'), other)
    await cancelledAt(app, { ...input, out }, CALLS + 1000)
    expect(await app.call('exports.selection', later)).toMatchObject({ taken: 0, changed: [] })
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(fs.existsSync(keptFolder(out))).toBe(false)
  },
)
