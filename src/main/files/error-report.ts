import { open, rename, rm } from 'node:fs/promises'
import type { Bilingual } from '../../shared/contract.ts'
import type { RowError } from '../../shared/imports/model.ts'
import { filled, REASON_TEXTS } from '../../shared/imports/reasons.ts'
import type { FileRow, ImportFields } from '../rules/import-mapping.ts'
import { csvLine } from './csv-cell.ts'

export type ErrorReportOptions = {
  headers: readonly string[]
  fields: ImportFields
  language: keyof Bilingual
}

/** A file of refused rows under way; it gets its name only when finished. */
export type ErrorReport = {
  add: (row: FileRow, errors: readonly RowError[]) => Promise<void>
  finish: () => Promise<void>
  discard: () => Promise<void>
}

const HEADS: Record<keyof Bilingual, readonly string[]> = {
  zh: ['行号', '字段', '原因'],
  en: ['Row', 'Field', 'Reason'],
}
const WHOLE_ROW: Bilingual = { zh: '整行', en: 'Row' }
const STOP: Bilingual = { zh: '；', en: '; ' }
const ASCII = /^[ -~]+$/
const BUFFER = 64 * 1024

/** The name people know a field by: its first header in their language. */
export function fieldLabel(fields: ImportFields, field: string, language: keyof Bilingual): string {
  if (field === 'row') return WHOLE_ROW[language]
  const headers = Object.hasOwn(fields, field) ? (fields[field]?.headers ?? []) : []
  return headers.find((header) => ASCII.test(header) === (language === 'en')) ?? field
}

/**
 * Writes the refused rows for people to correct: row number, fields, reasons, then the row as it was.
 * UTF-8 with byte order mark; written under another name, readable by its owner only, and renamed when complete.
 */
export async function openErrorReport(path: string, options: ErrorReportOptions): Promise<ErrorReport> {
  const { fields, language, headers } = options
  const partial = `${path}.partial`
  const file = await open(partial, 'w', 0o600)
  let text = `\ufeff${csvLine([...HEADS[language], ...headers])}`

  const flush = async () => {
    const full = text
    text = ''
    await file.writeFile(full)
  }
  const sentence = (error: RowError) => {
    const params = { ...error.params }
    if (typeof params.other === 'string') params.other = fieldLabel(fields, params.other, language)
    return `${fieldLabel(fields, error.field, language)} ${filled(REASON_TEXTS[error.reason][language], params)}`
  }
  return {
    add: async ({ row, cells }, errors) => {
      const names = [...new Set(errors.map((error) => fieldLabel(fields, error.field, language)))]
      const reasons = errors.map(sentence)
      text += csvLine([String(row), names.join(STOP[language]), reasons.join(STOP[language]), ...cells])
      if (text.length >= BUFFER) await flush()
    },
    finish: async () => {
      await flush()
      await file.sync()
      await file.close()
      await rename(partial, path)
    },
    discard: async () => {
      await file.close()
      await rm(partial, { force: true })
    },
  }
}
