import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../shared/failure.ts'
import { type FreshMessage, type FreshTask, type FromImport, STOP, WINDOW } from './fresh-messages.ts'
import { bindMapping, openFile } from './open.ts'
import { partsOf } from './parts.ts'
import { bindPlan } from './plan.ts'

const { file, mapping, facts }: FreshTask = workerData

const say = (message: FreshMessage) => parentPort?.postMessage(message)

const stopped = new AbortController()
const { signal } = stopped
let credit = WINDOW
let go: (() => void) | undefined
parentPort?.on('message', (message: FromImport) => {
  if (message === STOP) stopped.abort()
  else credit += 1
  go?.()
})

async function room(): Promise<void> {
  while (credit <= 0) {
    signal.throwIfAborted()
    await new Promise<void>((resolve) => {
      go = resolve
    })
  }
  credit -= 1
}

/** A store that holds nobody yet. */
const NOBODY = { byCard: async () => [], periods: async () => [] }

try {
  const table = await openFile(file, signal, mapping.sheet)
  const bound = bindMapping(mapping, table.headers)
  if (!bound.ok) throw new Error('the file changed while it was read')
  for await (const part of partsOf(table, bindPlan(facts, bound.mapper), NOBODY, signal)) {
    await room()
    say({ kind: 'part', part })
  }
  say({ kind: 'end' })
} catch (error) {
  if (error instanceof Refusal) say({ kind: 'failed', failure: error.failure })
  else if (!signal.aborted) throw error
}
parentPort?.close()
