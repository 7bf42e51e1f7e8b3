import type { OpenStore } from '../../src/main/engine/desk.ts'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import { newId } from '../../src/main/store/new-id.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'

export const LOGIN = 'boss'
export const PASSWORD = 'correct horse battery'

/** The desk's time in the made data: a Wednesday morning in Shanghai. */
export const NOW = Date.parse('2026-09-30T10:00:00+08:00')

/** The cost of a password is no part of any row but the start's. */
const CHEAP = { opslimit: 1, memlimit: 8192 }

/** An engine in this thread, with the clock of the made data. */
export function benchEngine(address: string, now: () => number = () => NOW): Engine {
  return createEngine(address, {
    now,
    newId,
    log: (message, error) => console.error(message, error),
    push: () => {},
    versions: { app: 'bench', electron: '-', node: process.versions.node },
    passwordCost: CHEAP,
  })
}

/** Makes a call that must succeed. */
export async function ask<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

export const createDesk = (engine: Engine) =>
  ask(engine, 'session.create', { login: LOGIN, name: '王经理', password: PASSWORD, language: 'zh-CN' })
export const signIn = (engine: Engine) => ask(engine, 'session.signIn', { login: LOGIN, password: PASSWORD })

/** The open store behind an engine. */
export function opened(engine: Engine): OpenStore {
  const { open } = engine.desk
  if (!open) throw new Error('the store is closed')
  return open
}
