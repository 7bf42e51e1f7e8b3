import { Unzip, UnzipInflate } from 'fflate'
import type { FileKind } from './manifest.ts'

/** Counts the rows of a data file while its bytes pass; `rows` gives null for documents and -1 for broken content. */
export type RowCounter = { take: (piece: Uint8Array) => void; rows: () => number | null }

/** The counter for a kind of file; every kind is counted from the bytes alone. */
export function rowCounter(kind: FileKind): RowCounter {
  if (kind === 'csv') return csvCounter()
  if (kind === 'jsonl') return lineCounter()
  if (kind === 'json') return jsonCounter()
  if (kind === 'xlsx') return xlsxCounter()
  return { take: () => undefined, rows: () => null }
}

const LINE_FEED = 0x0a
const QUOTE = 0x22

/** Records after the header; a line end between quotes belongs to its cell (RFC 4180). */
function csvCounter(): RowCounter {
  let [records, isQuoted, last] = [0, false, LINE_FEED]
  return {
    take(piece) {
      for (const byte of piece) {
        if (byte === QUOTE) isQuoted = !isQuoted
        else if (byte === LINE_FEED && !isQuoted) records += 1
        last = byte
      }
    },
    rows: () => (isQuoted || last !== LINE_FEED ? -1 : records - 1),
  }
}

function lineCounter(): RowCounter {
  let [lines, last] = [0, LINE_FEED]
  return {
    take(piece) {
      for (const byte of piece) if (byte === LINE_FEED) lines += 1
      last = piece.at(-1) ?? last
    },
    rows: () => (last === LINE_FEED ? lines : -1),
  }
}

function jsonCounter(): RowCounter {
  const pieces: Uint8Array[] = []
  return {
    take: (piece) => pieces.push(piece),
    rows() {
      try {
        const value: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'))
        return Array.isArray(value) ? value.length : 1
      } catch {
        return -1
      }
    },
  }
}

/** Rows of all sheets without their heads: unpacked and counted while the bytes pass, nothing is kept. */
function xlsxCounter(): RowCounter {
  let [rows, isBroken] = [0, false]
  const unzip = new Unzip((part) => {
    if (!part.name.startsWith('xl/worksheets/')) return
    rows -= 1
    const count = signCounter(ROW_START)
    part.ondata = (error, bytes) => {
      if (error) isBroken = true
      else rows += count(bytes)
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  return {
    take(piece) {
      if (isBroken) return
      try {
        unzip.push(piece)
      } catch {
        isBroken = true
      }
    },
    rows: () => (isBroken ? -1 : rows),
  }
}

const ROW_START = Buffer.from('<row r="')

/** Counts a sequence of bytes that may lie across two pieces. */
function signCounter(sign: Buffer): (piece: Uint8Array) => number {
  let rest = Buffer.alloc(0)
  return (piece) => {
    const bytes = Buffer.concat([rest, piece])
    let found = 0
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) found += 1
    rest = bytes.subarray(Math.max(0, bytes.length - sign.length + 1))
    return found
  }
}
