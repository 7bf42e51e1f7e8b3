import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

/** Nothing is written for so long: what is older was left by a program that was killed. */
const LEFT_MS = 3_600_000

/**
 * Replaces a file so that after a crash or power loss either the old or the new content is there, whole, also when
 * several programs replace it at the same time: the last one stands.
 */
export function writeDurably(path: string, content: Uint8Array): void {
  clearLeft(path)
  // A name shared with another program would let it cut off or take away what this one is writing.
  const temporary = `${path}.${process.pid}-${threadId}.tmp`
  try {
    writeSynced(temporary, content)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** Makes what was written into a file survive power loss. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename or a new name in a folder survive power loss; Windows has no such call and journals names itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function clearLeft(path: string): void {
  const folder = dirname(path)
  const isLeft = (name: string) => name.startsWith(`${basename(path)}.`) && /\.\d+-\d+\.tmp$/.test(name)
  try {
    for (const name of readdirSync(folder).filter(isLeft)) {
      const since = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
      if (since < Date.now() - LEFT_MS) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // A folder that cannot be listed can still be written into; one that is not there is told by the writing itself.
  }
}

function writeSynced(path: string, content: Uint8Array): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    let written = 0
    while (written < content.length) written += writeSync(handle, content, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
