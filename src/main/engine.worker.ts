import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { DEMO_JOB } from '../shared/bridge.ts'
import type { SessionStatus } from '../shared/session/model.ts'
import type { Host } from './engine/desk.ts'
import type { Engine } from './engine/engine.ts'
import { statusOf } from './session/status.ts'
import type { EngineWorkerData, FromEngine, ToEngine } from './shell/engine-messages.ts'
import { keychainClient } from './shell/keychain-client.ts'
import { parseAddress } from './store/address.ts'
import { newId } from './store/new-id.ts'

const HEARTBEAT_MS = 1000

const port = parentPort
if (!port) throw new Error('the engine runs in a worker thread')
const data: EngineWorkerData = workerData
const send = (message: FromEngine) => port.postMessage(message)

const keychain = keychainClient(send)
const host: Omit<Host, 'passwordCost'> = {
  now: Date.now,
  // Node's own steady clock stands still while a Linux computer sleeps; the time since the start goes on.
  steady: () => Math.round(os.uptime() * 1000),
  newId,
  log: (message, error) =>
    send({ kind: 'log', message, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  push: (push) => send({ kind: 'push', push }),
  versions: data.versions,
  keychain: keychain.keychain,
  readerThread: new URL(import.meta.url.endsWith('.ts') ? './reader.worker.ts' : './reader.worker.js', import.meta.url),
}

let engine: Engine | undefined
let ready: Promise<Engine> | undefined
let heartbeat: NodeJS.Timeout | undefined

/** The engine, read and made when it is first needed or there is time; a demo desk also fills its own store the first time. */
function readyEngine(): Promise<Engine> {
  ready ??= makeEngine()
  return ready
}

async function makeEngine(): Promise<Engine> {
  const { createEngine, DEFAULT_COST, ensureDemoStore } = await import('./engine/whole.ts')
  const made = createEngine(data.address, { ...host, passwordCost: DEFAULT_COST })
  engine = made
  if (data.isDemo) await ensureDemoStore(data.address, Date.now(), tellDemoProgress)
  heartbeat = setInterval(beat, HEARTBEAT_MS)
  return made
}

function tellDemoProgress(share: number): void {
  const progress = { job: DEMO_JOB, done: Math.round(share * 100), total: 100, note: null }
  send({ kind: 'push', push: { kind: 'progress', progress } })
}

/**
 * What the first window asks first. Until then nothing is open, so it needs no engine, and the sign-in screen
 * does not wait for one. Undefined for a demo desk that has to make its store.
 */
async function firstStatus(): Promise<SessionStatus | undefined> {
  const status = await statusOf({ address: parseAddress(data.address), open: null, session: null, host }, Date.now())
  return data.isDemo && status.state === 'none' ? undefined : status
}

let wasOpen = false
/** Requests that have not been answered yet. */
let asked = 0
let isBeating = false
let isPainted = false
let isStatusAnswered = false

/**
 * Tells the shell when the store has been closed, and runs out: what this thread remembers goes with it.
 * Ended from outside, it can take the whole program with it. It first answers all it was asked: a lock closes the store
 * before its own answer is out.
 */
function endWhenClosed(): void {
  if (asked > 0 || isBeating) return
  const isOpen = engine !== undefined && engine.desk.open !== null
  if (wasOpen && !isOpen) {
    send({ kind: 'closed' })
    clearInterval(heartbeat)
    port?.close()
  }
  wasOpen = isOpen
}

port.on('message', async (message: ToEngine) => {
  if (message.kind === 'cancel') {
    engine?.cancel(message.job)
    return
  }
  if (message.kind === 'keychain') return keychain.hear(message)
  if (message.kind === 'close') return end(message.reason)
  if (message.kind === 'painted') {
    isPainted = true
    return readWhenPainted()
  }
  asked += 1
  try {
    await answer(message)
  } finally {
    asked -= 1
    endWhenClosed()
  }
})

async function answer({ id, name, input, options }: Extract<ToEngine, { kind: 'request' }>): Promise<void> {
  const status = name === 'session.status' && ready === undefined ? await firstStatus() : undefined
  if (!status) {
    const whole = await readyEngine()
    return send({ kind: 'answer', id, result: await whole.request(name, input, options) })
  }
  send({ kind: 'answer', id, result: { ok: true, value: status } })
  isStatusAnswered = true
  await readWhenPainted()
}

/**
 * Reads the program once a sign-in screen is in sight, so that it is there before a password is typed: read earlier, it
 * would take the processor from the window that is being painted.
 */
async function readWhenPainted(): Promise<void> {
  if (isPainted && isStatusAnswered) await readyEngine()
}

/** Ends the thread for good. It first reads its program to the end: cut off in that, it would take everything with it. */
async function end(reason: string): Promise<void> {
  await ready?.catch(() => {})
  await engine?.close(reason)
  clearInterval(heartbeat)
  send({ kind: 'ended' })
  port?.close()
}

async function beat(): Promise<void> {
  if (isBeating) return
  isBeating = true
  try {
    await engine?.heartbeat()
  } finally {
    isBeating = false
    endWhenClosed()
  }
}
