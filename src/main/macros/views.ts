import type { Bilingual } from '../../shared/contract.ts'
import {
  type MacroFile,
  type MacroRow,
  type MacroVersion,
  macroConditions,
  macroSteps,
} from '../../shared/macros/model.ts'
import { canChangeMacro, isIdle } from '../../shared/macros/rules.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { currentVersions, type MacroRecord, type VersionRecord, versionsOf } from './store.ts'

const stepsIn = (row: VersionRecord) => macroSteps.parse(JSON.parse(row.steps))
const conditionsIn = (row: VersionRecord) => macroConditions.parse(JSON.parse(row.conditions))

/** The name of a macro as its record holds it. */
export const nameOf = ({ name, nameEn }: Pick<MacroRecord, 'name' | 'nameEn'>): Bilingual => ({ zh: name, en: nameEn })

/** Macros as a list shows them. */
export async function toRows(ctx: Ctx, records: readonly MacroRecord[]): Promise<MacroRow[]> {
  const names = await namesOf(
    ctx.db,
    records.map(({ ownerId }) => ownerId),
  )
  const versions = await currentVersions(ctx.db, records)
  return records.flatMap((record) => {
    const current = versions.get(record.id)
    return current ? [toRow(ctx, record, current, names)] : []
  })
}

function toRow(ctx: Ctx, record: MacroRecord, current: VersionRecord, names: ReadonlyMap<string, string>): MacroRow {
  const { id, scope, version, ownerId, uses, undone, lastUsedAt } = record
  return {
    ...{ id, scope, name: nameOf(record), version, uses, undone, lastUsedAt },
    conditions: conditionsIn(current),
    acts: stepsIn(current).map(({ act }) => act),
    ownerName: names.get(ownerId) ?? '',
    isIdle: isIdle(record, ctx.now),
    isArchived: record.isArchived === 1,
    mayChange: canChangeMacro(viewerOf(ctx), record).allowed,
  }
}

/** One macro with its steps and its history. */
export async function toFile(ctx: Ctx, record: MacroRecord): Promise<MacroFile> {
  const rows = await versionsOf(ctx.db, record.id)
  const names = await namesOf(ctx.db, [record.ownerId, ...rows.map(({ byId }) => byId)])
  const versions: MacroVersion[] = rows.map((row) => ({
    ...{ version: row.version, at: row.at, name: nameOf(row) },
    byName: names.get(row.byId) ?? '',
    conditions: conditionsIn(row),
    steps: stepsIn(row),
  }))
  const current = rows.find(({ version }) => version === record.version)
  if (!current) throw new Error(`macro ${record.id} has no version ${record.version}`)
  return { ...toRow(ctx, record, current, names), steps: stepsIn(current), versions }
}
