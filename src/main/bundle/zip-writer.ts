import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Instant } from '../../shared/time.ts'
import { syncFolder } from '../crypto/durable-file.ts'
import { foldName, isPlainName } from './names.ts'
import type { WritableFile } from './sealed-file.ts'
import { centralDirectory, isLarge, localHeader, MAX_PLAIN, MAX_ZIP_ENTRIES, type ZipEntry } from './zip-layout.ts'

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>
export type Added = { name: string; size: number; sha256: string }

/** An archive being written beside its final place. */
export type ZipWriter = {
  /**
   * Streams a member in. One of 4 GiB or more has another header, so its size (bytes) has to be given with it. Throws
   * RangeError for a bad or double name, for a member that grew so large unannounced, and for one of another size.
   */
  add: (name: string, chunks: Chunks, size?: number) => Promise<Added>
  /** Writes the directory, flushes to disk and puts the archive in its place. */
  finish: () => Promise<void>
  /** Removes what was written; harmless after finish. */
  discard: () => Promise<void>
}

/** Starts an archive of stored (uncompressed) members whose every byte follows from names, contents and this instant. */
export async function createZip(
  path: string,
  createdAt: Instant,
  openFile: (path: string) => Promise<WritableFile> = (name) => open(name, 'w', 0o600),
): Promise<ZipWriter> {
  const temporary = `${path}.part`
  const file = await openFile(temporary)
  const entries: ZipEntry[] = []
  let offset = 0
  return {
    async add(name, chunks, known = 0) {
      checkName(name, entries)
      const start = offset + localHeader({ name, size: known, crc: 0, offset }, createdAt).length
      const { end, crc, sha256 } = await writeChunks(file, start, chunks, isLarge(known) ? known : undefined)
      const entry = { name, size: end - start, crc, offset }
      if (isLarge(known) && entry.size !== known) throw new RangeError(`${name} has not the size that was told`)
      await file.write(localHeader(entry, createdAt), 0, null, offset)
      entries.push(entry)
      offset = end
      return { name, size: entry.size, sha256 }
    },
    async finish() {
      const directory = centralDirectory(entries, offset, createdAt)
      await writeFully(file, directory, offset)
      await file.sync()
      await file.close()
      await rename(temporary, path)
      syncFolder(dirname(path))
    },
    async discard() {
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

function checkName(name: string, entries: readonly ZipEntry[]): void {
  if (!isPlainName(name)) throw new RangeError(`not a plain file name: ${name}`)
  if (entries.some((entry) => foldName(entry.name) === foldName(name))) throw new RangeError(`name used twice: ${name}`)
  if (entries.length >= MAX_ZIP_ENTRIES) throw new RangeError('the archive has too many files')
}

async function writeChunks(file: WritableFile, start: number, chunks: Chunks, most = MAX_PLAIN) {
  const digest = createHash('sha256')
  let [end, crc] = [start, 0]
  for await (const chunk of chunks) {
    if (end + chunk.length - start > most) throw new RangeError('the file is too large for the archive')
    await writeFully(file, chunk, end)
    digest.update(chunk)
    crc = crc32(chunk, crc)
    end += chunk.length
  }
  return { end, crc, sha256: digest.digest('hex') }
}

async function writeFully(file: WritableFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}
