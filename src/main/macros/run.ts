import type { Parsed, Return } from '../../shared/contracts.ts'
import { type Failure, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { type MacroAct, PREVIEW_FOR, UNDO_FOR } from '../../shared/macros/model.ts'
import { hasBlank } from '../../shared/messages/text.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Did, doStep, isTakenBack, type Left, quiet } from './do-step.ts'
import { type Filled, fillSteps } from './fill.ts'
import { insertRun, type MacroRecord, updateMacro } from './store.ts'
import { toFile } from './views.ts'

/** What one step of a run left behind. */
export type Part = Left & { place: number; act: MacroAct; isReworded?: boolean }

/** Applies a macro to a case: every chosen step in its order, or none and the name of the step that refused. */
export async function runMacro(
  ctx: Ctx,
  macro: MacroRecord,
  input: Parsed<'macros.run'>,
): Promise<Return<'macros.run'>> {
  const { caseId, expectedSeq, language, skipped } = input
  if (macro.isArchived === 1) refuse('macro-archived', { name: macro.name })
  if (macro.version !== input.version) throw new Refusal({ code: 'CONFLICT', entity: 'macro' })
  const row = await openRow(ctx, caseId)
  if (row.lastSeq !== expectedSeq) throw new Refusal({ code: 'CONFLICT', entity: 'case' })
  const at = momentOf(ctx, input.previewedAt)
  const { steps } = await toFile(ctx, macro)
  const chosen = steps.map((_, place) => place).filter((place) => !skipped.includes(place))
  if (chosen.length === 0) refuse('macro-nothing-chosen')
  const silent = quiet(ctx)
  const filled = await fillSteps(silent, caseId, steps, { language, at })
  const parts: Part[] = []
  for (const [place, one] of filled.entries()) {
    if (!chosen.includes(place)) continue
    const { left, isReworded } = await stepOf(silent, caseId, place, withOwn(one, place, input), language)
    parts.push({ place, act: one.step.act, ...left, ...(isReworded ? { isReworded } : {}) })
  }
  return saved(ctx, macro, caseId, parts)
}

/** A step with the words that a person saw or wrote for it. */
function withOwn(filled: Filled, place: number, { texts, messages }: Parsed<'macros.run'>): Filled {
  const own = texts.find((text) => text.place === place)
  const message = messages.find((words) => words.place === place)
  return {
    ...filled,
    text: own && filled.text !== null ? own.text : filled.text,
    own: message ? { subject: message.subject, body: message.body } : null,
  }
}

/** The moment deadlines count from: the one that was previewed, while it is fresh. */
function momentOf(ctx: Ctx, previewedAt: number | null): number {
  if (previewedAt === null) return ctx.now
  if (previewedAt > ctx.now || ctx.now - previewedAt > PREVIEW_FOR) refuse('macro-preview-old')
  return previewedAt
}

async function stepOf(
  ctx: Ctx,
  caseId: CaseId,
  place: number,
  filled: Filled,
  language: Parsed<'macros.run'>['language'],
): Promise<Did> {
  try {
    if (filled.text !== null && hasBlank(filled.text)) refuse('macro-blank-left')
    return await doStep(ctx, caseId, filled, language)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(nameStep(error.failure, place))
    throw error
  }
}

/** The refusal of a step, with its place and its own reason. */
function nameStep(failure: Failure, place: number): Failure {
  const params = failure.code === 'RULE' ? { ...failure.params, cause: failure.rule } : { cause: failure.code }
  const entity = 'entity' in failure ? { entity: failure.entity } : {}
  return { code: 'RULE', rule: 'macro-step-refused', params: { ...params, ...entity, step: place + 1 } }
}

async function saved(ctx: Ctx, macro: MacroRecord, caseId: CaseId, parts: Part[]): Promise<Return<'macros.run'>> {
  const { id: macroId, version, uses } = macro
  const runId = ctx.newId()
  const { lastSeq } = await openRow(ctx, caseId)
  await insertRun(ctx.db, {
    ...{ id: runId, macroId, version, caseId, userId: ctx.actor.id, at: ctx.now, seq: lastSeq },
    ...{ parts: JSON.stringify(parts), undoneAt: null },
  })
  await updateMacro(ctx.db, macroId, { uses: uses + 1, lastUsedAt: ctx.now })
  const reworded = parts.flatMap(({ place, isReworded }) => (isReworded ? [place + 1] : []))
  const changed = reworded.length > 0 ? { reworded } : {}
  ctx.note({ runId, macro: macro.name, acts: parts.map(({ act }) => act), ...changed })
  return {
    runId,
    undoUntil: ctx.now + UNDO_FOR,
    mayUndo: parts.some(({ act }) => isTakenBack(act)),
    done: parts.map(({ place, act }) => ({ place, act })),
  }
}
