import { sideOf } from '../../shared/contract.ts'
import type { Parsed } from '../../shared/contracts.ts'
import { type Decision, found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MessageTemplate } from '../../shared/messages/model.ts'
import { fillText } from '../../shared/messages/text.ts'
import { TYPED_VARIABLES, type Values } from '../../shared/messages/variables.ts'
import { type MessageChannel, PURPOSE_OF } from '../../shared/messages/words.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import { openFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { greetingLanguage } from '../rules/greeting.ts'
import { fitsChannel, isComplete } from '../rules/message-flow.ts'
import { mayApproach } from './approach.ts'
import { findCare, findMember } from './queries.ts'
import { findTemplate } from './template-queries.ts'
import { type About, dueOf, expectedOf, valuesOf } from './values.ts'

type ToWrite = Parsed<'messages.prepare'>

/** Whom and what a message is about, as the store has it. */
export type Basis = About & { careId: string | null; caseId: string | null; memberId: string | null }

/** A message worked out to the last word, with whatever speaks against sending it. */
export type Composed = {
  language: Language
  template: MessageTemplate | null
  values: Values
  subject: string
  body: string
  missing: string[]
  address: string
  personName: string
  needsCheck: boolean
  promisedAt: Instant | null
  dueAt: Instant | null
  verdict: Decision
}

/** Reads the case, the member and the care contact that a message names; nobody at all is refused. */
export async function basisOf(ctx: Ctx, { caseId, memberId, careId }: ToWrite): Promise<Basis> {
  const care = careId === null ? null : found(await findCare(ctx.db, careId), 'care')
  const matter = caseId ?? care?.caseId ?? null
  const file = matter === null ? null : await openFile(ctx, matter as NonNullable<ToWrite['caseId']>)
  const who = file?.row.memberId ?? memberId ?? care?.memberId ?? null
  if (file === null && who === null) refuse('message-for-nobody')
  if (file && memberId !== null && file.row.memberId !== memberId) refuse('message-other-person')
  const member = who === null ? null : found(await findMember(ctx.db, who), 'member')
  if (file === null) ctx.subject({ memberId: who as MemberId })
  return { file, member, careId, caseId: matter, memberId: who }
}

/** Fills a wording, or takes a person's own words, and weighs whether it may go to this person by this channel. */
export async function compose(ctx: Ctx, basis: Basis, input: ToWrite): Promise<Composed> {
  const { file, member } = basis
  const { occasion, channel } = input
  const template = input.templateId === null ? null : found(await findTemplate(ctx.db, input.templateId), 'template')
  if (template && template.state !== 'published') refuse('template-not-in-use')
  if (template && template.occasion !== occasion) refuse('template-other-occasion')
  const language = input.language ?? greetingLanguage(member?.language)
  const promisedAt = input.expectedAt ?? (file ? expectedOf(file, ctx.now) : null)
  const known = await valuesOf(ctx, basis, language, promisedAt)
  const values = { ...known, ...typedOf(input.values) }
  const words = wordsOf(template, language, values, input)
  const { measures = '', cause = '' } = values
  return {
    ...words,
    ...{ language, template, values },
    address: addressOf(channel, basis),
    personName: file?.row.contactName || member?.name || '',
    needsCheck:
      template === null ||
      Object.entries(typedOf(input.values)).some(([name, text]) => known[name as keyof Values] !== text),
    promisedAt: usesTime(template) ? promisedAt : input.expectedAt,
    dueAt: file ? dueOf(file, occasion) : null,
    verdict: await verdictOf(ctx, basis, input, { measures, cause }),
  }
}

/** What somebody wrote; an empty field leaves what the store knows. */
function typedOf(values: ToWrite['values']): Values {
  return Object.fromEntries(TYPED_VARIABLES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
}

function wordsOf(template: MessageTemplate | null, language: Language, values: Values, own: ToWrite) {
  if (template === null) return { subject: own.subject, body: own.body, missing: own.body === '' ? ['body'] : [] }
  const side = sideOf(language)
  const subject = fillText(template.subject[side], values)
  const body = fillText(template.body[side], values)
  return { subject: subject.text, body: body.text, missing: [...new Set([...subject.missing, ...body.missing])] }
}

const usesTime = (template: MessageTemplate | null) => template?.body.zh.includes('{{expectedAt}}') ?? false

async function verdictOf(
  ctx: Ctx,
  { memberId, careId }: Basis,
  { occasion, channel, templateId }: ToWrite,
  result: { measures: string; cause: string },
): Promise<Decision> {
  const fit = fitsChannel(occasion, channel)
  if (!fit.allowed) return fit
  // A text of one's own is judged by whoever checks it.
  const complete = templateId === null ? fit : isComplete(occasion, result)
  if (!complete.allowed) return complete
  return mayApproach(ctx, { purpose: PURPOSE_OF[occasion], channel, memberId, careId })
}

/** Where a message goes: the telephone that was given for the matter, else what stands in the member's file. */
function addressOf(channel: MessageChannel, { file, member }: Basis): string {
  switch (channel) {
    case 'sms':
    case 'phone':
      return file?.row.contactPhone || member?.mobile || ''
    case 'email':
      return member?.email ?? ''
    case 'app':
      return member?.cardNo ?? ''
    case 'letter':
      return [member?.province, member?.city].filter((part) => part).join(' ')
    case 'web':
      return ''
  }
}
