import { type FileHandle, open } from 'node:fs/promises'
import type { FileFailure } from '../../shared/imports/model.ts'
import { openCsv } from './csv-table.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import { fileFailure, type Opened } from './table.ts'
import { openXlsx } from './xlsx-table.ts'

export type TableOptions = {
  /** Sheet of a workbook; the first visible one when absent. */
  sheet?: string
  limits?: Partial<TableLimits>
  signal?: AbortSignal
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Opens a CSV file or an XLSX workbook, told apart by content and not by name.
 * What is wrong with the file comes back as a value, at once or as the last batch.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Opened> {
  const limits = { ...TABLE_LIMITS, ...options.limits }
  const looked = await look(path)
  if ('code' in looked) return { ok: false, failure: looked }
  const { head, bytes } = looked
  if (bytes === 0) return { ok: false, failure: fileFailure('empty') }
  if (bytes > limits.bytes)
    return { ok: false, failure: fileFailure('too-large', { params: { bytes, max: limits.bytes } }) }
  if (head.subarray(0, 8).equals(OLE)) {
    return { ok: false, failure: fileFailure(head.includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'old-format') }
  }
  const magic = head.subarray(0, 4)
  if (magic.equals(ZIP) || magic.equals(EMPTY_ZIP)) return openXlsx(path, bytes, limits, options)
  return openCsv(path, bytes, limits, options.signal)
}

/** Size and first bytes of a file; an encrypted workbook names its package within them. */
async function look(path: string): Promise<{ head: Buffer; bytes: number } | FileFailure> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, 65_536))
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return { head: head.subarray(0, bytesRead), bytes: size }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return fileFailure(isMissing ? 'not-found' : 'not-readable')
  } finally {
    await file?.close()
  }
}
