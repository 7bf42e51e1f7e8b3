import { z } from 'zod'
import type { FailureParams } from '../failure.ts'

/** What can be imported from a table. */
export const IMPORT_KINDS = ['members', 'cases', 'calls'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** How a field's cell is read; the screen picks its help text by it. */
export const FIELD_TYPES = [
  'text',
  'choice',
  'day',
  'month',
  'instant',
  'whole',
  'money',
  'mobile',
  'email',
  'document',
  'list',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** Why one cell or row was refused; every code has a sentence in both languages. */
export const REASONS = [
  'required',
  'too-long',
  'bad-characters',
  'formula-error',
  'unknown-choice',
  'not-a-card',
  'not-a-day',
  'not-a-month',
  'not-an-instant',
  'not-a-number',
  'not-whole',
  'negative',
  'too-large',
  'too-precise',
  'not-a-mobile',
  'not-an-email',
  'not-a-document',
  'checksum',
  'in-future',
  'too-early',
  'before-start',
  'contradiction',
  'too-many',
  'ragged',
  'duplicate',
  'unknown-member',
  'unknown-user',
  'unknown-case',
  'conflict',
  'unknown-class',
  'other-row',
  'already-imported',
  'before-imported',
  'handled-here',
] as const
export type Reason = (typeof REASONS)[number]

/** Why a file as a whole was refused, before or while it was read. */
export const FILE_REASONS = [
  'not-found',
  'not-readable',
  'not-a-table',
  'empty',
  'too-large',
  'bad-encoding',
  'bad-quotes',
  'no-header',
  'encrypted',
  'macro',
  'old-format',
  'damaged',
  'unsafe-xml',
  'unsafe-path',
  'inflates-too-much',
  'too-many-rows',
  'too-many-columns',
  'too-many-strings',
  'cell-too-long',
  'no-sheet',
  'too-slow',
  'out-of-memory',
  'cancelled',
] as const
export type FileReason = (typeof FILE_REASONS)[number]

/** A file that was refused: which rule, and where (row and column count from 1, the header being row 1). */
export type FileFailure = {
  code: 'FILE'
  reason: FileReason
  row?: number
  column?: number
  params?: FailureParams
}

/** What a map may name, as `import fields` prints it. */
export const fieldDescription = z.object({
  field: z.string(),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  meaning: z.string(),
})
export type FieldDescription = z.infer<typeof fieldDescription>

const header = z.string().min(1).max(200)
/** Keys that mean something to the language itself would be dropped in silence otherwise. */
const hasSafeKeys = (value: unknown) =>
  typeof value === 'object' && value !== null && !Object.hasOwn(value, '__proto__')
const values = z
  .custom<Record<string, string>>(hasSafeKeys)
  .pipe(z.record(z.string().max(200), z.string().max(200)))
  .refine((map) => Object.keys(map).length <= 500, { message: 'too-many' })
const format = z.string().min(1).max(40)

/** A field taken from one column; `values` translates the file's words, `constant` fills empty cells. */
const fromColumn = z.strictObject({
  column: header,
  format: format.optional(),
  values: values.optional(),
  constant: z.string().max(200).optional(),
})
/** A field put together from several columns, for example year and month by the format `YYYY,M`. */
const fromColumns = z.strictObject({ columns: z.array(header).min(1).max(6), format: format.optional() })
/**
 * A field that is a text with {column headers} in it, for example `Member {Loyalty Number}`; `values` translates the text
 * that comes out, and a word ending in * stands for every text that begins so, the longest first.
 */
const fromTemplate = z.strictObject({ template: z.string().min(1).max(400), values: values.optional() })
/** A field that is the same in every row. */
const fromConstant = z.strictObject({ constant: z.string().max(400) })

export const source = z.union([header, fromColumn, fromColumns, fromTemplate, fromConstant])
/** Where a field's value comes from: a column's header, or one of the longer forms. */
export type Source = z.infer<typeof source>

/** The content of MAP.json: for each field of the desk, where its value comes from. */
export const mapping = z.strictObject({
  columns: z
    .custom<Record<string, Source>>(hasSafeKeys)
    .pipe(z.record(z.string().min(1).max(60), source))
    .refine((map) => Object.keys(map).length <= 200, { message: 'too-many' }),
  /** Name of the sheet in a workbook; the first one when absent. */
  sheet: z.string().min(1).max(100).optional(),
})
export type Mapping = z.infer<typeof mapping>

/** How sure the program is of a proposed source: the header says so, the header is similar, or only the cells look like it. */
export const CONFIDENCES = ['sure', 'likely', 'guess'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const proposal = z.object({
  mapping,
  fields: z.array(z.object({ field: z.string(), confidence: z.enum(CONFIDENCES) })),
  /** Required fields that no column was found for. */
  missing: z.array(z.string()),
  /** Headers that nothing was made of. */
  unused: z.array(z.string()),
})
/** A mapping that the program proposes for a file. */
export type Proposal = z.infer<typeof proposal>

/** One refused cell: row counts from 1 with the header as row 1; field is a field of the desk, or `row`. */
export const rowError = z.object({
  row: z.number().int().min(1),
  field: z.string(),
  reason: z.enum(REASONS),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type RowError = z.infer<typeof rowError>

const fileRow = z.object({ row: z.number().int().min(1), cells: z.array(z.string()) })

/** What a file is, before anything is made of it. */
export const inspection = z.object({
  kind: z.enum(['csv', 'xlsx']),
  fileName: z.string(),
  /** Sheets of a workbook; empty for text. */
  sheets: z.array(z.string()),
  encoding: z.string(),
  delimiter: z.string(),
  headers: z.array(z.string()),
  rows: z.array(fileRow),
  proposal,
})
export type Inspection = z.infer<typeof inspection>

/** What is wrong with a mapping before any row is read. */
export const MAPPING_PROBLEMS = ['unknown-field', 'unknown-column', 'bad-format', 'missing-field'] as const
export const mappingProblem = z.object({ field: z.string(), problem: z.enum(MAPPING_PROBLEMS), detail: z.string() })
export type MappingProblem = z.infer<typeof mappingProblem>

/** What becomes of one row. */
export const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

const count = z.number().int().min(0)

/** The first rows of a file with what the mapping makes of them, and the errors of a larger sample by reason. */
export const preview = z.object({
  problems: z.array(mappingProblem),
  sampled: count,
  created: count,
  updated: count,
  unchanged: count,
  rejected: count,
  reasons: z.array(z.object({ field: z.string(), reason: z.enum(REASONS), count })),
  rows: z.array(
    fileRow.extend({
      outcome: z.enum(ROW_OUTCOMES),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      errors: z.array(rowError),
    }),
  ),
})
export type Preview = z.infer<typeof preview>

/** A report keeps this many errors; the error file has them all. */
export const MAX_REPORTED_ERRORS = 1000

/** What an import did, or would do: read = created + updated + unchanged + rejected. */
export const importReport = z.object({
  read: count,
  created: count,
  updated: count,
  unchanged: count,
  rejected: count,
  errors: z.array(rowError),
})
export type ImportReport = z.infer<typeof importReport>

/** The report as the command line prints it: each error with row, field and reason only. */
export function printedReport(report: ImportReport) {
  const errors = report.errors.map(({ row, field, reason }) => ({ row, field, reason }))
  return { ...report, errors }
}

/** One value that an import changed; `period` is the month of a figure. */
export const fieldChange = z.object({
  field: z.string(),
  period: z.string().optional(),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
})
export type FieldChange = z.infer<typeof fieldChange>
