import { parentPort, workerData } from 'node:worker_threads'
import { FileRefused, fileFailure } from './table.ts'
import { readWorkbook } from './xlsx-book.ts'
import type { XlsxMessage, XlsxTask } from './xlsx-messages.ts'
import { WINDOW } from './xlsx-messages.ts'

const task: XlsxTask = workerData

const say = (message: XlsxMessage) => parentPort?.postMessage(message)

let credit = WINDOW
let go: (() => void) | undefined
parentPort?.on('message', () => {
  credit += 1
  go?.()
})

/** Sends rows, and waits while the reader has enough of them. */
async function send(message: XlsxMessage): Promise<void> {
  while (credit <= 0) {
    await new Promise<void>((resolve) => {
      go = resolve
    })
  }
  credit -= 1
  say(message)
}

try {
  await readWorkbook(task, { open: (sheets) => say({ kind: 'open', sheets }), send })
  say({ kind: 'end' })
} catch (error) {
  say({ kind: 'failed', failure: error instanceof FileRefused ? error.failure : fileFailure('damaged') })
}
parentPort?.close()
