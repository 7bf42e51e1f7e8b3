import { Worker } from 'node:worker_threads'
import type { FileFailure } from '../../shared/imports/model.ts'
import type { TableLimits } from './limits.ts'
import { type Batch, fileFailure, type Opened, withHeaders } from './table.ts'
import { workerUrl } from './worker-url.ts'
import { MORE, type XlsxMessage, type XlsxTask } from './xlsx-messages.ts'

type Options = { sheet?: string; signal?: AbortSignal }

/** Opens a workbook in a thread of its own that is thrown away afterwards, capped in memory and in silence. */
export async function openXlsx(path: string, bytes: number, limits: TableLimits, options: Options): Promise<Opened> {
  const task: XlsxTask = { path, sheet: options.sheet, limits }
  const worker = new Worker(workerUrl('xlsx', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  const mail = mailbox(worker, limits.stallMs, options.signal)
  const first = await mail.next()
  if (first.kind !== 'open') {
    await worker.terminate()
    return { ok: false, failure: first.kind === 'failed' ? first.failure : fileFailure('damaged') }
  }
  const about = { kind: 'xlsx', bytes, sheets: first.sheets, encoding: 'utf-8', delimiter: '' } as const
  const opened = await withHeaders(xlsxBatches(worker, mail), about)
  if (!opened.ok) await worker.terminate()
  return opened
}

async function* xlsxBatches(worker: Worker, mail: Mailbox): AsyncGenerator<Batch> {
  try {
    for (;;) {
      const message = await mail.next()
      if (message.kind === 'failed') yield { ok: false, failure: message.failure }
      if (message.kind !== 'rows') return
      yield { ok: true, rows: message.rows, share: message.share }
      worker.postMessage(MORE)
    }
  } finally {
    await worker.terminate()
  }
}

type Mailbox = { next: () => Promise<XlsxMessage> }

/** The thread's messages one by one; its death, its silence and a cancelled reading are messages too. */
function mailbox(worker: Worker, stallMs: number, signal: AbortSignal | undefined): Mailbox {
  const waiting: XlsxMessage[] = []
  let wake: (() => void) | undefined
  const put = (message: XlsxMessage) => {
    waiting.push(message)
    wake?.()
  }
  const fail = (failure: FileFailure) => put({ kind: 'failed', failure })
  worker.on('message', put)
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    fail(fileFailure(isMemory ? 'out-of-memory' : 'damaged'))
  })
  const abort = () => fail(fileFailure('cancelled'))
  worker.on('exit', () => {
    signal?.removeEventListener('abort', abort)
    fail(fileFailure('damaged'))
  })
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  const next = async () => {
    const message = waiting.shift()
    if (message) return message
    const timer = setTimeout(() => fail(fileFailure('too-slow', { params: { seconds: stallMs / 1000 } })), stallMs)
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    clearTimeout(timer)
    return waiting.shift() ?? { kind: 'end' }
  }
  return { next }
}
