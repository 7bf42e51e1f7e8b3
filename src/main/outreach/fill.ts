import { campaignTarget } from '../../shared/outreach/contract.ts'
import { ownerFor } from '../../shared/outreach/rules.ts'
import { CARE_OF_CAMPAIGN } from '../../shared/outreach/words.ts'
import { planOnce } from '../care/plan.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Chosen, chooseFor } from './choose.ts'
import { type CampaignRecord, insertContact, skipMember, unskipMember } from './queries.ts'
import { verdictOn } from './verdict.ts'

/** Plans a contact for everybody whom the campaign is for and who may be approached; nobody twice, however often. */
export async function fillCampaign(ctx: Ctx, campaign: CampaignRecord): Promise<void> {
  const target = campaignTarget.parse(JSON.parse(campaign.target))
  let seen = 0
  let planned = 0
  for await (const page of chooseFor(ctx.db, { ...campaign, target }, ctx.now)) {
    ctx.signal.throwIfAborted()
    for (const one of page) if (await planContact(ctx, campaign, one, ownerFor(target.ownerIds, planned))) planned += 1
    seen += page.length
    ctx.progress(seen, null)
  }
  ctx.note({ chosen: seen, planned })
}

async function planContact(
  ctx: Ctx,
  campaign: CampaignRecord,
  { memberId, dueDay }: Chosen,
  ownerId: string,
): Promise<boolean> {
  const { id, occasion, kind, brief } = campaign
  // A birthday comes again every year.
  const key =
    occasion === 'birthday' ? `campaign ${id} ${dueDay.slice(0, 4)} ${memberId}` : `campaign ${id} ${memberId}`
  const verdict = await verdictOn(ctx, campaign, memberId)
  if (!verdict.allowed) {
    await skipMember(ctx.db, id, memberId, verdict.rule)
    return false
  }
  const measure = { memberId, caseId: null, occasion: CARE_OF_CAMPAIGN[occasion], kind, reason: brief, ownerId, dueDay }
  const careId = await planOnce(ctx, measure, key)
  if (careId === null) return false
  await insertContact(ctx.db, careId, id)
  await unskipMember(ctx.db, id, memberId)
  return true
}
