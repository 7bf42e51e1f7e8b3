import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needSpace } from '../disk-space.mjs'

/** What the stores, windows and databases of a whole run take at most, with room to spare. */
const NEEDED = 4e9
const VARIABLES = ['TMPDIR', 'TMP', 'TEMP']
const NAME = /^vip-desk-run-(\d+)-/

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** What a run left that was killed before it could tidy up. */
const leftBehind = (folder) =>
  readdirSync(folder).filter((name) => {
    const pid = NAME.exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  })

/**
 * Does the work with a folder of its own for everything temporary, and removes it whatever happened: the tests make
 * thousands of stores, and a test that fails removes none.
 */
export async function withTestFolder(work) {
  const above = tmpdir()
  for (const name of leftBehind(above)) rmSync(join(above, name), { recursive: true, force: true })
  needSpace(above, NEEDED, { en: 'A run of the tests', zh: '运行测试' })
  const folder = mkdtempSync(join(above, `vip-desk-run-${process.pid}-`))
  // The tests' PostgreSQL runs as a user of its own and has to pass through.
  chmodSync(folder, 0o755)
  const before = VARIABLES.map((name) => [name, process.env[name]])
  for (const name of VARIABLES) process.env[name] = folder
  try {
    return await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
