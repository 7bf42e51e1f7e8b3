import { CHANNEL_GROUP_OF } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { acknowledgementChannel, bestTemplate, isAnsweredByItself } from '../rules/message-choice.ts'
import { compose } from './compose.ts'
import { logMessage } from './log.ts'
import { rowOf } from './prepare.ts'
import { findMember, insertMessage, meaningOf } from './queries.ts'
import { listTemplates } from './template-queries.ts'

const OCCASION = 'acknowledgement'

/** S5-58 S5-59: a complaint that came in online is answered at once: it was accepted, and by when it will be settled. */
export async function acknowledge(ctx: Ctx, file: CaseFile, isAcknowledged: boolean): Promise<CaseFile> {
  const { row } = file
  if (row.kind !== 'complaint' || isAcknowledged || row.isRestricted === 1) return file
  if (!isAnsweredByItself(row.channel, (await meaningOf(ctx.db, row.channel)) ?? CHANNEL_GROUP_OF[row.channel]))
    return file
  const member = row.memberId === null ? null : ((await findMember(ctx.db, row.memberId)) ?? null)
  const channel = acknowledgementChannel(row.channel, {
    email: member?.email ?? '',
    phone: row.contactPhone,
    isMember: member !== null,
  })
  const tier = row.tierAtOpening as MemberTier
  const template = bestTemplate(await listTemplates(ctx.db, false), { occasion: OCCASION, channel, tier })
  if (!template) return file
  const basis = { file, member, careId: null, caseId: row.id, memberId: row.memberId }
  const about = { occasion: OCCASION, channel, templateId: template.id } as const
  const blank = { caseId: null, memberId: null, careId: null, values: {}, expectedAt: null, subject: '', body: '' }
  const composed = await compose(ctx, basis, { ...blank, ...about })
  if (composed.missing.length > 0) {
    // A registration never fails for want of an answer; the audit says what the wording lacked.
    ctx.note({ acknowledgementLacks: composed.missing })
    return file
  }
  const message = { ...rowOf(ctx, basis, composed, about), isAutomatic: 1 as const }
  await insertMessage(ctx.db, message)
  return logMessage(ctx, file, message, 'prepared', { text: message.body })
}
