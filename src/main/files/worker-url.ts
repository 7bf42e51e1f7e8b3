import { existsSync } from 'node:fs'

/**
 * Address of a thread's program: the TypeScript source beside this file when the source itself runs (Node 24),
 * the bundled entry of that name when bundled; shared code may lie in a folder below the entries.
 */
export function workerUrl(name: string): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL(`./${name}.worker.ts`, here)
  const beside = new URL(`./${name}.worker.js`, here)
  return existsSync(beside) ? beside : new URL(`../${name}.worker.js`, here)
}
