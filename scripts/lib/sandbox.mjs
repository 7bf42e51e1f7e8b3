import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.mjs'

const SETUID = 0o4000

function hasSetuidHelper(executable) {
  try {
    const { mode, uid } = statSync(join(dirname(executable), 'chrome-sandbox'))
    return uid === 0 && (mode & SETUID) !== 0
  } catch {
    return false
  }
}

/** Why Chromium's sandbox cannot work for this user on this machine: 'root', 'kernel', or null where it does. */
export async function whyNoSandbox(executable) {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0) return 'root'
  if (hasSetuidHelper(executable)) return null
  return (await run('unshare', ['--user', '--map-root-user', 'true'])).code === 0 ? null : 'kernel'
}
