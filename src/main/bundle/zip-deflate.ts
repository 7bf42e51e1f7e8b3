import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { AsyncFlateStreamHandler, Zip, ZipInputFile } from 'fflate'

const DEFLATE = 8
/** Packed bytes come out in pieces of this size: each is a call back into this thread. */
const CHUNK = 256 * 1024
/** Rows of a sheet repeat themselves so much that level 6 takes twice the time of this one for a tenth fewer bytes. */
const LEVEL = 3
// The oldest day a zip can hold: the same content gives the same bytes.
const NO_TIME = new Date(1980, 0, 1)

/** A file that is being written into an archive. */
export type DeflatedFile = {
  /** Takes the next bytes; waits for those before them, so that some are packed while the next are made. */
  write: (bytes: Uint8Array) => Promise<void>
  /** Packs what is left. */
  end: () => Promise<void>
}

/** Begins a file in an archive of `fflate`, packed by Node's own code beside this thread instead of by script in it. */
export function deflatedFile(zip: Zip, filename: string): DeflatedFile {
  const file: ZipInputFile = { filename, size: 0, crc: 0, compression: DEFLATE, mtime: NO_TIME }
  zip.add(file)
  const tell: AsyncFlateStreamHandler = (error, bytes, isLast) => file.ondata?.(error, bytes, isLast)
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK })
  deflate.on('data', (bytes: Uint8Array<ArrayBuffer>) => tell(null, bytes, false))
  const isDone = finished(deflate)
  // It fails where it is waited for.
  isDone.catch(() => {})
  let before = Promise.resolve()
  return {
    write: async (bytes) => {
      file.size += bytes.length
      file.crc = crc32(bytes, file.crc)
      const last = before
      before = new Promise((resolve, reject) => deflate.write(bytes, (error) => (error ? reject(error) : resolve())))
      before.catch(() => {})
      await last
    },
    end: async () => {
      deflate.end()
      await isDone
      tell(null, new Uint8Array(0), true)
    },
  }
}
