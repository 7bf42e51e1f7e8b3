import type { Instant } from '../../shared/time.ts'

/** One stored member of the archive; everything in its headers follows from these. */
export type ZipEntry = { name: string; size: number; crc: number; offset: number }

export const LOCAL_HEADER_SIZE = 30
export const LOCAL_SIGNATURE = 0x04034b50
/** Archives stay below the size from which zip needs its 64-bit form. */
export const MAX_ZIP_BYTES = 0xffff_fffe
export const MAX_ZIP_ENTRIES = 1000

const CENTRAL_SIGNATURE = 0x02014b50
const END_SIGNATURE = 0x06054b50
const STORED_VERSION = 10
const MADE_BY_UNIX = (3 << 8) | 20
const PLAIN_FILE_RW_R_R = 0o100644 * 0x10000
const DESK_OFFSET = 8 * 3_600_000

/** The header before a member's bytes. */
export function localHeader(entry: ZipEntry, createdAt: Instant): Buffer {
  const bytes = Buffer.alloc(LOCAL_HEADER_SIZE)
  bytes.writeUInt32LE(LOCAL_SIGNATURE, 0)
  writeCommon(bytes.subarray(4), entry, createdAt)
  return Buffer.concat([bytes, Buffer.from(entry.name, 'latin1')])
}

/** All that follows the last member: the central directory and the end record, without comments or extra fields. */
export function centralDirectory(entries: readonly ZipEntry[], offset: number, createdAt: Instant): Buffer {
  const directory = Buffer.concat(entries.map((entry) => centralHeader(entry, createdAt)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([directory, end])
}

function centralHeader(entry: ZipEntry, createdAt: Instant): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(CENTRAL_SIGNATURE, 0)
  bytes.writeUInt16LE(MADE_BY_UNIX, 4)
  writeCommon(bytes.subarray(6), entry, createdAt)
  bytes.writeUInt32LE(PLAIN_FILE_RW_R_R, 38)
  bytes.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([bytes, Buffer.from(entry.name, 'latin1')])
}

/** Version, flags (none), method (stored), time, CRC, both sizes and the name's length: alike in both headers. */
function writeCommon(bytes: Buffer, entry: ZipEntry, createdAt: Instant): void {
  const { time, date } = dosTime(createdAt)
  bytes.writeUInt16LE(STORED_VERSION, 0)
  bytes.writeUInt16LE(time, 6)
  bytes.writeUInt16LE(date, 8)
  bytes.writeUInt32LE(entry.crc, 10)
  bytes.writeUInt32LE(entry.size, 14)
  bytes.writeUInt32LE(entry.size, 18)
  bytes.writeUInt16LE(entry.name.length, 22)
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
