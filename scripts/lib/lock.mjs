import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { CACHE, inCache } from './paths.mjs'
import { say } from './say.mjs'

const FILE = inCache('set-up.lock')
const WAIT_MS = 500

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A link either appears with the owner's number in it, or somebody else's is there. */
function tryTake() {
  mkdirSync(CACHE, { recursive: true })
  const own = `${FILE}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, FILE)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

function ownerIsGone() {
  try {
    const owner = Number(readFileSync(FILE, 'utf8'))
    return owner > 0 && !isAlive(owner)
  } catch {
    return false
  }
}

/** Lets only one set-up of this project work at a time; a lock whose owner has ended is taken over. */
export async function alone(work) {
  for (let waited = 0; !tryTake(); waited += WAIT_MS) {
    if (ownerIsGone()) rmSync(FILE, { force: true })
    else if (waited === 0) say('  … another set-up is at work here, waiting for it 等待另一个安装过程')
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  const release = () => rmSync(FILE, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
