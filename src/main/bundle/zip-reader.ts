import type { Instant } from '../../shared/time.ts'
import { foldName, isPlainName } from './names.ts'
import type { ReadableFile } from './sealed-file.ts'
import {
  centralDirectory,
  isZipTime,
  LOCAL_HEADER_SIZE,
  LOCAL_SIGNATURE,
  localHeader,
  MAX_ZIP_ENTRIES,
  sizeIn,
  type ZipEntry,
} from './zip-layout.ts'

/** A member with the place of its bytes in the archive. */
export type ReadEntry = ZipEntry & { start: number }
/** The members in their order and where the directory begins, or why this is no archive of ours. */
export type Scan = { ok: true; entries: ReadEntry[]; end: number } | { ok: false; detail: string }

const CHUNK = 256 * 1024
const LINE_FEED = 0x0a

/** Walks the members from the first byte on; trusts no directory, so that no two readers can see different files. */
export async function scanZip(file: ReadableFile, size: number): Promise<Scan> {
  const entries: ReadEntry[] = []
  const names = new Set<string>()
  let offset = 0
  for (;;) {
    const header = await readAt(file, offset, LOCAL_HEADER_SIZE, size)
    if (!header || header.readUInt32LE(0) !== LOCAL_SIGNATURE) return { ok: true, entries, end: offset }
    const nameBytes = await readAt(file, offset + LOCAL_HEADER_SIZE, header.readUInt16LE(26), size)
    const name = nameBytes?.toString('latin1') ?? ''
    if (!isPlainName(name)) return { ok: false, detail: 'a file has a name that is not allowed' }
    if (names.has(foldName(name))) return { ok: false, detail: `${name} is there twice` }
    if (entries.length >= MAX_ZIP_ENTRIES) return { ok: false, detail: 'too many files' }
    const nameEnd = offset + LOCAL_HEADER_SIZE + name.length
    const extra = await readAt(file, nameEnd, header.readUInt16LE(28), size)
    const told = extra && sizeIn(header, extra)
    if (!extra || told === undefined) return { ok: false, detail: `the header of ${name} was changed` }
    const start = nameEnd + extra.length
    const entry = { name, size: told, crc: header.readUInt32LE(14), offset, start }
    if (start + entry.size > size) return { ok: false, detail: `${name} claims more bytes than there are` }
    names.add(foldName(name))
    entries.push(entry)
    offset = start + entry.size
  }
}

/** What is not as our writer would have written it: a header, the directory, or bytes after it; undefined when all is. */
export async function findForeignBytes(
  file: ReadableFile,
  size: number,
  { entries, end }: { entries: readonly ReadEntry[]; end: number },
  createdAt: Instant,
): Promise<string | undefined> {
  // The moment comes from the manifest, which may be what was changed.
  if (!isZipTime(createdAt)) return 'the moment it was made is none that an archive can have'
  for (const entry of entries) {
    const header = localHeader(entry, createdAt)
    const found = await readAt(file, entry.offset, header.length, size)
    if (!found?.equals(header)) return `the header of ${entry.name} was changed`
  }
  const directory = centralDirectory(entries, end, createdAt)
  if (size - end !== directory.length) return 'the archive was cut or has bytes added'
  const found = await readAt(file, end, directory.length, size)
  return found?.equals(directory) ? undefined : "the archive's directory was changed"
}

/** A member's bytes in pieces. */
export async function* readEntry(file: ReadableFile, entry: ReadEntry): AsyncGenerator<Buffer> {
  for (let at = 0; at < entry.size; at += CHUNK) {
    const length = Math.min(CHUNK, entry.size - at)
    const piece = await readAt(file, entry.start + at, length, entry.start + entry.size)
    if (!piece) throw new Error('the file became shorter while it was read')
    yield piece
  }
}

/** A small member's bytes at once. */
export async function readWhole(file: ReadableFile, entry: ReadEntry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of readEntry(file, entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Text lines ended by LF alone (readline also splits at U+2028); a line longer than the limit comes as an empty one. */
export async function* splitLines(pieces: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const piece of pieces) {
    rest = Buffer.concat([rest, piece])
    let from = 0
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, from)) {
      yield end - from > maxBytes ? '' : rest.toString('utf8', from, end)
      from = end + 1
    }
    rest = rest.subarray(from)
    if (rest.length > maxBytes) break
  }
  if (rest.length > 0) yield rest.length > maxBytes ? '' : rest.toString('utf8')
}

async function readAt(file: ReadableFile, offset: number, length: number, size: number): Promise<Buffer | undefined> {
  if (offset + length > size) return undefined
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) return undefined
    done += bytesRead
  }
  return bytes
}
