import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { MessageRow, MessageView } from '../../shared/messages/model.ts'
import { OCCASIONS } from '../../shared/messages/words.ts'
import { namesOf, scopeOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import { maskValue } from '../rules/masking.ts'
import { canCheck } from '../rules/message-flow.ts'
import type { MessageLine } from './queries.ts'
import { findTemplate, versionsOf } from './template-queries.ts'

const MASKS = { sms: 'phone', phone: 'phone', email: 'email', app: 'card' } as const

/** An address as a list may show it. */
export function maskedAddress(channel: MessageLine['channel'], address: string): string {
  return channel === 'letter' || channel === 'web' ? address : maskValue(MASKS[channel], address)
}

/** True when the person may read the message's case; messages without a case are for everybody at the desk. */
export function isSeen(ctx: Ctx, { caseId, caseOwnerId, caseRestricted }: MessageLine): boolean {
  return (
    caseId === null || canSee(scopeOf(ctx), { id: caseId, ownerId: caseOwnerId, isRestricted: caseRestricted === 1 })
  )
}

/** Messages as lists show them. */
export async function toRows(ctx: Ctx, messages: readonly MessageLine[]): Promise<MessageRow[]> {
  const names = await namesOf(
    ctx.db,
    messages.flatMap(({ createdBy, checkedBy }) => [createdBy, checkedBy]),
  )
  return messages.map((one) => toRow(one, names, ctx.now))
}

function toRow(one: MessageLine, names: ReadonlyMap<string, string>, now: number): MessageRow {
  const { dueAt, sentAt, state } = one
  const end = sentAt ?? (state === 'cancelled' ? 0 : now)
  return {
    id: one.id,
    caseId: one.caseId as CaseId | null,
    caseNumber: one.caseNumber,
    memberId: one.memberId as MemberId | null,
    personName: one.personName,
    occasion: OCCASIONS.find((each) => each === one.occasion) ?? 'care',
    channel: one.channel,
    state,
    subject: one.subject,
    maskedAddress: maskedAddress(one.channel, one.address),
    isAutomatic: one.isAutomatic === 1,
    isFreeText: one.templateCode === null,
    createdAt: one.createdAt,
    createdByName: names.get(one.createdBy) ?? '',
    checkedByName: one.checkedBy === null ? null : (names.get(one.checkedBy) ?? ''),
    dueAt,
    promisedAt: one.promisedAt,
    handedAt: one.handedAt,
    sentAt,
    reference: one.reference,
    failReason: one.failReason,
    repliedAt: one.repliedAt,
    isLate: dueAt !== null && end > dueAt,
  }
}

/** A message with its words and its address. */
export async function toView(ctx: Ctx, one: MessageLine): Promise<MessageView> {
  const [row] = await toRows(ctx, [one])
  if (!row) throw new Error('no row')
  const { templateCode, templateVersion } = one
  return {
    ...row,
    address: one.address,
    body: one.body,
    checkNote: one.checkNote,
    replyText: one.replyText,
    templateName: templateCode === null ? null : await templateName(ctx, templateCode, templateVersion ?? 1),
    templateVersion,
    mayCheck: one.state === 'toCheck' && canCheck(ctx.actor, one).allowed,
  }
}

async function templateName({ db }: Ctx, code: string, version: number) {
  const stored = (await versionsOf(db, code)).find((row) => row.version === version)
  if (stored) return { zh: stored.nameZh, en: stored.nameEn }
  return (await findTemplate(db, `${code}@${version}`))?.name ?? { zh: code, en: code }
}
