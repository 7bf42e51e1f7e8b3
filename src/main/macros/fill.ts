import type { CaseId } from '../../shared/ids.ts'
import type { MacroStep } from '../../shared/macros/model.ts'
import { promisedMinutes, wordsOf } from '../../shared/macros/rules.ts'
import { fillText } from '../../shared/messages/text.ts'
import type { Language } from '../../shared/session/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { basisOf } from '../messages/compose.ts'
import { expectedOf, valuesOf } from '../messages/values.ts'
import type { OwnWords } from './message-step.ts'

/** A step with its words and deadline as they are for one case at one moment. */
export type Filled = {
  step: MacroStep
  text: string | null
  missing: string[]
  dueAt: Instant | null
  /** The time that the macro promises; messages name it too. */
  promisedAt: Instant | null
  /** What somebody wrote in place of a message's wording; null where nobody did. */
  own: OwnWords | null
}

/** Where a message of a case comes from before anything of it is chosen. */
const TO_CASE = {
  ...{ memberId: null, careId: null, templateId: null, values: {}, expectedAt: null, subject: '', body: '' },
  ...({ occasion: 'progress', channel: 'phone' } as const),
}

/** Fills in the words of all steps from the case; deadlines count from `at`. */
export async function fillSteps(
  ctx: Ctx,
  caseId: CaseId,
  steps: readonly MacroStep[],
  { language, at }: { language: Language; at: Instant },
): Promise<Filled[]> {
  const basis = await basisOf(ctx, { ...TO_CASE, caseId })
  const minutes = promisedMinutes(steps)
  const promisedAt = minutes === null ? null : at + minutes * MINUTE
  const known = promisedAt ?? (basis.file ? expectedOf(basis.file, ctx.now) : null)
  const values = await valuesOf(ctx, basis, language, known)
  return steps.map((step) => {
    const words = wordsOf(step)
    const { text, missing } = words === null ? { text: null, missing: [] } : fillText(words, values)
    const dueAt = 'inMinutes' in step ? at + step.inMinutes * MINUTE : null
    return { step, text, missing, dueAt, promisedAt, own: null }
  })
}
