import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keptFolder } from '../../src/main/bundle/kept-parts.ts'
import { closeApp, openApp } from '../app.ts'
import { runDesk } from '../cli-run.ts'
import { agreed, bytesIn, CALLS, largeExport, TOLD, tablesOf } from '../exports-fixture.ts'
import { PASSWORD, startChild } from './child.ts'

/** Rows gone through when the program is killed, of three passes: in the first table, after it, and in the workbook. */
const KILLS = [CALLS / 2, CALLS + 1000, CALLS * 2 + 1000]

test('S3-133 a program killed while it exports leaves nothing under the name of the bundle and nothing readable; the export is listed and goes on', {
  timeout: 120_000,
}, async () => {
  const app = await openApp('sqlite', Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  const input = await largeExport(app)
  const again = await agreed(app, input.scope)
  await app.call('session.lock', { reason: 'switch' })
  const out = path.join(app.folder, 'all.zip')
  const start = () => startChild('export', app.address, JSON.stringify({ ...input, out }))
  for (const rows of KILLS) {
    const child = start()
    expect([await child.said(`progress ${rows}`), child.words.filter((word) => word.startsWith('failed'))]).toEqual([
      true,
      [],
    ])
    await child.kill()
    expect(fs.existsSync(out)).toBe(false)
    expect(bytesIn(keptFolder(out)).includes(TOLD)).toBe(false)
  }
  await app.signIn('boss')
  app.engine.desk.host.versions.app = 'fault'
  expect(await app.call('exports.unfinished', {})).toMatchObject([
    { begunBy: '王经理', fileName: 'all.zip', state: 'kept', done: { files: 2, rows: CALLS * 2 }, files: 3 },
  ])
  await app.call('session.lock', { reason: 'switch' })
  const last = start()
  await last.ended
  const made = JSON.parse(last.words.find((word) => word.startsWith('exported '))?.slice('exported '.length) ?? '{}')
  expect(made).toMatchObject({ taken: CALLS * 2, changed: [] })
  const verified = await runDesk(['verify', out, '--json'], { folder: app.folder })
  expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, { ok: true, rows: made.rows, problems: [] }])
  await app.signIn('boss')
  expect(await app.call('exports.list', {})).toHaveLength(1)
  expect(await app.call('exports.unfinished', {})).toEqual([])
  const whole = path.join(app.folder, 'whole.zip')
  const single = await app.call('exports.selection', { ...input, ...again, out: whole })
  expect([single.rows, await tablesOf(whole)]).toEqual([made.rows, await tablesOf(out)])
  expect(fs.readdirSync(app.folder).filter((name) => /unfinished|\.part$/.test(name))).toEqual([])
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
  await closeApp(app)
})
