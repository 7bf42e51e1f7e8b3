import type { Output } from '../../shared/contracts.ts'
import { Refusal } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { LONGEST, type MacroStep, type PreviewedStep } from '../../shared/macros/model.ts'
import type { Language } from '../../shared/session/model.ts'
import { namesOf, openRow } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { inSavepoint } from '../store/savepoint.ts'
import { doStep, isTakenBack, quiet, type Shown } from './do-step.ts'
import { type Filled, fillSteps } from './fill.ts'
import { tryMessage } from './message-step.ts'

const UNCHANGED: Shown = { owner: null, priority: null, category: null, name: null, message: null }

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

type Tried = Pick<PreviewedStep, 'missing' | 'failure'> & { shown: Shown }

async function tryStep(ctx: Ctx, caseId: CaseId, filled: Filled, language: Language): Promise<Tried> {
  try {
    return { ...(await inSavepoint(ctx.db, () => shownOf(ctx, caseId, filled, language))), failure: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { shown: UNCHANGED, missing: filled.missing, failure: error.failure }
  }
}

async function shownOf(ctx: Ctx, caseId: CaseId, filled: Filled, language: Language): Promise<Omit<Tried, 'failure'>> {
  const { step, missing, promisedAt } = filled
  if (step.act !== 'message') return { shown: (await doStep(ctx, caseId, filled, language)).shown, missing }
  const { name, message, missing: lacking } = await tryMessage(ctx, caseId, { step, promisedAt })
  return { shown: { ...UNCHANGED, name, message }, missing: lacking }
}

function personOf(ctx: Ctx, step: MacroStep): string | null {
  return 'ownerId' in step ? (step.ownerId ?? (ctx.actor.id as UserId)) : null
}

function toView({ step, text, dueAt }: Filled, tried: Tried, personName: string | undefined): PreviewedStep {
  const { act } = step
  return {
    ...{ act, text, dueAt, personName: personName ?? null, longest: LONGEST[act] },
    ...tried.shown,
    ...{ missing: tried.missing, failure: tried.failure },
    mayUndo: isTakenBack(act),
  }
}
