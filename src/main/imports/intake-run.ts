import path from 'node:path'
import { sideOf } from '../../shared/contract.ts'
import { refuse } from '../../shared/failure.ts'
import type { ImportReport, Mapping } from '../../shared/imports/model.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { type ErrorReport, openErrorReport } from '../files/error-report.ts'
import type { Table } from '../files/table.ts'
import { callImport } from '../rules/call-fields.ts'
import { caseImport } from '../rules/case-fields.ts'
import { compileMapping, type FieldSet, type ImportFields, type RowMapper } from '../rules/import-mapping.ts'
import { callRecords } from './call-records.ts'
import { caseRecords } from './case-records.ts'
import { insertIntake, updateIntake } from './intake-queries.ts'
import { fileSha256, openFile } from './open.ts'
import { NO_COUNTS } from './plan.ts'
import { importRecords, type RecordKind } from './records.ts'

type Asked = {
  file: string
  mapping: Mapping
  dryRun: boolean
  errorsOut?: string | undefined
  language: Language
}
type Done = ImportReport & { id: string | null }

/** The mapping bound to a file's headers, or a refusal that names the first thing wrong with it. */
export function boundTo<F extends ImportFields>(mapping: Mapping, { headers }: Table, set: FieldSet<F>): RowMapper<F> {
  const bound = compileMapping(mapping, headers, set)
  if (bound.ok) return bound.mapper
  const [first] = bound.problems
  refuse(`mapping-${first?.problem ?? 'missing-field'}`, {
    field: first?.field ?? '',
    detail: first?.detail ?? '',
    count: bound.problems.length,
  })
}

/** A map that names the time of each row's event describes a log: several rows may tell of one case. */
export const isLog = ({ columns }: Mapping): boolean => Object.hasOwn(columns, 'eventAt')

/** Cases of another system with their own times. */
export async function importCases(ctx: Ctx, asked: Asked): Promise<Done> {
  return runIntake(ctx, asked, 'cases', caseImport, (mapper, importId) =>
    caseRecords(ctx, mapper, { importId, isLog: isLog(asked.mapping) }),
  )
}

/** Calls of another system with their own times. */
export async function importCalls(ctx: Ctx, asked: Asked): Promise<Done> {
  return runIntake(ctx, asked, 'calls', callImport, (mapper, importId) => callRecords(ctx, mapper, importId))
}

async function runIntake<F extends ImportFields, P>(
  ctx: Ctx,
  { file, mapping, dryRun, errorsOut, language }: Asked,
  kind: 'cases' | 'calls',
  set: FieldSet<F>,
  recordsOf: (mapper: RowMapper<F>, importId: string) => Promise<RecordKind<F, P>>,
): Promise<Done> {
  const { db, now, actor, signal } = ctx
  if (errorsOut !== undefined && path.resolve(errorsOut) === path.resolve(file)) refuse('errors-over-source')
  const table = await openFile(file, signal, mapping.sheet)
  let report: ErrorReport | undefined
  try {
    const id = ctx.newId()
    const records = await recordsOf(boundTo(mapping, table, set), id)
    const fileName = path.basename(file)
    const sha256 = await fileSha256(file, signal)
    report = errorsOut === undefined ? undefined : await openReport(errorsOut, table, set.fields, language)
    const about = { fileName, fileSha256: sha256, mapping: JSON.stringify(mapping) }
    if (!dryRun) await insertIntake(db, { id, kind, at: now, actorId: actor.id, ...about, ...NO_COUNTS })
    const { errors, ...counts } = await importRecords(ctx, records, table, { isDry: dryRun, report })
    if (!dryRun) await updateIntake(db, id, counts)
    ctx.note({ import: { id: dryRun ? null : id, kind, fileName, sha256, ...counts } })
    await report?.finish()
    report = undefined
    return { id: dryRun ? null : id, ...counts, errors }
  } finally {
    await report?.discard()
    await table.close()
  }
}

async function openReport(
  out: string,
  { headers }: Table,
  fields: ImportFields,
  language: Language,
): Promise<ErrorReport> {
  try {
    return await openErrorReport(out, { headers, fields, language: sideOf(language) })
  } catch {
    refuse('errors-not-writable')
  }
}
