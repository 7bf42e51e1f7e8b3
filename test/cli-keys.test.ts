import { expect, test } from 'vitest'
import { closeApp } from './app.ts'
import { closedStore, commandLine } from './cli-run.ts'

test('the data key is shown and renewed from the command line, with a reason and the password from the environment', async () => {
  const app = await closedStore('sqlite')
  try {
    const desk = commandLine(app.address, app.folder)
    expect(await desk.json('boss', 'key', 'show')).toMatchObject({ generation: 1, sealed: 0 })
    expect(await desk.json('boss', 'key', 'renew', '--reason', '一名员工离职')).toMatchObject({
      ...{ generation: 2, sealed: 0, isOldDropped: true },
    })
    expect(await desk.json('boss', 'key', 'show')).toMatchObject({ generation: 2 })
    expect(await desk.json('boss', 'audit', 'verify')).toMatchObject({ ok: true })
  } finally {
    await closeApp(app)
  }
})
