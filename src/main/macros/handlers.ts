import type { Parsed } from '../../shared/contracts.ts'
import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { MOST_MACROS } from '../../shared/macros/model.ts'
import { canChangeMacro, canUseMacro, offerOrder, sharedName } from '../../shared/macros/rules.ts'
import { findCaseByNumber, openRow, scopeOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { previewSteps } from './preview.ts'
import { runMacro } from './run.ts'
import { caseOfCall, findMacro, insertMacro, insertVersion, type MacroRecord, macrosFor, updateMacro } from './store.ts'
import { undoRun } from './undo.ts'
import { nameOf, toFile, toRows } from './views.ts'

export const macros: FeatureHandlers<'macros'> = {
  list: async (ctx, { archived }) => toRows(ctx, await macrosFor(ctx.db, ctx.actor.id, archived)),

  show: async (ctx, { id }) => toFile(ctx, await usable(ctx, id)),

  offer: async (ctx, { caseId, callId }) => {
    const id = caseId ?? (callId === null ? undefined : await caseOfCall(ctx.db, callId))
    if (id === undefined) return null
    const row = await openRow(ctx, id as CaseId)
    const rows = await toRows(ctx, await macrosFor(ctx.db, ctx.actor.id, false))
    const traits = { kind: row.kind, category: row.category, tier: row.tierAtOpening }
    const offered = offerOrder(rows, traits).map(({ id, name, scope, version, acts, fit }) => ({
      ...{ id, name, scope, version, acts, fit },
    }))
    return { caseId: row.id as CaseId, number: row.number, macros: offered }
  },

  save: async (ctx, input) => toFile(ctx, await (input.basedOn ? savedVersion(ctx, input) : savedNew(ctx, input))),

  archive: async (ctx, { id }) => change(ctx, await changeable(ctx, id), { isArchived: 1 }),

  restore: async (ctx, { id }) => {
    const macro = await changeable(ctx, id)
    await mustFit(ctx, macro)
    return change(ctx, macro, { isArchived: 0 })
  },

  preview: async (ctx, { id, caseId, language }) => {
    const { steps } = await toFile(ctx, await usable(ctx, id))
    return previewSteps(ctx, caseId, steps, language)
  },

  tryOut: async (ctx, { caseNumber, steps, language }) => {
    const row = found(await findCaseByNumber(ctx.db, scopeOf(ctx), caseNumber.toUpperCase()), 'case')
    return previewSteps(ctx, row.id as CaseId, steps, language)
  },

  run: async (ctx, input) => runMacro(ctx, await usable(ctx, input.id), input),

  undo: async (ctx, { runId }) => undoRun(ctx, runId),
}

/** A macro that the person may apply: another's personal one is not there. */
async function usable(ctx: Ctx, id: string): Promise<MacroRecord> {
  const macro = await findMacro(ctx.db, id)
  return found(macro && canUseMacro(ctx.actor, macro) ? macro : undefined, 'macro')
}

async function changeable(ctx: Ctx, id: string): Promise<MacroRecord> {
  const macro = await usable(ctx, id)
  must(canChangeMacro(viewerOf(ctx), macro))
  return macro
}

async function change(ctx: Ctx, macro: MacroRecord, { isArchived }: Pick<MacroRecord, 'isArchived'>) {
  const changed = { isArchived, updatedAt: ctx.now }
  await updateMacro(ctx.db, macro.id, changed)
  ctx.note({ name: macro.name, version: macro.version })
  const [row] = await toRows(ctx, [{ ...macro, ...changed }])
  return found(row, 'macro')
}

type Wanted = Pick<MacroRecord, 'scope' | 'ownerId' | 'name' | 'nameEn'> & { id?: string }

const namesIn = ({ name }: Parsed<'macros.save'>['macro']) => ({ name: name.zh, nameEn: name.en })

/** Names are told apart among those of one person and among the team's, and there are not without end. */
async function mustFit(ctx: Ctx, wanted: Wanted): Promise<void> {
  const { id, scope, ownerId } = wanted
  const all = await macrosFor(ctx.db, ownerId, false)
  const others = all.filter((row) => row.scope === scope && row.id !== id)
  if (others.length >= MOST_MACROS) refuse('macro-too-many', { max: MOST_MACROS })
  for (const row of others) {
    const name = sharedName(nameOf(wanted), nameOf(row))
    if (name !== undefined) refuse('macro-name-taken', { name })
  }
}

async function savedNew(ctx: Ctx, { scope, macro }: Parsed<'macros.save'>): Promise<MacroRecord> {
  const { db, now, actor } = ctx
  const wanted = { scope, ownerId: actor.id, ...namesIn(macro) }
  must(canChangeMacro(viewerOf(ctx), wanted))
  await mustFit(ctx, wanted)
  const row: MacroRecord = {
    ...{ id: ctx.newId(), ...wanted, version: 1, isArchived: 0, createdAt: now, updatedAt: now },
    ...{ uses: 0, undone: 0, lastUsedAt: null },
  }
  await insertMacro(db, row)
  await addVersion(ctx, row, macro)
  return row
}

async function savedVersion(ctx: Ctx, { basedOn, macro }: Parsed<'macros.save'>): Promise<MacroRecord> {
  const { id, version } = found(basedOn, 'macro')
  const before = await changeable(ctx, id)
  if (before.version !== version) throw new Refusal({ code: 'CONFLICT', entity: 'macro' })
  if (before.isArchived === 1) refuse('macro-archived', { name: before.name })
  const row = { ...before, ...namesIn(macro), version: version + 1, updatedAt: ctx.now }
  await mustFit(ctx, row)
  await updateMacro(ctx.db, id, { ...namesIn(macro), version: row.version, updatedAt: row.updatedAt })
  await addVersion(ctx, row, macro)
  return row
}

async function addVersion(ctx: Ctx, { id, version }: MacroRecord, macro: Parsed<'macros.save'>['macro']) {
  const { conditions, steps } = macro
  await insertVersion(ctx.db, {
    ...{ macroId: id, version, ...namesIn(macro), at: ctx.now, byId: ctx.actor.id },
    ...{ conditions: JSON.stringify(conditions), steps: JSON.stringify(steps) },
  })
}
