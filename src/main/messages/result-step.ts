import type { MessageChannel } from '../../shared/messages/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import { advance } from '../cases/advance.ts'
import { type CaseFile, viewerOf } from '../cases/case-file.ts'
import { stepFacts } from '../cases/step-facts.ts'
import type { Ctx } from '../engine/handler.ts'
import { nextActions } from '../rules/workflow.ts'
import { fieldFaults } from '../rules/workflow-fields.ts'
import type { MessageRecord } from './queries.ts'

/** How the stage's own form names a channel; a result is never told in public. */
const TOLD_BY: Record<MessageChannel, string> = {
  email: 'email',
  sms: 'sms',
  app: 'app',
  phone: 'phone',
  letter: 'letter',
  web: 'chat',
}

/** What a result that was sent puts on record for the stage that tells it; nothing when it stands there already. */
export function resultRecord({ recorded }: CaseFile, message: MessageRecord, at: Instant): StepData {
  if (message.occasion !== 'result' || typeof recorded.resultFeedback === 'string') return {}
  const fields = Object.entries(JSON.parse(message.fields) as Record<string, string>)
  return {
    ...Object.fromEntries(fields.filter(([name, text]) => text !== '' && name !== 'cause')),
    ...(fields.some(([name, text]) => name === 'cause' && text !== '') ? { causeText: causeIn(message) } : {}),
    resultFeedback: message.body,
    feedbackAt: at,
    feedbackChannel: TOLD_BY[message.channel],
  }
}

const causeIn = ({ fields }: MessageRecord) => (JSON.parse(fields) as { cause: string }).cause

/**
 * S4-132 S5-69: a result that was sent is the reply itself: where the stage's form asks for nothing else, the step is
 * taken with it; where it does, the form finds on record what the customer was told. Gives true when it was taken.
 */
export async function takeReply(ctx: Ctx, file: CaseFile, told: StepData): Promise<boolean> {
  if (Object.keys(told).length === 0 || file.row.isOpen === 0) return false
  const facts = await stepFacts(ctx.db, file, ctx.now)
  const known: StepData = { ...told, ...(told.resultFeedback === undefined ? {} : { answer: told.resultFeedback }) }
  for (const { transition, needs, decision } of nextActions(file.workflow, facts, viewerOf(ctx))) {
    const { emits, fields, id } = transition
    if (!emits.includes('replied') || emits.includes('rejected')) continue
    if (!decision.allowed || needs.some(({ isMet }) => !isMet)) continue
    const names = new Set(fields.map(({ name }) => name))
    const data = Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)))
    if (fieldFaults(transition, facts, data).length > 0) continue
    await advance(ctx, { id: file.row.id as never, step: id, data, expectedSeq: file.row.lastSeq })
    return true
  }
  return false
}
