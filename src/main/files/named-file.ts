import fs from 'node:fs'
import path from 'node:path'
import { type Failure, Refusal } from '../../shared/failure.ts'

const MB = 1024 * 1024
const PIECE = 65_536

/** Not there; a folder, a pipe or a device; closed to this person; larger than is read. */
type Fault = 'missing' | 'not-plain' | 'closed' | 'too-large'

/**
 * Why a file that somebody named is not read, in its name; undefined where nothing is wrong. It is looked at and not
 * opened: a pipe or a device may never end, and the opening of a pipe alone may never come back.
 */
export async function namedFileFault(file: string, most: number): Promise<Failure | undefined> {
  const about = await fs.promises.stat(file).catch(missing)
  if (!about) return failure(file, 'missing')
  if (!about.isFile()) return failure(file, 'not-plain')
  if (about.size > most) return tooLarge(file, most)
  const isOpen = await fs.promises.access(file, fs.constants.R_OK).then(
    () => true,
    () => false,
  )
  return isOpen ? undefined : failure(file, 'closed')
}

/** Refuses a file that is none, is closed to this person or is larger than so many bytes, before it is opened. */
export async function mustBeNamedFile(file: string, most: number): Promise<void> {
  const fault = await namedFileFault(file, most)
  if (fault) throw new Refusal(fault)
}

/** The text of a file, without its byte order mark; never more than so many bytes are read, also of one that grows. */
export function readNamedText(file: string, most: number): string {
  const handle = fs.openSync(file, 'r')
  try {
    const pieces: Buffer[] = []
    for (let size = 0; ; ) {
      const piece = Buffer.alloc(PIECE)
      const read = fs.readSync(handle, piece)
      if (read === 0)
        return Buffer.concat(pieces)
          .toString('utf8')
          .replace(/^\ufeff/, '')
      size += read
      if (size > most) throw new Refusal(tooLarge(file, most))
      pieces.push(piece.subarray(0, read))
    }
  } finally {
    fs.closeSync(handle)
  }
}

// What else the system says of the place is told in the words for places.
function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}

function failure(file: string, fault: Fault, about: { max?: number } = {}): Failure {
  return { code: 'RULE', rule: `named-file-${fault}`, params: { name: path.basename(file), ...about } }
}

const tooLarge = (file: string, most: number) => failure(file, 'too-large', { max: Math.floor(most / MB) })
