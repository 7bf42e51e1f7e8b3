import path from 'node:path'

const running = new Set<string>()

/** True while this program writes an export to a file. */
export const isRunning = (out: string): boolean => running.has(path.resolve(out))

/** Remembers for the time of some work that an export to this file runs. */
export async function whileRunning<T>(out: string, work: () => Promise<T>): Promise<T> {
  const file = path.resolve(out)
  running.add(file)
  try {
    return await work()
  } finally {
    running.delete(file)
  }
}
