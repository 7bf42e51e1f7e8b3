import { parentPort, workerData } from 'node:worker_threads'
import { faultOf } from '../errors.ts'
import { checkCopy, copyStore } from './copy.ts'
import type { CopyEnd, CopyTask } from './copy-messages.ts'

const { file, dataKey, target }: CopyTask = workerData
const say = (end: CopyEnd) => parentPort?.postMessage(end)

try {
  if (target === null) checkCopy(file, dataKey)
  else copyStore(file, dataKey, target)
  say({ ok: true })
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  say({ ok: false, fault: faultOf(error), code, detail: error instanceof Error ? error.message : String(error) })
} finally {
  dataKey.fill(0)
}
