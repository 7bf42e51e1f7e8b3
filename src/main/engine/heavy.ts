import { Worker } from 'node:worker_threads'
import { type Failure, never, Refusal } from '../../shared/failure.ts'
import { StoreError } from '../store/errors.ts'
import type { Desk, OpenStore } from './desk.ts'
import { untilEnded } from './end-thread.ts'
import type { BaseCtx } from './handler.ts'
import type { FromReader, HeavyQuery, ReaderStart, ToReader } from './heavy-messages.ts'

/** Runs heavy queries in a thread of their own, so that none ever delays a look-up. */
export type HeavyReader = {
  run(query: HeavyQuery, follow: { signal: AbortSignal; progress: BaseCtx['progress'] }): Promise<unknown>
  /** Ends the thread and with it all it has read; whoever waits for an answer gets this failure. */
  close(failure?: Failure): Promise<void>
}

type Waiting = {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
  progress: BaseCtx['progress']
  query: HeavyQuery
  /** Whether a thread has died over it already: what kills two of them is not asked a third time. */
  isAgain: boolean
}

/**
 * A reader for an open store, or null where heavy queries stay in the engine's own thread: in tests and on the command
 * line, and with an engine that reads concurrently by itself. The thread starts with the first heavy query; one that died
 * is replaced, and what it was asked is asked once more: a query changes nothing. Then refuses with reading-ended.
 */
export function openHeavyReader(desk: Desk, open: Omit<OpenStore, 'heavy'>): HeavyReader | null {
  const { readerThread } = desk.host
  if (!readerThread || !open.reader) return null
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let isClosed = false
  let worker: Worker | undefined

  function start(program: URL): Worker {
    const data = startData(desk, open)
    const thread = new Worker(program, { workerData: data, transferList: [data.dataKey.buffer] })
    thread.on('message', (message: FromReader) => onMessage(waiting, message))
    thread.on('error', (error) => desk.host.log('reader', error))
    thread.on('exit', () => {
      if (thread !== worker) return
      worker = undefined
      if (!isClosed) desk.host.log('reader', new Error('the reading thread ended'))
      for (const [id, asked] of [...waiting]) askAgain(program, id, asked)
    })
    return thread
  }

  function askAgain(program: URL, id: number, asked: Waiting): void {
    if (!isClosed && !asked.isAgain) {
      asked.isAgain = true
      worker ??= start(program)
      worker.postMessage({ kind: 'run', id, query: asked.query } satisfies ToReader)
      return
    }
    waiting.delete(id)
    asked.reject(new Refusal(isClosed ? { code: 'LOCKED' } : { code: 'RULE', rule: 'reading-ended', params: {} }))
  }

  return {
    run: (query, { signal, progress }) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        worker ??= start(readerThread)
        const id = nextId++
        const post = (message: ToReader) => worker?.postMessage(message)
        // Whoever cancels is answered at once; the thread stops at its next batch.
        const cancel = () => {
          waiting.delete(id)
          post({ kind: 'cancel', id })
          reject(signal.reason)
        }
        const settle =
          <T>(end: (value: T) => void) =>
          (value: T) => {
            signal.removeEventListener('abort', cancel)
            end(value)
          }
        signal.addEventListener('abort', cancel)
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject), progress, query, isAgain: false })
        post({ kind: 'run', id, query })
      }),
    close: async (failure = { code: 'LOCKED' }) => {
      isClosed = true
      const thread = worker
      if (!thread) return
      for (const { reject } of waiting.values()) reject(new Refusal(failure))
      waiting.clear()
      thread.postMessage({ kind: 'close' } satisfies ToReader)
      await untilEnded(thread)
    },
  }
}

function onMessage(waiting: Map<number, Waiting>, message: FromReader): void {
  const asked = waiting.get(message.id)
  if (!asked) return
  if (message.kind === 'progress') {
    asked.progress(message.done, message.total, message.note)
    return
  }
  waiting.delete(message.id)
  if (message.kind === 'answer') asked.resolve(message.value)
  else asked.reject(errorOf(message))
}

function errorOf(message: Exclude<FromReader, { kind: 'answer' | 'progress' }>): Error {
  switch (message.kind) {
    case 'refused':
      return new Refusal(message.failure)
    case 'fault':
      return new StoreError(message.fault)
    case 'failed':
      return new Error(message.detail)
    default:
      return never(message)
  }
}

function startData(desk: Desk, open: Omit<OpenStore, 'heavy'>): ReaderStart {
  const { keys, storeId, isDemo, autoLockMinutes } = open
  if (desk.address.engine !== 'sqlite') throw new Error('only a store file has a reading thread')
  return {
    address: desk.address.path,
    // A copy of its own, for the thread takes it away.
    dataKey: new Uint8Array(keys.dataKey),
    storeId,
    isDemo,
    autoLockMinutes,
    keyring: keys.keyring,
    publicKey: keys.signing.publicKey,
    keyId: keys.signing.keyId,
    versions: desk.host.versions,
  }
}
