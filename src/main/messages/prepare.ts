import { sideOf } from '../../shared/contract.ts'
import type { Parsed } from '../../shared/contracts.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { hasBlank } from '../../shared/messages/text.ts'
import { VARIABLE_NAMES, type Variable } from '../../shared/messages/variables.ts'
import { PURPOSE_OF } from '../../shared/messages/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { type Basis, basisOf, type Composed, compose } from './compose.ts'
import { logMessage } from './log.ts'
import { findMessage, insertMessage, type MessageRecord } from './queries.ts'
import { maskedAddress, toRows } from './views.ts'

type Calls = Pick<FeatureHandlers<'messages'>, 'draft' | 'prepare'>

/** Messages before they leave: looked at, then prepared (S5-30..33, S4-132). */
export const preparing: Calls = {
  draft: async (ctx, input) => {
    const composed = await compose(ctx, await basisOf(ctx, input), input)
    const { subject, body, missing, needsCheck, verdict, address } = composed
    return {
      ...{ subject, body, missing, needsCheck },
      maskedAddress: maskedAddress(input.channel, address),
      refusal: verdict.allowed ? null : { rule: verdict.rule, params: verdict.params },
    }
  },

  prepare: async (ctx, input) => {
    const basis = await basisOf(ctx, input)
    const composed = await compose(ctx, basis, input)
    must(composed.verdict)
    mustBeWhole(composed)
    if (composed.address === '' && needsAddress(input.channel)) refuse('message-no-address', { channel: input.channel })
    const row = rowOf(ctx, basis, composed, input)
    await insertMessage(ctx.db, row)
    if (basis.file) await logMessage(ctx, basis.file, row, 'prepared', { text: row.body })
    const [view] = await toRows(ctx, [found(await findMessage(ctx.db, row.id), 'message')])
    return found(view, 'message')
  },
}

const needsAddress = (channel: MessageRecord['channel']) => channel !== 'web' && channel !== 'letter'

/** Nothing goes out with a blank in it: what is missing is named in words. */
function mustBeWhole({ missing, language, template, subject, body }: Composed): void {
  if (template === null && hasBlank(subject)) refuse('message-blank-subject')
  if (template === null && hasBlank(body)) refuse('message-blank-body')
  if (missing.length === 0) return
  if (missing[0] === 'body') refuse('message-empty')
  const side = sideOf(language)
  refuse('message-variable-empty', { names: missing.map((name) => VARIABLE_NAMES[name as Variable][side]).join('、') })
}

/** A message as it will be stored: words that nobody else has seen wait to be checked first (S4-82). */
export function rowOf(
  ctx: Ctx,
  { caseId, memberId, careId }: Basis,
  composed: Composed,
  { occasion, channel }: Pick<Parsed<'messages.prepare'>, 'occasion' | 'channel'>,
): MessageRecord {
  const { template, values, needsCheck } = composed
  const { measures = '', cause = '', prevention = '' } = values
  return {
    id: ctx.newId(),
    ...{ caseId, memberId, careId, occasion, channel },
    purpose: PURPOSE_OF[occasion],
    language: composed.language,
    templateCode: template?.code ?? null,
    templateVersion: template?.version ?? null,
    fields: JSON.stringify({ measures, cause, prevention }),
    personName: composed.personName,
    address: composed.address,
    subject: composed.subject,
    body: composed.body,
    state: needsCheck ? 'toCheck' : 'prepared',
    isAutomatic: 0,
    createdAt: ctx.now,
    createdBy: ctx.actor.id,
    ...{ checkedAt: null, checkedBy: null, checkNote: '' },
    dueAt: composed.dueAt,
    promisedAt: composed.promisedAt,
    ...{ handedAt: null, handedBy: null, fileName: null, sentAt: null, sentBy: null },
    ...{ reference: '', failReason: '', repliedAt: null, replyText: '' },
  }
}
