import type { Bilingual } from '../../shared/contract.ts'
import type { Parsed } from '../../shared/contracts.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { MacroStep, PreviewedStep } from '../../shared/macros/model.ts'
import { messages } from '../../shared/messages/contract.ts'
import { BLANK } from '../../shared/messages/text.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { basisOf, type Composed, compose } from '../messages/compose.ts'
import { preparing } from '../messages/prepare.ts'
import { listTemplates } from '../messages/template-queries.ts'
import { maskedAddress } from '../messages/views.ts'
import { inputOf } from './input.ts'

type ToWrite = Parsed<'messages.prepare'>
export type MessageStep = Extract<MacroStep, { act: 'message' }>
export type OwnWords = Pick<ToWrite, 'subject' | 'body'>

type Drafted = { input: ToWrite; composed: Composed; name: Bilingual }

export type Prepared = {
  messageId: string
  name: Bilingual
  message: NonNullable<PreviewedStep['message']>
  /** Whether a person's own words went out in place of the wording. */
  isReworded: boolean
}

/** Prepares the message of a step: the wording as it stands, or a person's words by the rules of a message of one's own. */
export async function prepareMessage(
  ctx: Ctx,
  caseId: CaseId,
  { step, promisedAt, own }: { step: MessageStep; promisedAt: Instant | null; own: OwnWords | null },
): Promise<Prepared> {
  const drafted = await draftOf(ctx, caseId, step, promisedAt)
  const { composed, name } = drafted
  const isReworded = own !== null && (own.subject !== composed.subject || own.body !== composed.body)
  const { id } = await preparing.prepare(ctx, isReworded ? reworded(ctx, drafted, own) : drafted.input)
  return { messageId: id, name, message: toView(drafted), isReworded }
}

/**
 * Prepares the message of a step to see whether it may be. A wording that lacks a value is tried as if its blanks
 * were filled in by hand: it answers the wording with its blanks and the names of what is missing.
 */
export async function tryMessage(
  ctx: Ctx,
  caseId: CaseId,
  { step, promisedAt }: { step: MessageStep; promisedAt: Instant | null },
): Promise<Pick<Prepared, 'name' | 'message'> & { missing: string[] }> {
  const drafted = await draftOf(ctx, caseId, step, promisedAt)
  const { composed, name } = drafted
  const { missing, subject, body } = composed
  const filledIn = { subject: subject.replaceAll(BLANK, '…'), body: body.replaceAll(BLANK, '…') }
  await preparing.prepare(ctx, missing.length > 0 ? reworded(ctx, drafted, filledIn) : drafted.input)
  return { name, message: toView(drafted), missing }
}

async function draftOf(ctx: Ctx, caseId: CaseId, step: MessageStep, expectedAt: Instant | null): Promise<Drafted> {
  const wordings = await listTemplates(ctx.db, false)
  const { id, occasion, name } = found(
    wordings.find((one) => one.code === step.templateCode && one.state === 'published'),
    'template',
  )
  const { channel } = step
  const input = inputOf(ctx, messages.prepare, { caseId, occasion, channel, templateId: id, expectedAt })
  return { input, composed: await compose(ctx, await basisOf(ctx, input), input), name }
}

/** A message of one's own to the same person; it promises the time only while its words still name it. */
function reworded(ctx: Ctx, { input, composed }: Drafted, own: OwnWords): ToWrite {
  const { caseId, occasion, channel } = input
  const { language, values, promisedAt } = composed
  const time = values.expectedAt ?? ''
  const expectedAt = time !== '' && own.body.includes(time) ? promisedAt : null
  return inputOf(ctx, messages.prepare, { caseId, occasion, channel, language, expectedAt, ...own })
}

function toView({ input, composed }: Drafted): Prepared['message'] {
  const { subject, body, needsCheck, address } = composed
  return { subject, body, needsCheck, maskedAddress: maskedAddress(input.channel, address) }
}
