import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { lengthenChain } from '../bench/lib/long-chain.ts'
import type { OpenStore } from '../src/main/engine/desk.ts'
import { type App, closeApp, onEngine, onEveryEngine, openApp, PASSWORD } from './app.ts'

const READER = new URL('../src/main/reader.worker.ts', import.meta.url)
const ENTRIES = 20_000

/** Runs the test on a desk whose heavy queries have a thread of their own, with a long audit chain to read. */
function withReader(title: string, body: (app: App) => Promise<void>, program: (app: App) => URL = () => READER): void {
  test(title, async () => {
    const app = await openApp('sqlite')
    app.engine.desk.host.readerThread = program(app)
    try {
      await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
      await lengthenChain(opened(app), ENTRIES)
      await body(app)
    } finally {
      await closeApp(app)
    }
  })
}

function opened(app: App): OpenStore {
  return app.engine.desk.open ?? expect.fail('the store is closed')
}

withReader('a heavy query in the reading thread answers the same, with its progress', async (app) => {
  const steps: number[] = []
  const result = await app.engine.call('audit.verify', {}, { job: 'check' })
  for (const push of app.pushes) if (push.kind === 'progress') steps.push(push.progress.done)
  expect(result).toMatchObject({
    ok: true,
    value: { ok: true, entries: ENTRIES + 1, head: opened(app).head, problem: null },
  })
  expect(steps).toEqual([5000, 10_000, 15_000, 20_000, ENTRIES + 1])
})

withReader('look-ups are answered while a heavy query runs', async (app) => {
  const order: string[] = []
  const heavy = app.call('audit.verify', {}).then(() => order.push('heavy'))
  for (let n = 0; n < 5; n++) await app.call('users.list', {}).then(() => order.push('look-up'))
  await heavy
  expect(order).toEqual([...Array(5).fill('look-up'), 'heavy'])
})

withReader('a heavy query that is cancelled ends at once and the next one runs', async (app) => {
  const running = app.engine.call('audit.verify', {}, { job: 'check' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  app.engine.cancel('check')
  expect(await running).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
})

withReader('locking the desk ends the reading thread and what it was doing', async (app) => {
  const running = app.engine.call('audit.verify', {})
  await app.call('session.lock', { reason: 'asked' })
  expect(await running).toEqual({ ok: false, failure: { code: 'LOCKED' } })
  expect(await app.fail('audit.verify', {})).toEqual({ code: 'LOCKED' })
  await app.signIn('boss')
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
})

withReader('a heavy query sees what was written just before it', async (app) => {
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
  expect(await app.call('admin.info', {})).toMatchObject({ counts: { users: 2 }, audit: opened(app).head })
})

withReader(
  'a reading thread that dies is replaced, and whoever waits for it is answered all the same',
  async (app) => {
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
    expect(app.log.join()).toContain('the reading thread ended')
    app.log.length = 0
  },
  (app) => dies(app.folder, 1),
)

withReader(
  'what ends the reading thread twice is refused in words, and the next query gets a new thread',
  async (app) => {
    expect(await app.fail('audit.verify', {})).toEqual({ code: 'RULE', rule: 'reading-ended', params: {} })
    expect(await app.call('users.list', {})).toHaveLength(1)
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  },
  (app) => dies(app.folder, 2),
)

/** A thread that ends the first times it is asked for something. */
function dies(folder: string, times: number): URL {
  const mark = JSON.stringify(path.join(folder, 'died'))
  const program = path.join(folder, 'dies.mjs')
  const text = [
    "import fs from 'node:fs'",
    "import { parentPort } from 'node:worker_threads'",
    `const died = fs.existsSync(${mark}) ? fs.readFileSync(${mark}, 'utf8').length : 0`,
    `if (died >= ${times}) await import(${JSON.stringify(READER.href)})`,
    `else parentPort.on('message', () => { fs.appendFileSync(${mark}, '.'); process.exit(3) })`,
  ]
  fs.writeFileSync(program, text.join('\n'))
  return pathToFileURL(program)
}

onEngine('sqlite', 'a query does not wait for a long write, and sees only what was committed', async (app) => {
  const { store } = opened(app)
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const writing = store.transaction(async (db) => {
    await db.insertInto('settings').values({ key: 'half', value: 'done' }).execute()
    await held
  })
  expect(await app.call('users.list', {})).toHaveLength(1)
  finish()
  await writing
})

onEngine('sqlite', 'a long transaction lets the rest of its thread work in between', async (app) => {
  const { store } = opened(app)
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 5)
  await store.transaction(async (db) => {
    const until = performance.now() + 200
    while (performance.now() < until) await db.selectFrom('users').select('id').execute()
  })
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(5)
})

onEveryEngine('a query cannot write', async (app) => {
  const { store } = opened(app)
  const writing = store.read((db) => db.insertInto('settings').values({ key: 'sly', value: 'write' }).execute())
  await expect(writing).rejects.toThrow(/may not write|read-only transaction/)
  await store.transaction((db) => db.insertInto('settings').values({ key: 'fair', value: 'write' }).execute())
  expect(await store.db.selectFrom('settings').select('key').where('value', '=', 'write').execute()).toEqual([
    { key: 'fair' },
  ])
})
