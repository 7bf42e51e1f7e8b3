import type { Worker } from 'node:worker_threads'

/** One statement may run this long before its thread is ended all the same. */
const LONGEST_GOODBYE_MS = 10_000

/**
 * Waits until a thread that was told to end has done so. A thread that is ended from outside while it loads or reads
 * can take the whole program with it, so that is only done to one that does not end by itself within ten seconds.
 */
export async function untilEnded(thread: Worker): Promise<void> {
  if (thread.threadId === -1) return
  const timer = setTimeout(() => void thread.terminate(), LONGEST_GOODBYE_MS)
  await new Promise((resolve) => thread.once('exit', resolve))
  clearTimeout(timer)
}
