import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { DAY } from '../../src/shared/time.ts'
import { newFolder, PASSWORD } from './desk.ts'

/** A desk without a window whose clock a test sets: for what must have happened long ago when the window opens. */
export type PastDesk = {
  folder: string
  engine: Engine
  now(): number
  wait(ms: number): void
  /** Moves the clock alone: the computer has not run for as long. */
  turn(ms: number): void
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  close(): Promise<void>
}

/** Makes a store with its manager `boss`, so many milliseconds ago. */
export async function pastDesk(agoMs: number): Promise<PastDesk> {
  const desk = deskAt(newFolder(), Date.now() - agoMs)
  await desk.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  return desk
}

/** What the manager `boss` does with a store that no window has open, so many milliseconds from now. */
export async function afterwards(
  folder: string,
  inMs: number,
  work: (call: PastDesk['call']) => Promise<void>,
): Promise<void> {
  const desk = deskAt(folder, Date.now() + inMs)
  await desk.call('session.signIn', { login: 'boss', password: PASSWORD })
  await work(desk.call)
  await desk.close()
}

/** A desk without a window on a folder, whose clock starts at a moment. */
export function deskAt(folder: string, from: number): PastDesk {
  let now = from
  let steady = DAY
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => now,
    steady: () => steady,
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions: { app: '-', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  return {
    folder,
    engine,
    now: () => now,
    wait: (ms) => {
      now += ms
      steady += ms
    },
    turn: (ms) => {
      now += ms
    },
    call: async (name, input) => {
      const result = await engine.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
      return result.value
    },
    close: () => engine.close(),
  }
}
