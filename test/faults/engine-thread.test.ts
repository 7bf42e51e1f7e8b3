import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startEngineHost } from '../../src/main/shell/engine-host.ts'
import type { Push } from '../../src/shared/bridge.ts'
import { PASSWORD } from './child.ts'

const DYING = new URL('./dying-engine.worker.ts', import.meta.url)

test('an engine thread that dies in the middle of its work is back at once, and nothing that it confirmed is lost', {
  timeout: 120_000,
}, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-thread-'))
  const pushes: Push[] = []
  const log: string[] = []
  const data = {
    address: path.join(folder, 'desk.db'),
    isDemo: false,
    versions: { app: 'fault', electron: '-', node: '-' },
  }
  const engine = startEngineHost(data, { push: (push) => pushes.push(push), log: (line) => log.push(line) }, DYING)
  const create = { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' }
  expect(await engine.request('session.create', create)).toMatchObject({ ok: true })

  const settings = await engine.request('settings.read', {})
  const write = () => engine.request('settings.write', settings.ok ? settings.value : {})
  let confirmed = 0
  for (let n = 0; n < 5; n++) if ((await write()).ok) confirmed += 1
  const inFlight = Array.from({ length: 20 }, write)
  expect(await engine.request('test.die', {})).toEqual({ ok: false, failure: { code: 'LOCKED' } })
  for (const result of await Promise.all(inFlight)) {
    if (result.ok) confirmed += 1
    else expect(result.failure).toEqual({ code: 'LOCKED' })
  }
  expect(confirmed).toBeGreaterThanOrEqual(5)

  expect(pushes).toContainEqual({ kind: 'engine-ended' })
  expect(pushes).toContainEqual({ kind: 'changed', topics: ['session'] })
  expect(await engine.request('session.status', {})).toMatchObject({ ok: true, value: { state: 'locked' } })
  expect(await engine.request('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
  const rows = await engine.request('audit.list', { call: 'settings.write', limit: 200 })
  const written = rows.ok ? (rows.value as { rows: unknown[] }).rows.length : -1
  expect(written).toBeGreaterThanOrEqual(confirmed)
  expect(await engine.request('audit.verify', {})).toMatchObject({ ok: true, value: { ok: true } })
  expect(log.filter((line) => line.startsWith('engine ended with'))).toEqual(['engine ended with 9'])
  await engine.close('asked')
  fs.rmSync(folder, { recursive: true, force: true })
})
