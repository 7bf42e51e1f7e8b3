import { CHANNEL_OF_CARE } from '../../shared/care/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import { type ContactLimits, isQuietTime, mayContact } from '../../shared/outreach/rules.ts'
import { CARE_OF_CAMPAIGN } from '../../shared/outreach/words.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { contactsSince, mayApproach } from '../messages/approach.ts'
import { purposeOfCare } from '../rules/care.ts'
import { minuteAt } from '../rules/zone.ts'
import { type CampaignRecord, hasOpenComplaint } from './queries.ts'

type About = ContactLimits & Pick<CampaignRecord, 'occasion' | 'kind'>

/** Whether a member may be approached by a campaign, by everything that is on file of the member. */
export async function verdictOn(
  ctx: Ctx,
  about: About,
  memberId: string,
  careId: string | null = null,
): Promise<Decision> {
  const { occasion, kind, perDays } = about
  const purpose = purposeOfCare(CARE_OF_CAMPAIGN[occasion], false)
  const consent = await mayApproach(ctx, { purpose, channel: CHANNEL_OF_CARE[kind], memberId, careId })
  const before = await contactsSince(ctx, memberId, ctx.now - perDays * DAY, careId)
  const facts = { occasion, consent, before, hasOpenComplaint: await hasOpenComplaint(ctx.db, memberId) }
  return mayContact(facts, about, ctx.now)
}

/** The same at the moment of the contact: not within the quiet hours. */
export async function verdictNow(ctx: Ctx, about: About, memberId: string, careId: string): Promise<Decision> {
  const verdict = await verdictOn(ctx, about, memberId, careId)
  if (!verdict.allowed) return verdict
  return isQuietTime(minuteAt(DESK_ZONE, ctx.now), about) ? deny('outreach-quiet-hours') : allow
}
