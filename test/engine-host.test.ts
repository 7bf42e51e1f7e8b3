import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startEngineHost } from '../src/main/shell/engine-host.ts'
import { PASSWORD } from './app.ts'

const PROGRAM = new URL('../src/main/engine.worker.ts', import.meta.url)
const TURNS = 3

test('a desk that locks while it is asked other things answers the lock, then says that it is locked, and opens again', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-host-'))
  const lines: string[] = []
  const data = {
    address: path.join(folder, 'desk.db'),
    isDemo: false,
    versions: { app: '0', electron: '-', node: process.versions.node },
  }
  const host = startEngineHost(data, { push: () => {}, log: (line) => lines.push(line) }, PROGRAM)
  try {
    const first = { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' }
    expect(await host.request('session.create', first)).toMatchObject({ ok: true })
    for (let turn = 0; turn < TURNS; turn++) {
      // The counts are read by a thread of its own, which the lock has to end; some of them are still under way.
      const others = [host.request('cases.counts', {}), host.request('cases.queueTotal', {})]
      if (turn % 2 === 0) await Promise.race(others)
      expect(await host.request('session.lock', { reason: 'asked' })).toEqual({ ok: true, value: null })
      // Asked at once, before anybody knows that the thread has ended.
      expect(await host.request('session.status', {})).toMatchObject({
        ok: true,
        value: { state: 'locked', user: null },
      })
      await Promise.all(others)
      expect(await host.request('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    }
    expect(lines).toEqual([])
  } finally {
    await host.close('asked')
    fs.rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
