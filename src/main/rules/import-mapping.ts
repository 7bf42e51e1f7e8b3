import type { Bilingual } from '../../shared/contract.ts'
import type { FailureParams } from '../../shared/failure.ts'
import type { FieldType, Mapping, MappingProblem, Reason, RowError, Source } from '../../shared/imports/model.ts'
import { type Cell, type CellContext, type CellKind, type CellReader, no } from './import-cells.ts'

/** One field that an import can fill. */
export type ImportField<T = unknown> = {
  kind: CellKind<T>
  required: boolean
  meaning: Bilingual
  /** Headers that mean this field, in both languages; used to propose a mapping. */
  headers: readonly string[]
}

export type ImportFields = Record<string, ImportField>

/** What one row says, by field. */
export type ValuesOf<F extends ImportFields> = {
  -readonly [K in keyof F]?: F[K] extends ImportField<infer T> ? T : never
}

export type CellProblem = { field: string; reason: Reason; params?: FailureParams }

/** The fields of one kind of import; `complete` fills what follows from other cells and reports contradictions. */
export type FieldSet<F extends ImportFields> = {
  fields: F
  /** The field by which an existing entry is found again. */
  key: keyof F & string
  complete: (values: ValuesOf<F>) => CellProblem[]
}

type Fetch = (cells: readonly string[]) => string
type Step = { field: string; fetch: Fetch; read: CellReader<unknown> }

/** A mapping bound to the headers of one file, ready to run over its rows. */
export type RowMapper<F extends ImportFields> = { set: FieldSet<F>; columns: number; steps: Step[]; required: string[] }

export type MapperOptions = {
  /** Rows may leave out required fields other than the key: an update of members that are already there. */
  isUpdateOnly?: boolean
}

type Compiled<T> = { ok: true; value: T } | { ok: false; problem: MappingProblem['problem']; detail: string }

/** How two headers are compared: width, case, blanks, underscores and a trailing remark in brackets do not count. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:.]/g, '')
}

/** Finds columns by header: exactly as written first, then loosely. */
function columnFinder(headers: readonly string[]): (name: string) => number {
  const exact = new Map<string, number>()
  const loose = new Map<string, number>()
  headers.forEach((header, index) => {
    if (!exact.has(header.trim())) exact.set(header.trim(), index)
    if (!loose.has(headerKey(header))) loose.set(headerKey(header), index)
  })
  return (name) => exact.get(name.trim()) ?? loose.get(headerKey(name)) ?? -1
}

type Find = (name: string) => number

/** Our own error files put ' before anything a spreadsheet would take for a formula; it does not come back in. */
const GUARDED = /^'[\s\uFEFF]*(?:\p{Cc}|[=+\-@＝＋－＠﹢﹣﹦﹫])/u

function cellAt(cells: readonly string[], index: number): string {
  const cell = (cells[index] ?? '').trim()
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1).trim() : cell
}

function fromColumn(find: Find, name: string): Compiled<Fetch> {
  const index = find(name)
  if (index < 0) return { ok: false, problem: 'unknown-column', detail: name }
  return { ok: true, value: (cells) => cellAt(cells, index) }
}

/** Several columns: joined by commas where a format takes them apart, by blanks otherwise; all empty is empty. */
function fromColumns(find: Find, names: readonly string[], joint: string): Compiled<Fetch> {
  const indexes = names.map(find)
  const missing = indexes.findIndex((index) => index < 0)
  if (missing >= 0) return { ok: false, problem: 'unknown-column', detail: names[missing] ?? '' }
  const value: Fetch = (cells) => {
    const parts = indexes.map((index) => cellAt(cells, index))
    return parts.every((part) => part === '') ? '' : parts.join(joint).trim()
  }
  return { ok: true, value }
}

/** A text with {headers} in it; empty when every column it names is empty. */
function fromTemplate(find: Find, template: string): Compiled<Fetch> {
  const parts = template.split(/\{([^{}]+)\}/)
  const indexes = parts.map((part, at) => (at % 2 === 1 ? find(part) : -1))
  const missing = indexes.findIndex((index, at) => at % 2 === 1 && index < 0)
  if (missing >= 0) return { ok: false, problem: 'unknown-column', detail: parts[missing] ?? '' }
  const value: Fetch = (cells) => {
    let text = ''
    let isFilled = parts.length === 1
    for (let at = 0; at < parts.length; at += 1) {
      const part = at % 2 === 1 ? cellAt(cells, indexes[at] ?? -1) : (parts[at] ?? '')
      if (at % 2 === 1 && part !== '') isFilled = true
      text += part
    }
    return isFilled ? text.trim() : ''
  }
  return { ok: true, value }
}

/** Translates the file's words and fills empty cells, as the map says. */
function translated(fetch: Fetch, values: Record<string, string> | undefined, constant: string | undefined): Fetch {
  if (values === undefined && constant === undefined) return fetch
  const words = new Map(Object.entries(values ?? {}))
  return (cells) => {
    const cell = fetch(cells)
    return cell === '' ? (constant ?? '') : (words.get(cell) ?? cell)
  }
}

/** Translates what a template gave: by the whole text, else by the longest beginning that the map names with a * after it. */
function recognised(fetch: Fetch, values: Record<string, string> | undefined): Fetch {
  if (values === undefined) return fetch
  const words = new Map(Object.entries(values))
  const beginnings = [...words]
    .filter(([word]) => word.endsWith('*'))
    .map(([word, meaning]) => ({ beginning: word.slice(0, -1), meaning }))
    .sort((a, b) => b.beginning.length - a.beginning.length)
  return (cells) => {
    const text = fetch(cells)
    if (text === '') return ''
    const known = words.get(text) ?? beginnings.find(({ beginning }) => text.startsWith(beginning))?.meaning
    return known ?? text
  }
}

function fetchOf(find: Find, from: Source): Compiled<Fetch> {
  if (typeof from === 'string') return fromColumn(find, from)
  if ('columns' in from) return fromColumns(find, from.columns, from.format === undefined ? ' ' : ',')
  if ('template' in from) {
    const fetch = fromTemplate(find, from.template)
    return fetch.ok ? { ok: true, value: recognised(fetch.value, from.values) } : fetch
  }
  if ('column' in from) {
    const fetch = fromColumn(find, from.column)
    return fetch.ok ? { ok: true, value: translated(fetch.value, from.values, from.constant) } : fetch
  }
  const { constant } = from
  return { ok: true, value: () => constant }
}

/** Kinds whose cells are few and stand in very many rows. */
const REPEATING: ReadonlySet<FieldType> = new Set(['choice', 'day', 'month'])
const REMEMBERED = 5000

/** A reader that reads a cell once and then knows what it came to. */
function remembered<T>(read: CellReader<T>): CellReader<T> {
  const known = new Map<string, Cell<T>>()
  let today = ''
  return (cell, context) => {
    if (context.today !== today || known.size > REMEMBERED) known.clear()
    today = context.today
    let found = known.get(cell)
    if (!found) {
      found = read(cell, context)
      known.set(cell, found)
    }
    return found
  }
}

/** Binds a mapping to a file's headers, or says everything that is wrong with it. */
export function compileMapping<F extends ImportFields>(
  mapping: Mapping,
  headers: readonly string[],
  set: FieldSet<F>,
  options: MapperOptions = {},
): { ok: true; mapper: RowMapper<F> } | { ok: false; problems: MappingProblem[] } {
  const find = columnFinder(headers)
  const problems: MappingProblem[] = []
  const steps: Step[] = []
  for (const [field, from] of Object.entries(mapping.columns)) {
    const spec = Object.hasOwn(set.fields, field) ? set.fields[field] : undefined
    const format = typeof from === 'object' && 'format' in from ? from.format : undefined
    const read = spec?.kind.reader(format)
    const fetch = fetchOf(find, from)
    if (!spec) problems.push({ field, problem: 'unknown-field', detail: field })
    else if (!read) problems.push({ field, problem: 'bad-format', detail: format ?? '' })
    else if (!fetch.ok) problems.push({ field, problem: fetch.problem, detail: fetch.detail })
    else steps.push({ field, fetch: fetch.value, read: REPEATING.has(spec.kind.type) ? remembered(read) : read })
  }
  if (!Object.hasOwn(mapping.columns, set.key))
    problems.push({ field: set.key, problem: 'missing-field', detail: set.key })
  if (problems.length > 0) return { ok: false, problems }
  const required = Object.keys(set.fields).filter((name) => name === set.key || set.fields[name]?.required)
  return {
    ok: true,
    mapper: { set, columns: headers.length, steps, required: options.isUpdateOnly ? [set.key] : required },
  }
}

/** A row of a file as the reader gives it: its number in the file, the header's row being counted. */
export type FileRow = { row: number; cells: readonly string[] }

/** What a spreadsheet shows for a formula that failed; never somebody's name. */
const HASH = 35
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/

/** Rows that are longer than the header by anything but empty cells, or shorter, have slipped: no cell of theirs can be trusted. */
function isRagged(cells: readonly string[], columns: number): boolean {
  if (cells.length < columns) return true
  for (let at = columns; at < cells.length; at += 1) if (cells[at] !== '') return true
  return false
}

/** Makes of one row what it says, or lists every cell that was refused and why. */
export function applyMapping<F extends ImportFields>(
  { row, cells }: FileRow,
  mapper: RowMapper<F>,
  context: CellContext,
): { ok: true; value: ValuesOf<F> } | { ok: false; errors: RowError[] } {
  if (isRagged(cells, mapper.columns)) {
    const params = { expected: mapper.columns, found: cells.length }
    return { ok: false, errors: [{ row, field: 'row', reason: 'ragged', params }] }
  }
  const values: Record<string, unknown> = {}
  const errors: RowError[] = []
  for (const { field, fetch, read } of mapper.steps) {
    const text = fetch(cells)
    if (text === '') continue
    const isError = text.charCodeAt(0) === HASH && FORMULA_ERROR.test(text)
    const cell: Cell<unknown> = isError ? no('formula-error') : read(text, context)
    if (cell.ok) values[field] = cell.value
    else errors.push({ row, field, reason: cell.reason, ...(cell.params && { params: cell.params }) })
  }
  // The readers were taken from the set itself, so each value has its field's type.
  const draft = values as ValuesOf<F>
  for (const problem of mapper.set.complete(draft)) errors.push({ row, ...problem })
  for (const field of mapper.required) {
    if (draft[field] === undefined && !errors.some((error) => error.field === field)) {
      errors.push({ row, field, reason: 'required' })
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: draft }
}
