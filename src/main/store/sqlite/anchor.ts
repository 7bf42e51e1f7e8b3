import fs from 'node:fs'
import { sha256 } from '../../crypto/hash.ts'
import type { ChainHead } from '../../rules/audit-chain.ts'

const LENGTH = 128

/**
 * The newest audit head, kept in a small file beside the store and rewritten after every commit.
 * A store that opens with fewer entries than its anchor has lost confirmed writes (a deleted or flipped
 * write-ahead log does that without any error) or was put back to an older copy.
 * It is not flushed per commit: after a power loss it may be behind the store, never ahead of it.
 * A new store starts without one: what an older file of the same name held is not its past.
 */
export function openAnchor(storeFile: string, isNew: boolean): { write: (head: ChainHead) => void; close: () => void } {
  if (isNew) fs.rmSync(anchorFile(storeFile), { force: true })
  const fd = fs.openSync(anchorFile(storeFile), fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600)
  return {
    write: (head) => {
      try {
        fs.writeSync(fd, `${noteOf(head)}\n`.padEnd(LENGTH), 0)
      } catch {
        // The commit stands. An older note says less, and nothing wrong.
      }
    },
    close: () => {
      fs.fsyncSync(fd)
      fs.closeSync(fd)
    },
  }
}

/** The head that was last noted, or undefined when there is no readable note. */
export function readAnchor(storeFile: string): ChainHead | undefined {
  const file = anchorFile(storeFile)
  if (!fs.existsSync(file)) return undefined
  const [line = ''] = fs.readFileSync(file, 'latin1').split('\n')
  const match = /^(\d+) ([0-9a-f]{64})( [0-9a-f]{16})?$/.exec(line)
  if (!match) return undefined
  const head = { sequence: Number(match[1]), hash: match[2] ?? '' }
  return match[3] === undefined || line === noteOf(head) ? head : undefined
}

// With a sum of its own, since a bit of it that flipped would else speak of an entry that never was, and keep everybody out.
// Older programs wrote none.
function noteOf({ sequence, hash }: ChainHead): string {
  const text = `${sequence} ${hash}`
  return `${text} ${sha256(text).slice(0, 16)}`
}

export function anchorFile(storeFile: string): string {
  return `${storeFile}.anchor`
}
