import { parentPort, workerData } from 'node:worker_threads'
import { wipe } from './crypto/sodium.ts'
import type { FromReader, HeavyQuery, ReaderStart, ToReader } from './engine/heavy-messages.ts'
import { describeError, readerDesk, runHeavy } from './engine/heavy-run.ts'
import { openSqliteReader } from './store/sqlite/open.ts'

const port = parentPort
if (!port) throw new Error('the reader runs in a worker thread')
const send = (message: FromReader) => port.postMessage(message)

const { dataKey, ...start }: ReaderStart = workerData
const store = openSqliteReader(start.address, dataKey)
wipe(dataKey)

const running = new Map<number, AbortController>()
const answers = new Set<Promise<void>>()

port.on('message', (message: ToReader) => {
  if (message.kind === 'cancel') running.get(message.id)?.abort()
  else if (message.kind === 'close') void end()
  else {
    const asked = answer(message.id, message.query).finally(() => answers.delete(asked))
    answers.add(asked)
  }
})

/** Stops what runs at its next batch, closes the connection and lets the thread run out. */
async function end(): Promise<void> {
  for (const controller of running.values()) controller.abort()
  await Promise.allSettled(answers)
  await store.close()
  port?.close()
}

async function answer(id: number, query: HeavyQuery): Promise<void> {
  const controller = new AbortController()
  running.set(id, controller)
  try {
    const value = await runHeavy(readerDesk(start, store, query), store, query, {
      signal: controller.signal,
      progress: (done, total, note) => send({ kind: 'progress', id, done, total, note }),
    })
    send({ kind: 'answer', id, value })
  } catch (error) {
    send(describeError(id, error))
  } finally {
    running.delete(id)
  }
}
