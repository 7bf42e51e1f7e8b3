import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where everything that is fetched or built once is kept; VIPDESK_CACHE moves it elsewhere. */
export const CACHE = process.env.VIPDESK_CACHE ? resolve(process.env.VIPDESK_CACHE) : join(ROOT, '.cache')

/** A path inside the project. */
export const inRoot = (...parts) => join(ROOT, ...parts)

/** A path inside the cache. */
export const inCache = (...parts) => join(CACHE, ...parts)

/** A path inside the cache whose folder exists. */
export function newFileInCache(...parts) {
  const file = inCache(...parts)
  mkdirSync(dirname(file), { recursive: true })
  return file
}

/** The folder the person typed the command in; npm itself changes to the project's. */
export function typedIn() {
  return process.env.npm_lifecycle_event && process.cwd() === ROOT ? (process.env.INIT_CWD ?? ROOT) : process.cwd()
}
