import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import type { FileFailure } from '../../shared/imports/model.ts'
import { fileFailure } from './table.ts'

export type TextEncoding = 'utf-8' | 'gb18030'

/** What a text file turned out to be, and its first characters, by which its delimiter is found. */
export type TextKind = { ok: true; encoding: TextEncoding; sample: string } | { ok: false; failure: FileFailure }

const PIECE = 1024 * 1024
const SAMPLE_BYTES = 65_536
const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/** Reads the whole file once, strictly: UTF-8 when every byte fits, GB18030 when that fits and the two are not mixed. */
export async function textKind(path: string): Promise<TextKind> {
  const head = await firstBytes(path)
  if (UTF16.some((mark) => head.subarray(0, 2).equals(mark))) return bad('utf-16')
  if (isBinary(head.subarray(0, 4096))) return { ok: false, failure: fileFailure('not-a-table') }
  if (await isAllUtf8(path)) return { ok: true, encoding: 'utf-8', sample: decoder('utf-8').write(head) }
  const failure = await checkGb18030(path)
  if (failure && head.includes(0)) return { ok: false, failure: fileFailure('not-a-table') }
  return failure ? { ok: false, failure } : { ok: true, encoding: 'gb18030', sample: decoder('gb18030').write(head) }
}

/** NULs in the header or in great number are no table; a few among the cells are faults of their rows. */
function isBinary(head: Buffer): boolean {
  const first = head.indexOf(0)
  if (first < 0) return false
  const lineEnd = head.findIndex((byte) => byte === 10 || byte === 13)
  if (lineEnd < 0 || first < lineEnd) return true
  let count = 0
  for (const byte of head) if (byte === 0) count += 1
  return count > Math.max(FEW, head.length * BINARY)
}

/** Share of NULs that texts do not have: programs and pictures have more, and UTF-16 has every other byte. */
const BINARY = 0.02
const FEW = 8

function bad(found: string): TextKind {
  return { ok: false, failure: fileFailure('bad-encoding', { params: { found } }) }
}

/** Decodes in pieces; half characters wait for the next piece. The byte order mark is left out. */
export function decoder(encoding: TextEncoding): { write: (bytes: Buffer) => string; end: () => string } {
  if (encoding === 'gb18030') {
    const gb = iconv.getDecoder('gb18030')
    return { write: (bytes) => gb.write(bytes), end: () => gb.end() ?? '' }
  }
  const utf8 = new TextDecoder('utf-8')
  return { write: (bytes) => utf8.decode(bytes, { stream: true }), end: () => utf8.decode() }
}

async function firstBytes(path: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of createReadStream(path, { end: SAMPLE_BYTES - 1 })) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Bytes at the end of a piece that may be the beginning of a longer UTF-8 character. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back
  }
  return 0
}

async function isAllUtf8(path: string): Promise<boolean> {
  let carried = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = carried.length > 0 ? Buffer.concat([carried, piece]) : piece
    const cut = bytes.length - openTail(bytes)
    if (!isUtf8(bytes.subarray(0, cut))) return false
    carried = Buffer.from(bytes.subarray(cut))
  }
  return isUtf8(carried)
}

/** A line in UTF-8 inside a GB18030 file happens by chance about once in 20,000 short names, so a few are let through. */
const CHANCE = 0.001
/** Lead bytes of three-byte UTF-8, where Chinese is. */
const WIDE = /[\xe0-\xef][\x80-\xbf]{2}/

/** What the lines of a file that is not UTF-8 are, counted as they pass; rows are lines here. */
class LineCensus {
  readonly #gb = decoder('gb18030')
  #row = 0
  #wide = 0
  #utf8 = 0
  #firstUtf8 = 0
  #firstOther = 0
  #firstBroken = 0

  add(line: Buffer): void {
    this.#row += 1
    const fits = isUtf8(line)
    if (fits && isAscii(line)) return
    this.#wide += 1
    if (fits && WIDE.test(line.toString('latin1'))) {
      this.#utf8 += 1
      this.#firstUtf8 ||= this.#row
    } else this.#firstOther ||= this.#row
  }

  /** Decodes whole lines together; the row of a broken one is looked for only when there is one. */
  decode(lines: Buffer, firstRow: number): void {
    if (this.#firstBroken > 0) return
    const text = this.#gb.write(lines)
    const broken = text.indexOf('\ufffd')
    if (broken >= 0) this.#firstBroken = firstRow + text.slice(0, broken).split('\n').length - 1
  }

  get rows(): number {
    return this.#row
  }

  /** Why it is not GB18030 either; of two mixed encodings the row of the rarer one is named. */
  verdict(): FileFailure | undefined {
    if (this.#gb.end() !== '') this.#firstBroken ||= this.#row
    if (this.#utf8 > this.#wide * CHANCE) {
      const row = this.#utf8 * 2 > this.#wide ? this.#firstOther : this.#firstUtf8
      return fileFailure('bad-encoding', { row, params: { found: 'mixed' } })
    }
    if (this.#firstBroken === 0) return undefined
    return fileFailure('bad-encoding', { row: this.#firstBroken, params: { found: 'unknown' } })
  }
}

const LONGEST_LINE = 16 * PIECE

/** Why a file that is not UTF-8 is not GB18030 either: bytes that mean nothing, or lines in UTF-8 among the others. */
async function checkGb18030(path: string): Promise<FileFailure | undefined> {
  const census = new LineCensus()
  let carried: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes: Buffer = carried.length > 0 ? Buffer.concat([carried, piece]) : piece
    const firstRow = census.rows + 1
    let at = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, at)) {
      census.add(bytes.subarray(at, end + 1))
      at = end + 1
    }
    census.decode(bytes.subarray(0, at), firstRow)
    carried = Buffer.from(bytes.subarray(at))
    if (carried.length > LONGEST_LINE) return fileFailure('cell-too-long')
  }
  if (carried.length > 0) census.add(carried)
  if (carried.length > 0) census.decode(carried, census.rows)
  return census.verdict()
}
