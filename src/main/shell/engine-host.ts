import { Worker } from 'node:worker_threads'
import type { Push, RequestOptions } from '../../shared/bridge.ts'
import type { Result } from '../../shared/failure.ts'
import { untilEnded } from '../engine/end-thread.ts'
import type { EngineWorkerData, FromEngine, KeychainAnswer, KeychainQuestion, ToEngine } from './engine-messages.ts'

/** The engine as the main process sees it: ask, cancel, close. */
export type EngineHost = {
  request(name: string, input: unknown, options?: RequestOptions): Promise<Result<unknown>>
  cancel(job: string): void
  /** Says that a window is painted, so that reading the engine's program takes nothing from it. */
  painted(): void
  close(reason: string): Promise<void>
}

type Waiting = { message: ToEngine; answer: (result: Result<unknown>) => void }

type Listeners = {
  push: (push: Push) => void
  log: (line: string) => void
  keychain?: (question: KeychainQuestion) => Promise<KeychainAnswer>
}

const NO_KEYCHAIN: KeychainAnswer = { backend: null }

const PROGRAM = new URL('./engine.worker.js', import.meta.url)
/** A thread that dies within this time did not really start: the next one waits a little. */
const SHORT_LIFE_MS = 2_000

/**
 * Runs the engine in a thread of its own, so that no query ever holds up a window.
 * When the desk locks, the thread is ended and a new one started: what was read from the store leaves memory with it.
 * A thread that dies is replaced at once; its open requests fail with INTERNAL and nothing that was committed is lost.
 */
export function startEngineHost(data: EngineWorkerData, listeners: Listeners, program = PROGRAM): EngineHost {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let isPainted = false
  let worker = spawn()
  let isClosing = false

  function spawn(): Worker {
    const startedAt = Date.now()
    const thread = new Worker(program, { workerData: data })
    if (isPainted) tell(thread, { kind: 'painted' })
    thread.on('message', (message: FromEngine) => onMessage(thread, message))
    thread.on('error', (error) => listeners.log(`engine: ${error.stack ?? error.message}`))
    thread.on('exit', (code) => {
      if (thread !== worker || isClosing) return
      listeners.log(`engine ended with ${code}`)
      failWaiting()
      const again = () => {
        failWaiting()
        worker = spawn()
        listeners.push({ kind: 'engine-ended' })
        listeners.push({ kind: 'changed', topics: ['session'] })
      }
      if (Date.now() - startedAt < SHORT_LIFE_MS) setTimeout(again, SHORT_LIFE_MS)
      else again()
    })
    return thread
  }

  function onMessage(thread: Worker, message: FromEngine): void {
    if (message.kind === 'push') listeners.push(message.push)
    else if (message.kind === 'log') listeners.log(`${message.message}\n${message.detail}`)
    else if (message.kind === 'keychain') void tellKeychain(thread, message)
    else if (message.kind === 'ended') return
    else if (message.kind === 'closed') replace(thread)
    else {
      waiting.get(message.id)?.answer(message.result)
      waiting.delete(message.id)
    }
  }

  async function tellKeychain(thread: Worker, { id, ...question }: FromEngine & { kind: 'keychain' }): Promise<void> {
    const answer = (await listeners.keychain?.(question)) ?? NO_KEYCHAIN
    tell(thread, { kind: 'keychain', id, ...answer })
  }

  function replace(thread: Worker): void {
    if (thread !== worker) return
    worker = spawn()
    // It had answered all it took: what still waits was sent to it too late, and never began.
    for (const { message } of waiting.values()) post(message)
    void untilEnded(thread)
  }

  function failWaiting(): void {
    for (const { answer } of waiting.values()) answer({ ok: false, failure: { code: 'LOCKED' } })
    waiting.clear()
  }

  const post = (message: ToEngine) => tell(worker, message)

  return {
    request: (name, input, options) =>
      new Promise((resolve) => {
        const id = nextId++
        const message = { kind: 'request', id, name, input, options } as const
        waiting.set(id, { message, answer: resolve })
        post(message)
      }),
    cancel: (job) => post({ kind: 'cancel', job }),
    painted: () => {
      isPainted = true
      post({ kind: 'painted' })
    },
    close: async (reason) => {
      isClosing = true
      post({ kind: 'close', reason })
      await untilEnded(worker)
    },
  }
}

function tell(thread: Worker, message: ToEngine): void {
  thread.postMessage(message)
}
