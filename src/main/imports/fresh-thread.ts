import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../shared/failure.ts'
import { untilEnded } from '../engine/end-thread.ts'
import { workerUrl } from '../files/worker-url.ts'
import { type FreshMessage, type FreshTask, type FromImport, MORE, STOP } from './fresh-messages.ts'
import type { Part, PartSource } from './parts.ts'

/** Rows are short-lived: with room to die young they are never copied. */
const YOUNG_MB = 192

/**
 * Reads a file that goes into a store without members. Reading, checking and the sounds of names cost as much as
 * storing, and need nothing of the store, so a thread of its own does them meanwhile.
 */
export function startFresh(task: FreshTask, signal: AbortSignal): PartSource {
  const worker = new Worker(workerUrl('fresh', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // Whoever reads the mail hears of an error; when nobody does any more it must not end the program.
  worker.on('error', () => {})
  const mail: AsyncIterable<FreshMessage[]> = on(worker, 'message', { signal, close: ['exit'] })
  return {
    parts: partsFrom(worker, mail),
    close: async () => {
      worker.postMessage(STOP satisfies FromImport)
      await untilEnded(worker)
    },
  }
}

async function* partsFrom(worker: Worker, mail: AsyncIterable<FreshMessage[]>): AsyncGenerator<Part> {
  for await (const [message] of mail) {
    if (message?.kind === 'end') return
    if (message?.kind === 'failed') throw new Refusal(message.failure)
    if (message) yield message.part
    worker.postMessage(MORE satisfies FromImport)
  }
  throw new Error('the thread of an import ended by itself')
}
