import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { closeApp } from './app.ts'
import { closedStore, commandLine } from './cli-run.ts'

test('an anchor is sent out and compared by command; one that was altered is refused with exit code 1', async () => {
  const app = await closedStore('sqlite')
  try {
    const desk = commandLine(app.address, app.folder)
    const file = path.join(app.folder, 'anchor.txt')
    const sent = await desk.run('boss', ['audit', 'anchor', file, '--keeper', '公证处（演示）', '--json'])
    expect([sent.code, JSON.parse(sent.stdout)]).toMatchObject([0, { sequence: expect.any(Number) }])
    const same = await desk.run('boss', ['audit', 'compare', file, '--json'])
    expect([same.code, JSON.parse(same.stdout)]).toMatchObject([0, { result: 'same' }])
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/\n(\d+)\n/, '\n1$1\n'))
    const altered = await desk.run('boss', ['audit', 'compare', file, '--json'])
    expect([altered.code, JSON.parse(altered.stdout)]).toMatchObject([1, { result: 'unreadable' }])
  } finally {
    await closeApp(app)
  }
}, 120_000)
