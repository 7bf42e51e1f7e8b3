import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { INFLATION_FLOOR, type TableLimits } from './limits.ts'
import { FileRefused } from './table.ts'

const MAX_ENTRIES = 10_000

/** The parts of a workbook by name, and how to read one while counting what it unpacks to. */
export type Parts = {
  has: (name: string) => boolean
  size: (name: string) => number
  read: (name: string) => AsyncGenerator<Buffer>
  close: () => void
}

/** Opens the ZIP file around a workbook; names that climb out, encryption, macros and lying sizes are refused. */
export async function openParts(path: string, limits: TableLimits): Promise<Parts> {
  const zip = await damagedOr(() =>
    openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }),
  )
  const entries = await damagedOr(() => listEntries(zip))
  const meter = { total: 0 }
  return {
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: (name) => readPart(zip, entries.get(name), meter, limits),
    close: () => zip.close(),
  }
}

/** Errors of the ZIP library are refusals; the text of the one about names is the only way to know it. */
async function damagedOr<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const message = error instanceof Error ? error.message : ''
    const isPath = /invalid (relative path|characters in fileName)|absolute path/.test(message)
    throw new FileRefused(isPath ? 'unsafe-path' : 'damaged')
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new FileRefused('too-large', { params: { parts: zip.entryCount } })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileRefused('encrypted')
    if (/vbaProject\.bin$/i.test(entry.fileName)) throw new FileRefused('macro')
    if (entries.has(entry.fileName)) throw new FileRefused('damaged')
    entries.set(entry.fileName, entry)
  }
  return entries
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  meter: { total: number },
  limits: TableLimits,
): AsyncGenerator<Buffer> {
  if (!entry) throw new FileRefused('not-a-table')
  const most = Math.max(INFLATION_FLOOR, entry.compressedSize * limits.inflationRatio)
  const refuse = () => new FileRefused('inflates-too-much', { params: { part: entry.fileName } })
  if (entry.uncompressedSize > most || entry.uncompressedSize > limits.inflatedBytes) throw refuse()
  const stream = await damagedOr(() => zip.openReadStreamPromise(entry))
  let read = 0
  try {
    for await (const piece of stream) {
      read += piece.length
      meter.total += piece.length
      if (read > most || meter.total > limits.inflatedBytes) throw refuse()
      yield piece
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged')
  } finally {
    stream.destroy()
  }
}
