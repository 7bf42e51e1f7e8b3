import type { Instant } from '../../shared/time.ts'

/** One stored member of the archive; everything in its headers follows from these. */
export type ZipEntry = { name: string; size: number; crc: number; offset: number }

export const LOCAL_HEADER_SIZE = 30
export const LOCAL_SIGNATURE = 0x04034b50
/** Sizes and places up to here stand in 32 bits; from the next byte on they take zip's 64-bit form. */
export const MAX_PLAIN = 0xffff_fffe
export const MAX_ZIP_ENTRIES = 1000

const IN_EXTRA = 0xffff_ffff
const LARGE_FIELD = 0x0001
/** Bytes of the extra field of a large member's local header: its number, its length, the size twice. */
export const LARGE_EXTRA_SIZE = 20

const CENTRAL_SIGNATURE = 0x02014b50
const END_SIGNATURE = 0x06054b50
const LARGE_END_SIGNATURE = 0x06064b50
const LARGE_END_SIZE = 56
const LARGE_PLACE_SIGNATURE = 0x07064b50
const LARGE_PLACE_SIZE = 20
const STORED_VERSION = 10
const LARGE_VERSION = 45
const MADE_BY_UNIX = (3 << 8) | 20
const PLAIN_FILE_RW_R_R = 0o100644 * 0x10000
const DESK_OFFSET = 8 * 3_600_000

/** Whether a member of this size (bytes) needs the 64-bit form; its header is longer then, so it has to be known beforehand. */
export function isLarge(size: number): boolean {
  return size > MAX_PLAIN
}

/** The header before a member's bytes. */
export function localHeader(entry: ZipEntry, createdAt: Instant): Buffer {
  const bytes = Buffer.alloc(LOCAL_HEADER_SIZE)
  const extra = isLarge(entry.size) ? largeField([entry.size, entry.size]) : Buffer.alloc(0)
  bytes.writeUInt32LE(LOCAL_SIGNATURE, 0)
  writeCommon(bytes.subarray(4), entry, createdAt, extra)
  return Buffer.concat([bytes, Buffer.from(entry.name, 'latin1'), extra])
}

/** The size that a member's local header tells, which stands in its extra field when it is large; undefined for another form. */
export function sizeIn(header: Buffer, extra: Buffer): number | undefined {
  const size = header.readUInt32LE(18)
  if (size !== IN_EXTRA) return extra.length === 0 ? size : undefined
  if (extra.length !== LARGE_EXTRA_SIZE) return undefined
  const large = extra.readBigUInt64LE(4)
  return large > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(large)
}

/** All that follows the last member: the central directory and the end record, without comments. */
export function centralDirectory(entries: readonly ZipEntry[], offset: number, createdAt: Instant): Buffer {
  const directory = Buffer.concat(entries.map((entry) => centralHeader(entry, createdAt)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(inPlain(offset), 16)
  return Buffer.concat([
    directory,
    ...(isLarge(offset) ? [largeEnd(entries.length, directory.length, offset)] : []),
    end,
  ])
}

/** The 64-bit end record, and the record that tells where it is. */
function largeEnd(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(LARGE_END_SIZE + LARGE_PLACE_SIZE)
  bytes.writeUInt32LE(LARGE_END_SIGNATURE, 0)
  bytes.writeBigUInt64LE(BigInt(LARGE_END_SIZE - 12), 4)
  bytes.writeUInt16LE((3 << 8) | LARGE_VERSION, 12)
  bytes.writeUInt16LE(LARGE_VERSION, 14)
  bytes.writeBigUInt64LE(BigInt(count), 24)
  bytes.writeBigUInt64LE(BigInt(count), 32)
  bytes.writeBigUInt64LE(BigInt(size), 40)
  bytes.writeBigUInt64LE(BigInt(offset), 48)
  bytes.writeUInt32LE(LARGE_PLACE_SIGNATURE, LARGE_END_SIZE)
  bytes.writeBigUInt64LE(BigInt(offset + size), LARGE_END_SIZE + 8)
  bytes.writeUInt32LE(1, LARGE_END_SIZE + 16)
  return bytes
}

function centralHeader(entry: ZipEntry, createdAt: Instant): Buffer {
  const bytes = Buffer.alloc(46)
  const sizes = isLarge(entry.size) ? [entry.size, entry.size] : []
  const extra = largeField([...sizes, ...(isLarge(entry.offset) ? [entry.offset] : [])])
  bytes.writeUInt32LE(CENTRAL_SIGNATURE, 0)
  bytes.writeUInt16LE(MADE_BY_UNIX, 4)
  writeCommon(bytes.subarray(6), entry, createdAt, extra)
  bytes.writeUInt32LE(PLAIN_FILE_RW_R_R, 38)
  bytes.writeUInt32LE(inPlain(entry.offset), 42)
  return Buffer.concat([bytes, Buffer.from(entry.name, 'latin1'), extra])
}

/** The extra field with the numbers that do not fit in 32 bits, in the order of APPNOTE 4.5.3; nothing where all fit. */
function largeField(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0)
  const bytes = Buffer.alloc(4 + numbers.length * 8)
  bytes.writeUInt16LE(LARGE_FIELD, 0)
  bytes.writeUInt16LE(numbers.length * 8, 2)
  for (const [n, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + n * 8)
  return bytes
}

function inPlain(number: number): number {
  return isLarge(number) ? IN_EXTRA : number
}

/** Version, flags (none), method (stored), time, CRC, both sizes, the lengths of name and extra field: alike in both headers. */
function writeCommon(bytes: Buffer, entry: ZipEntry, createdAt: Instant, extra: Buffer): void {
  const { time, date } = dosTime(createdAt)
  bytes.writeUInt16LE(extra.length > 0 ? LARGE_VERSION : STORED_VERSION, 0)
  bytes.writeUInt16LE(time, 6)
  bytes.writeUInt16LE(date, 8)
  bytes.writeUInt32LE(entry.crc, 10)
  bytes.writeUInt32LE(inPlain(entry.size), 14)
  bytes.writeUInt32LE(inPlain(entry.size), 18)
  bytes.writeUInt16LE(entry.name.length, 22)
  bytes.writeUInt16LE(extra.length, 24)
}

/** Whether an archive can name a moment: its form counts years from 1980 in seven bits. */
export function isZipTime(at: Instant): boolean {
  const year = new Date(at + DESK_OFFSET).getUTCFullYear()
  return year >= 1980 && year < 1980 + 128
}

/** The desk's wall clock (UTC+8) in MS-DOS form, to two seconds. */
function dosTime(createdAt: Instant): { time: number; date: number } {
  const wall = new Date(createdAt + DESK_OFFSET)
  const time = (wall.getUTCHours() << 11) | (wall.getUTCMinutes() << 5) | (wall.getUTCSeconds() >> 1)
  const date = ((wall.getUTCFullYear() - 1980) << 9) | ((wall.getUTCMonth() + 1) << 5) | wall.getUTCDate()
  return { time, date }
}
