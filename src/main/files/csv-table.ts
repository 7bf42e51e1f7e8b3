import { createReadStream } from 'node:fs'
import { decoder, type TextEncoding, textKind } from './csv-encoding.ts'
import { recordSplitter } from './csv-records.ts'
import type { TableLimits } from './limits.ts'
import { type Batch, FileRefused, type Opened, refusedFile, withHeaders } from './table.ts'

const PIECE = 256 * 1024
const DELIMITERS = [',', ';', '\t']

/** Opens a text table: its encoding and delimiter are found out, then its rows stream with flat memory. */
export async function openCsv(path: string, bytes: number, limits: TableLimits, signal?: AbortSignal): Promise<Opened> {
  const kind = await textKind(path)
  if (!kind.ok) return kind
  const delimiter = delimiterOf(kind.sample)
  const batches = csvBatches({ path, bytes, encoding: kind.encoding, delimiter, limits, signal })
  return withHeaders(batches, { kind: 'csv', bytes, sheets: [], encoding: kind.encoding, delimiter })
}

/** The delimiter that divides the header into most cells; a comma when there is only one column. */
export function delimiterOf(sample: string): string {
  const header =
    sample
      .replace(/^\ufeff?[\r\n]+/, '')
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/[\r\n]/, 1)[0] ?? ''
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

type CsvSource = {
  path: string
  bytes: number
  encoding: TextEncoding
  delimiter: string
  limits: TableLimits
  signal: AbortSignal | undefined
}

async function* csvBatches({ path, bytes, encoding, delimiter, limits, signal }: CsvSource): AsyncGenerator<Batch> {
  const text = decoder(encoding)
  const records = recordSplitter(delimiter, limits)
  let read = 0
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      if (signal?.aborted) throw new FileRefused('cancelled')
      const isFirst = read === 0
      read += piece.length
      const written = text.write(piece)
      const rows = records.push(isFirst ? written.replace(/^\ufeff/, '') : written, false)
      yield { ok: true, rows, share: Math.min(1, read / bytes) }
    }
    yield { ok: true, rows: records.push(text.end(), true), share: 1 }
  } catch (error) {
    yield error instanceof FileRefused ? { ok: false, failure: error.failure } : refusedFile('not-readable')
  }
}
