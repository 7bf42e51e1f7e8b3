import type { Output } from '../../shared/contracts.ts'
import { Refusal } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { MacroStep, PreviewedStep } from '../../shared/macros/model.ts'
import { LONGEST } from '../../shared/macros/rules.ts'
import type { Language } from '../../shared/session/model.ts'
import { namesOf, openRow } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { inSavepoint } from '../store/savepoint.ts'
import { doStep, quiet, type Shown, UNDONE_BY_ACT } from './do-step.ts'
import { type Filled, fillSteps } from './fill.ts'

const UNCHANGED: Shown = { owner: null, priority: null, category: null, name: null, message: null }
const TAKEN_BACK: readonly string[] = UNDONE_BY_ACT

/** Does all steps one after another and takes them back at once: what each would do, or why it cannot. */
export async function previewSteps(
  ctx: Ctx,
  caseId: CaseId,
  steps: readonly MacroStep[],
  language: Language,
): Promise<Output<'macros.preview'>> {
  const { number, lastSeq } = await openRow(ctx, caseId)
  const silent = quiet(ctx)
  const filled = await fillSteps(silent, caseId, steps, { language, at: ctx.now })
  const names = await namesOf(
    ctx.db,
    steps.map((step) => personOf(ctx, step)),
  )
  const tried: PreviewedStep[] = []
  await inSavepoint(
    ctx.db,
    async () => {
      for (const one of filled)
        tried.push(toView(one, await tryStep(silent, caseId, one, language), names.get(personOf(ctx, one.step) ?? '')))
    },
    false,
  )
  return { caseId, number, seq: lastSeq, previewedAt: ctx.now, steps: tried }
}

type Tried = { shown: Shown; failure: PreviewedStep['failure'] }

async function tryStep(ctx: Ctx, caseId: CaseId, filled: Filled, language: Language): Promise<Tried> {
  try {
    const { shown } = await inSavepoint(ctx.db, () => doStep(ctx, caseId, filled, language))
    return { shown, failure: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { shown: UNCHANGED, failure: error.failure }
  }
}

function personOf(ctx: Ctx, step: MacroStep): string | null {
  return 'ownerId' in step ? (step.ownerId ?? (ctx.actor.id as UserId)) : null
}

function toView({ step, text, missing, dueAt }: Filled, tried: Tried, personName: string | undefined): PreviewedStep {
  const { act } = step
  return {
    ...{ act, text, missing, dueAt, personName: personName ?? null, longest: LONGEST[act] },
    ...tried.shown,
    failure: tried.failure,
    mayUndo: TAKEN_BACK.includes(act),
  }
}
