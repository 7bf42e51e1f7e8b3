import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replayAll } from '../src/main/cases/replay.ts'
import type { Host } from '../src/main/engine/desk.ts'
import { createEngine, type Engine } from '../src/main/engine/engine.ts'
import { newId } from '../src/main/store/new-id.ts'
import { ENGINES, type Engine as EngineName } from '../src/main/store/schema.ts'
import type { Push } from '../src/shared/bridge.ts'
import type { CallName, Input, Output } from '../src/shared/contracts.ts'
import type { Failure } from '../src/shared/failure.ts'
import type { Role } from '../src/shared/roles.ts'
import { dropDatabase, makeDatabase } from './support/databases.ts'
import { TEMPLATE } from './support/template.ts'

export const PASSWORD = 'correct horse battery'
const ONE_TIME = 'battery staple once'

/** Wednesday 2026-09-30, 10:00 in Shanghai: the day before a long holiday. */
export const START = Date.parse('2026-09-30T10:00:00+08:00')

/** The whole back end on a temporary store, with a clock the test moves. */
export type App = {
  engine: Engine
  engineName: EngineName
  address: string
  folder: string
  pushes: Push[]
  log: string[]
  now(): number
  /** Moves the clock on by some milliseconds. */
  wait(ms: number): void
  setNow(at: number): void
  /** Makes a call that must succeed and returns its value. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Makes a call that must fail and returns the failure. */
  fail<N extends CallName>(name: N, input: Input<N>): Promise<Failure>
  signIn(login: string, password?: string): Promise<void>
  /** Signs in with a one-time password and replaces it with the usual one. */
  firstSignIn(login: string, oneTime: string): Promise<void>
  /** A person with this role, made when needed; signs in as that person and returns the id. */
  as(role: Role, login?: string): Promise<string>
  /** Another program on the same store. */
  another(): Engine
  /** Says that the test put rows into cases or clocks by hand, so that no log stands behind them. */
  hasMadeRows(): void
  madeRows: boolean
}

// The least that libsodium allows: the tests prove the path of a password, not its price.
const CHEAP = { opslimit: 1, memlimit: 8192 }

/** Runs the test once on encrypted SQLite and once on PostgreSQL, each on a new store with the manager `boss` signed in. */
export function onEveryEngine(title: string, body: (app: App) => Promise<void>): void {
  for (const engine of ENGINES) onEngine(engine, title, body)
}

/** Runs the test on one engine: for what only that engine has. */
export function onEngine(engine: EngineName, title: string, body: (app: App) => Promise<void>): void {
  test(`${title} [${engine}]`, async () => {
    const app = await openApp(engine)
    try {
      await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
      await body(app)
      await proveReplay(app)
    } finally {
      await closeApp(app)
    }
  })
}

/** An engine on an address where no store is yet. */
export async function openApp(engineName: EngineName, at = START): Promise<App> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-test-'))
  const address = engineName === 'sqlite' ? path.join(folder, 'desk.db') : await makeDatabase(TEMPLATE)
  let now = at
  const pushes: Push[] = []
  const log: string[] = []
  const host: Host = {
    now: () => now,
    newId,
    log: (message, error) => log.push(`${message} ${error instanceof Error ? error.stack : String(error)}`),
    push: (push) => pushes.push(push),
    versions: { app: '0.0.0-test', electron: '-', node: process.versions.node },
    passwordCost: CHEAP,
  }
  const engine = createEngine(address, host)
  const app: App = {
    engine,
    engineName,
    address,
    folder,
    pushes,
    log,
    now: () => now,
    wait: (ms) => {
      now += ms
    },
    setNow: (value) => {
      now = value
    },
    call: async (name, input) => {
      const result = await engine.call(name, input)
      if (!result.ok) expect.fail(`${name}: ${JSON.stringify(result.failure)} ${log.join('\n')}`)
      return result.value
    },
    fail: async (name, input) => {
      const result = await engine.call(name, input)
      if (result.ok) expect.fail(`${name} was allowed: ${JSON.stringify(result.value)}`)
      return result.failure
    },
    signIn: async (login, password = PASSWORD) => {
      if (engine.desk.session) await app.call('session.lock', { reason: 'switch' })
      await app.call('session.signIn', { login, password })
    },
    firstSignIn: async (login, oneTime) => {
      await app.signIn(login, oneTime)
      await app.call('session.changePassword', { oldPassword: oneTime, newPassword: PASSWORD })
    },
    as: async (role, login = role === 'manager' ? 'boss' : role) => {
      if (engine.desk.session?.actor.login === login) return engine.desk.session.actor.id
      await app.signIn('boss')
      const known = (await app.call('users.list', { includeDisabled: true })).some((user) => user.login === login)
      if (!known) await app.call('users.create', { login, name: login, role, leadId: null, password: ONE_TIME })
      if (known && login !== 'boss') await app.signIn(login)
      if (!known) await app.firstSignIn(login, ONE_TIME)
      return engine.desk.session?.actor.id ?? ''
    },
    another: () => createEngine(address, host),
    madeRows: false,
    hasMadeRows: () => {
      app.madeRows = true
    },
  }
  return app
}

/** S1-46: whatever a test did to cases, what is stored of each is what its log alone gives. */
async function proveReplay({ engine, madeRows, now }: App): Promise<void> {
  const { open } = engine.desk
  if (madeRows || !open) return
  const found = await open.store.read((db) => replayAll(db, now()))
  expect(found.found).toEqual([])
}

/** Closes the engine and removes its store. */
export async function closeApp(app: App): Promise<void> {
  await app.engine.close()
  fs.rmSync(app.folder, { recursive: true, force: true })
  if (app.engineName === 'postgres') await dropDatabase(app.address)
}
