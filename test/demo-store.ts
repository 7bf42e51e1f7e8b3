import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { createDemoStore, type DemoMade } from '../src/main/demo/create.ts'
import type { DemoOptions } from '../src/main/demo/live.ts'
import { createEngine, type Engine } from '../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../src/shared/contracts.ts'

/** Sunday 2026-11-22, 14:20 in Shanghai. */
export const DEMO_NOW = Date.parse('2026-11-22T14:20:00+08:00')

/** A demo large enough for every path and small enough to be made in seconds. */
export const SMALL = {
  members: 120,
  flights: 40,
  calls: 60,
  cases: 45,
  days: 10,
  seed: 7,
  now: DEMO_NOW,
} satisfies DemoOptions

export type Demo = {
  made: DemoMade
  address: string
  engine: Engine
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  remove(): Promise<void>
}

export function demoFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-demo-'))
}

/** A demo store with somebody signed in. */
export async function openDemo(options: Partial<DemoOptions> & { now: number }, login = 'manager'): Promise<Demo> {
  const folder = demoFolder()
  const address = path.join(folder, 'demo.db')
  const made = await createDemoStore(address, options)
  const engine = demoEngine(address)
  const call: Demo['call'] = async (name, input) => {
    const result = await engine.call(name, input)
    if (!result.ok) expect.fail(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  await call('session.signIn', { login, password: made.logins.find((one) => one.login === login)?.password ?? '' })
  const remove = async () => {
    await engine.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { made, address, engine, call, remove }
}

/** The engine that a window would have on a demo store, one second after the demo ends. */
export function demoEngine(address: string): Engine {
  return createEngine(address, {
    now: () => DEMO_NOW + 1000,
    newId: randomUUID,
    log: (message, error) => expect.fail(`${message} ${String(error)}`),
    push: () => {},
    versions: { app: '0.0.0-test', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
}
