import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { closeApp } from './app.ts'
import { closedStore, commandLine } from './cli-run.ts'

test('backups are planned, made, listed and restored as a drill from the command line', async () => {
  const app = await closedStore('sqlite')
  try {
    const desk = commandLine(app.address, app.folder)
    const folder = path.join(app.folder, 'backups')
    fs.mkdirSync(folder)
    const plan = ['backups', 'plan', '--folder', folder, '--every', '4', '--keep', '3']
    expect(await desk.json('boss', ...plan)).toMatchObject({ plan: { folder, everyHours: 4, keep: 3 } })
    const made = await desk.json('boss', 'backups', 'run')
    expect(made).toMatchObject({ outcome: 'done', isThere: true })
    const [name] = fs.readdirSync(folder)
    expect(await desk.json('boss', 'backups', 'drill', path.join(folder, name ?? ''))).toMatchObject({
      ...{ fileName: name, counts: { users: 2 } },
    })
    expect(await desk.json('boss', 'backups', 'show', '--limit', '5')).toMatchObject({ rows: [{ fileName: name }] })
    expect(await desk.json('boss', 'backups', 'plan', '--off')).toMatchObject({
      plan: { isOn: false, folder, everyHours: 4, keep: 3 },
    })
    expect(await desk.json('boss', 'backups', 'plan')).toMatchObject({
      plan: { isOn: true, folder, everyHours: 4, keep: 3 },
    })
  } finally {
    await closeApp(app)
  }
}, 120_000)
