import type { Confidence, Proposal, Source } from '../../shared/imports/model.ts'
import type { CellContext } from './import-cells.ts'
import { headerKey, type ImportFields } from './import-mapping.ts'

type Found = { field: string; column: number; confidence: Confidence }

/** How many sample cells a proposal looks at, and the share of them that must be readable. */
const SAMPLE = 200
const READABLE = 0.8

/** Kinds whose cells betray them even under a header nobody knows. */
const TELLING = new Set(['mobile', 'email'])

function columnCells(rows: readonly (readonly string[])[], column: number): string[] {
  const cells = rows.slice(0, SAMPLE).map((row) => (row[column] ?? '').trim())
  return cells.filter((cell) => cell !== '')
}

/** True when most of a column's cells can be read as the field (an empty column contradicts nothing). */
function isReadable(fields: ImportFields, field: string, cells: readonly string[], context: CellContext): boolean {
  const read = fields[field]?.kind.reader()
  if (!read || cells.length === 0) return true
  return cells.filter((cell) => read(cell, context).ok).length >= cells.length * READABLE
}

/** Compares headers as wholes first, then without what stands in brackets, then by the known header they contain. */
function byHeader(fields: ImportFields, headers: readonly string[]): Found[] {
  const known = Object.entries(fields).flatMap(([field, spec]) => {
    return [field, ...spec.headers].map((header) => ({ field, key: headerKey(header) }))
  })
  const exact = new Map(known.toReversed().map(({ field, key }) => [key, field]))
  const contained = known.filter(({ key }) => key.length >= (/^[ -~]*$/.test(key) ? 5 : 2))
  contained.sort((a, b) => b.key.length - a.key.length)
  return headers.flatMap((header, column): Found[] => {
    const key = headerKey(header)
    const sure = exact.get(key) ?? exact.get(key.replace(/[(（[【].*$/, ''))
    if (sure) return [{ field: sure, column, confidence: 'sure' }]
    const likely = contained.find((candidate) => key.includes(candidate.key))
    return likely ? [{ field: likely.field, column, confidence: 'likely' }] : []
  })
}

/** Fields recognised by their cells alone, in columns that no header claimed. */
function byCells(
  fields: ImportFields,
  rows: readonly (readonly string[])[],
  free: number[],
  context: CellContext,
): Found[] {
  const telling = Object.keys(fields).filter((field) => TELLING.has(fields[field]?.kind.type ?? ''))
  return free.flatMap((column): Found[] => {
    const cells = columnCells(rows, column)
    const field = cells.length > 0 ? telling.find((name) => isReadable(fields, name, cells, context)) : undefined
    return field ? [{ field, column, confidence: 'guess' }] : []
  })
}

/** The formats tried for a day that is not written year first: taken only when they read every cell and no other does. */
const FORMATS = ['DD/MM/YYYY', 'MM/DD/YYYY', 'D/M/YYYY', 'M/D/YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY', 'MM-DD-YYYY']

function formatFor(
  fields: ImportFields,
  field: string,
  cells: readonly string[],
  context: CellContext,
): string | undefined {
  const kind = fields[field]?.kind
  if (kind?.type !== 'day' || cells.length === 0) return undefined
  const fitting = FORMATS.filter((format) => {
    const read = kind.reader(format)
    return read !== undefined && cells.every((cell) => read(cell, context).ok)
  })
  const orders = new Set(fitting.map((format) => format.replace(/(.)\1+/g, '$1')))
  return orders.size === 1 ? fitting[0] : undefined
}

const YEAR = /^(.*?)[\s_]*(?:year|年份|年)$/i
const MONTH = /^(.*?)[\s_]*(?:month|月份|月)$/i

/** A day or month given as two columns, `Enrollment Year` and `Enrollment Month`: both columns, and the field they mean. */
function byYearAndMonth(
  fields: ImportFields,
  headers: readonly string[],
): Array<{ field: string; columns: [number, number] }> {
  const pairs = headers.flatMap((header, year) => {
    const stem = YEAR.exec(header.trim())?.[1]
    if (stem === undefined) return []
    const month = headers.findIndex((other) => MONTH.exec(other.trim())?.[1] === stem)
    return month < 0 ? [] : [{ stem, columns: [year, month] satisfies [number, number] }]
  })
  return pairs.flatMap(({ stem, columns }) => {
    const field = Object.keys(fields).find((name) => {
      const spec = fields[name]
      if (stem === '') return spec?.kind.type === 'month'
      const starts = [`${stem} date`, `${stem}日期`, `${stem}时间`].map(headerKey)
      return spec?.kind.type === 'day' && spec.headers.some((header) => starts.includes(headerKey(header)))
    })
    return field ? [{ field, columns }] : []
  })
}

/** Proposes where each field comes from, by the headers and a sample of the rows, and says how sure it is. */
export function detectMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  fields: ImportFields,
  context: CellContext,
): Proposal {
  const columns: Record<string, Source> = {}
  const confidences: Proposal['fields'] = []
  const taken = new Set<number>()
  const take = (field: string, from: Source, used: readonly number[], confidence: Confidence) => {
    if (Object.hasOwn(columns, field) || used.some((column) => taken.has(column))) return
    columns[field] = from
    confidences.push({ field, confidence })
    for (const column of used) taken.add(column)
  }
  for (const { field, columns: pair } of byYearAndMonth(fields, headers)) {
    take(field, { columns: pair.map((at) => headers[at] ?? ''), format: 'YYYY,M' }, pair, 'sure')
  }
  const found = byHeader(fields, headers)
  const free = () => headers.map((_, column) => column).filter((column) => !taken.has(column))
  for (const confidence of ['sure', 'likely'] as const) {
    for (const { field, column } of found.filter((one) => one.confidence === confidence)) {
      const header = headers[column] ?? ''
      const cells = columnCells(sampleRows, column)
      const isSound = isReadable(fields, field, cells, context)
      const format = isSound ? undefined : formatFor(fields, field, cells, context)
      const grade = isSound || format !== undefined ? confidence : 'guess'
      if (confidence === 'sure' || grade !== 'guess')
        take(field, format ? { column: header, format } : header, [column], grade)
    }
  }
  for (const { field, column } of byCells(fields, sampleRows, free(), context))
    take(field, headers[column] ?? '', [column], 'guess')
  const isNameMade = Object.hasOwn(columns, 'familyName') && Object.hasOwn(columns, 'givenName')
  const missing = Object.keys(fields).filter((name) => {
    return fields[name]?.required && !Object.hasOwn(columns, name) && !(name === 'name' && isNameMade)
  })
  return { mapping: { columns }, fields: confidences, missing, unused: free().map((column) => headers[column] ?? '') }
}
