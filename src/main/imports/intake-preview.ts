import type { ImportKind, Mapping, Preview } from '../../shared/imports/model.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Table } from '../files/table.ts'
import { callImport } from '../rules/call-fields.ts'
import { caseImport } from '../rules/case-fields.ts'
import { compileMapping, type FieldSet, type ImportFields } from '../rules/import-mapping.ts'
import { callRecords } from './call-records.ts'
import { caseRecords } from './case-records.ts'
import { isLog } from './intake-run.ts'
import { firstRows, openFile } from './open.ts'
import { byReason, EMPTY, JUDGED } from './preview.ts'
import { type JudgedRow, previewRecords, type RecordKind } from './records.ts'

/** Judges the first rows of a file of cases or calls as the import will, and stores nothing. */
export async function previewIntake(
  ctx: Ctx,
  file: string,
  kind: Exclude<ImportKind, 'members'>,
  mapping: Mapping,
  shown: number,
): Promise<Preview> {
  const table = await openFile(file, ctx.signal, mapping.sheet)
  try {
    if (kind === 'calls')
      return await judged(ctx, table, mapping, callImport, (mapper) => callRecords(ctx, mapper, ''), shown)
    const about = { importId: '', isLog: isLog(mapping) }
    return await judged(ctx, table, mapping, caseImport, (mapper) => caseRecords(ctx, mapper, about), shown)
  } finally {
    await table.close()
  }
}

async function judged<F extends ImportFields, P>(
  ctx: Ctx,
  table: Table,
  mapping: Mapping,
  set: FieldSet<F>,
  recordsOf: (mapper: Parameters<typeof previewRecords<F, P>>[0]['mapper']) => Promise<RecordKind<F, P>>,
  shown: number,
): Promise<Preview> {
  const bound = compileMapping(mapping, table.headers, set)
  if (!bound.ok) return { problems: bound.problems, ...EMPTY }
  const sample = await firstRows(table, ctx.signal, JUDGED)
  const rows = await previewRecords(await recordsOf(bound.mapper), sample)
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return {
    problems: [],
    sampled: sample.length,
    ...counts,
    reasons: byReason(rows),
    rows: rows.slice(0, shown).map(toRow),
  }
}

function toRow({ file, outcome, values = {}, errors }: JudgedRow): Preview['rows'][number] {
  const shown: Preview['rows'][number]['values'] = {}
  for (const [field, value] of Object.entries(values))
    if (typeof value === 'string' || typeof value === 'number') shown[field] = value
  return { row: file.row, cells: [...file.cells], outcome, values: shown, errors: [...errors] }
}
