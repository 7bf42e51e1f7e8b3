import path from 'node:path'
import { sideOf } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { ImportRow } from '../../shared/imports/contract.ts'
import type { ImportKind, Mapping } from '../../shared/imports/model.ts'
import type { Language } from '../../shared/session/model.ts'
import { scopeOf } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { type ErrorReport, openErrorReport } from '../files/error-report.ts'
import type { Table } from '../files/table.ts'
import { isNarrow, memberScopeOf } from '../members/reach.ts'
import { callFields } from '../rules/call-fields.ts'
import { caseFields } from '../rules/case-fields.ts'
import type { ImportFields } from '../rules/import-mapping.ts'
import { maskChange } from '../rules/import-masks.ts'
import { describeFields, memberFields } from '../rules/member-fields.ts'
import { importFacts } from './facts.ts'
import { startFresh } from './fresh-thread.ts'
import { previewIntake } from './intake-preview.ts'
import { countMade, findIntake, listIntakes, madeCalls, madeCases } from './intake-queries.ts'
import { importCalls, importCases } from './intake-run.ts'
import { bindMapping, fileSha256, openFile } from './open.ts'
import { type PartSource, partsOf } from './parts.ts'
import { bindPlan, NO_COUNTS } from './plan.ts'
import { inspectFile, previewFile } from './preview.ts'
import { countChanges, findImport, insertImport, listImports, readChanges, storedIn, updateCounts } from './queries.ts'
import { runImport, withFastTables } from './run.ts'
import { countedWithin } from './within.ts'

/** What each kind of table may fill. */
const FIELD_SETS = { members: memberFields, cases: caseFields, calls: callFields } satisfies Record<
  ImportKind,
  ImportFields
>

export const imports: FeatureHandlers<'imports'> = {
  fields: async (_ctx, { kind, language }) => describeFields(FIELD_SETS[kind], sideOf(language)),

  inspect: async (ctx, { file, kind, sheet }) => inspectFile(ctx, file, FIELD_SETS[kind], sheet),

  preview: async (ctx, { file, kind, mapping, rows }) =>
    kind === 'members' ? previewFile(ctx, file, mapping, rows) : previewIntake(ctx, file, kind, mapping, rows),

  cases: importCases,

  calls: importCalls,

  made: async (ctx, place) => {
    const { db } = ctx
    const { kind, created } = found(await findIntake(db, place.importId), 'import')
    const scope = scopeOf(ctx)
    const rows = kind === 'cases' ? await madeCases(db, scope, place) : await madeCalls(db, scope, place)
    const total = isNarrow(scope.members) ? await countMade(db, scope, kind, place.importId) : created
    return { rows, total, next: rows.length === place.limit ? (rows.at(-1)?.row ?? null) : null }
  },

  members: async (ctx, { file, mapping, dryRun, errorsOut, language }) => {
    const { db, now, actor, signal } = ctx
    if (errorsOut !== undefined && path.resolve(errorsOut) === path.resolve(file)) refuse('errors-over-source')
    const table = await openFile(file, signal, mapping.sheet)
    let report: ErrorReport | undefined
    let source: PartSource | undefined
    try {
      const mapper = mapperOf(mapping, table)
      const facts = await importFacts(ctx, mapping, dryRun)
      const { importId: id } = facts
      source =
        facts.isFirst && table.bytes > WORTH_A_THREAD
          ? startFresh({ file, mapping, facts }, signal)
          : { parts: partsOf(table, bindPlan(facts, mapper), storedIn(db), signal), close: async () => {} }
      const { parts } = source
      const fileName = path.basename(file)
      const sha256 = await fileSha256(file, signal)
      report = errorsOut === undefined ? undefined : await openReport(errorsOut, table, language)
      const about = { fileName, fileSha256: sha256, mapping: JSON.stringify(mapping) }
      if (!dryRun) await insertImport(db, { id, kind: 'members', at: now, actorId: actor.id, ...about, ...NO_COUNTS })
      const result = await withFastTables(ctx, facts, language, () => runImport(ctx, facts, parts, report))
      const { errors, ...counts } = result
      if (!dryRun) await updateCounts(db, id, counts)
      ctx.note({ import: { id: dryRun ? null : id, fileName, sha256, ...counts } })
      await report?.finish()
      report = undefined
      return { id: dryRun ? null : id, ...counts, errors }
    } finally {
      await report?.discard()
      await source?.close()
      await table.close()
    }
  },

  list: async (ctx, { limit }) => {
    const { db } = ctx
    const scope = scopeOf(ctx)
    const rows = [...(await listImports(db, limit)), ...(await listIntakes(db, limit))].sort((a, b) => b.at - a.at)
    const counted: ImportRow[] = []
    for (const row of rows.slice(0, limit)) counted.push(await countedWithin(db, scope, row))
    return counted
  },

  changes: async (ctx, place) => {
    const { db } = ctx
    const stored = found(await findImport(db, place.importId), 'import')
    const scope = memberScopeOf(ctx)
    const { created, updated } = isNarrow(scope) ? await countChanges(db, scope, place.importId) : stored
    const total = { all: created + updated, created, updated }[place.kind]
    const rows = total === 0 ? [] : await readChanges(db, scope, place)
    const next = rows.length === place.limit ? (rows.at(-1)?.row ?? null) : null
    return { rows: rows.map((row) => ({ ...row, changes: row.changes.map(maskChange) })), total, next }
  },
}

/** Starting a thread takes as long as reading so many bytes here. */
const WORTH_A_THREAD = 500_000

/** The mapping bound to the file, or a refusal that names the first thing wrong with it. */
function mapperOf(mapping: Mapping, table: Table) {
  const bound = bindMapping(mapping, table.headers)
  if (bound.ok) return bound.mapper
  const [first] = bound.problems
  refuse(`mapping-${first?.problem ?? 'missing-field'}`, {
    field: first?.field ?? '',
    detail: first?.detail ?? '',
    count: bound.problems.length,
  })
}

async function openReport(out: string, { headers }: Table, language: Language): Promise<ErrorReport> {
  try {
    return await openErrorReport(out, { headers, fields: memberFields, language: sideOf(language) })
  } catch {
    refuse('errors-not-writable')
  }
}
