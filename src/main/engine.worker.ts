import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { DEMO_JOB } from '../shared/bridge.ts'
import { DEFAULT_COST } from './crypto/keyring.ts'
import { ensureDemoStore } from './demo/ensure.ts'
import { createEngine } from './engine/engine.ts'
import type { EngineWorkerData, FromEngine, ToEngine } from './shell/engine-messages.ts'

const HEARTBEAT_MS = 1000

const port = parentPort
if (!port) throw new Error('the engine runs in a worker thread')
const data: EngineWorkerData = workerData
const send = (message: FromEngine) => port.postMessage(message)

const engine = createEngine(data.address, {
  now: Date.now,
  newId: randomUUID,
  log: (message, error) =>
    send({ kind: 'log', message, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  push: (push) => send({ kind: 'push', push }),
  versions: data.versions,
  passwordCost: DEFAULT_COST,
  readerThread: new URL(import.meta.url.endsWith('.ts') ? './reader.worker.ts' : './reader.worker.js', import.meta.url),
})

// A demo desk fills its own store the first time; questions wait until it is there.
const ready = data.isDemo ? ensureDemoStore(data.address, Date.now(), tellDemoProgress) : Promise.resolve()

function tellDemoProgress(share: number): void {
  const progress = { job: DEMO_JOB, done: Math.round(share * 100), total: 100, note: null }
  send({ kind: 'push', push: { kind: 'progress', progress } })
}

let wasOpen = false

/** Tells the shell when the store has been closed, so that this thread and all it remembers can be ended. */
function tellWhenClosed(): void {
  const isOpen = engine.desk.open !== null
  if (wasOpen && !isOpen) send({ kind: 'closed' })
  wasOpen = isOpen
}

port.on('message', async (message: ToEngine) => {
  if (message.kind === 'cancel') {
    engine.cancel(message.job)
    return
  }
  if (message.kind === 'close') {
    await engine.close(message.reason)
    send({ kind: 'ended' })
    return
  }
  await ready
  const result = await engine.request(message.name, message.input, message.options)
  send({ kind: 'answer', id: message.id, result })
  tellWhenClosed()
})

let isBeating = false
setInterval(async () => {
  if (isBeating) return
  isBeating = true
  try {
    await engine.heartbeat()
  } finally {
    isBeating = false
    tellWhenClosed()
  }
}, HEARTBEAT_MS)
