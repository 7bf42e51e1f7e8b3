import { Worker } from 'node:worker_threads'
import { workerUrl } from '../../files/worker-url.ts'
import { StoreError } from '../errors.ts'
import type { CopyEnd, CopyTask } from './copy-messages.ts'

/** copyStore in a thread of its own: a large store takes seconds, and calls go on meanwhile. Throws what it throws. */
export const copyInThread = (file: string, dataKey: Uint8Array, target: string): Promise<void> =>
  runThread({ file, dataKey: new Uint8Array(dataKey), target })

/** checkCopy in a thread of its own. Throws what it throws. */
export const checkInThread = (file: string, dataKey: Uint8Array): Promise<void> =>
  runThread({ file, dataKey: new Uint8Array(dataKey), target: null })

async function runThread(task: CopyTask): Promise<void> {
  const thread = new Worker(workerUrl('copy', import.meta.url), {
    workerData: task,
    transferList: [task.dataKey.buffer],
    env: {},
  })
  const end = await new Promise<CopyEnd>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new StoreError('backup-failed')))
  })
  if (end.ok) return
  if (end.fault) throw new StoreError(end.fault)
  throw Object.assign(new Error(end.detail), { code: end.code })
}
