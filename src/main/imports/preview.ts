import path from 'node:path'
import type { Inspection, Mapping, Preview, Reason, RowError } from '../../shared/imports/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { detectMapping } from '../rules/import-detect.ts'
import type { ImportFields } from '../rules/import-mapping.ts'
import { dayAt } from '../rules/zone.ts'
import { importFacts } from './facts.ts'
import { intake, type Judged } from './intake.ts'
import { bindMapping, firstRows, openFile } from './open.ts'
import { bindPlan } from './plan.ts'
import { storedIn } from './queries.ts'

/** Rows that a proposal looks at, and rows that are shown of them. */
const LOOKED_AT = 200
const SHOWN = 20
/** Rows that a preview judges, so that rare errors show too. */
export const JUDGED = 2000

export async function inspectFile(
  ctx: Ctx,
  file: string,
  fields: ImportFields,
  sheet: string | undefined,
): Promise<Inspection> {
  const table = await openFile(file, ctx.signal, sheet)
  try {
    const rows = await firstRows(table, ctx.signal, LOOKED_AT)
    const cells = rows.map((row) => row.cells)
    const proposal = detectMapping(table.headers, cells, fields, { today: dayAt(DESK_ZONE, ctx.now) })
    const { kind, sheets, encoding, delimiter, headers } = table
    const mapping = { ...proposal.mapping, ...(sheet === undefined ? {} : { sheet }) }
    const shown = rows.slice(0, SHOWN).map((row) => ({ row: row.row, cells: [...row.cells] }))
    return {
      kind,
      fileName: path.basename(file),
      sheets,
      encoding,
      delimiter,
      headers,
      rows: shown,
      proposal: { ...proposal, mapping },
    }
  } finally {
    await table.close()
  }
}

export const EMPTY = { sampled: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, reasons: [], rows: [] }

/** Judges the first rows exactly as the import will, against what is stored, and stores nothing. */
export async function previewFile(ctx: Ctx, file: string, mapping: Mapping, shown: number): Promise<Preview> {
  const table = await openFile(file, ctx.signal, mapping.sheet)
  try {
    const bound = bindMapping(mapping, table.headers)
    if (!bound.ok) return { problems: bound.problems, ...EMPTY }
    const plan = bindPlan(await importFacts(ctx, mapping, true), bound.mapper)
    const rows = await firstRows(table, ctx.signal, JUDGED)
    const judged = await intake(plan, storedIn(ctx.db))(rows)
    const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 }
    for (const { outcome } of judged) counts[outcome] += 1
    return {
      problems: [],
      sampled: rows.length,
      ...counts,
      reasons: byReason(judged),
      rows: judged.slice(0, shown).map(toRow),
    }
  } finally {
    await table.close()
  }
}

/** How often each cell was refused for what, the most frequent first. */
export function byReason(judged: readonly { errors: readonly RowError[] }[]): Preview['reasons'] {
  const counted = new Map<string, { field: string; reason: Reason; count: number }>()
  for (const { field, reason } of judged.flatMap(({ errors }) => errors)) {
    const key = `${field} ${reason}`
    const one = counted.get(key) ?? { field, reason, count: 0 }
    one.count += 1
    counted.set(key, one)
  }
  return [...counted.values()].sort((a, b) => b.count - a.count)
}

function toRow({ file, outcome, draft, errors }: Judged): Preview['rows'][number] {
  const values: Preview['rows'][number]['values'] = {}
  for (const [field, value] of Object.entries(draft ?? {})) if (value !== undefined) values[field] = value
  return { row: file.row, cells: [...file.cells], outcome, values, errors: [...errors] }
}
