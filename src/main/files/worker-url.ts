import { existsSync } from 'node:fs'

/**
 * Address of a thread's program, asked for with one's own `import.meta.url`: the TypeScript source beside that file when the
 * source itself runs (Node 24), the bundled entry of that name when bundled; shared code may lie in a folder below the entries.
 */
export function workerUrl(name: string, here: string): URL {
  if (here.endsWith('.ts')) return new URL(`./${name}.worker.ts`, here)
  const beside = new URL(`./${name}.worker.js`, here)
  return existsSync(beside) ? beside : new URL(`../${name}.worker.js`, here)
}
