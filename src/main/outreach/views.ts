import { type Decision, found } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { type CampaignView, campaignTarget, type WorkItem } from '../../shared/outreach/contract.ts'
import { CONTACT_RESULTS } from '../../shared/outreach/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { type CampaignLine, figuresOf, findCampaign, type WorkLine } from './queries.ts'

/** A campaign with what came of it so far. */
export async function toView(ctx: Ctx, campaign: CampaignLine): Promise<CampaignView> {
  const { stateBy, createdBy, target, ...rest } = campaign
  const { contacts, skipped } = await figuresOf(ctx.db, campaign.id)
  const names = await namesOf(ctx.db, [stateBy, createdBy])
  const countOf = (test: (row: (typeof contacts)[number]) => boolean) =>
    contacts.filter(test).reduce((sum, { count }) => sum + Number(count), 0)
  const results = Object.fromEntries(CONTACT_RESULTS.map((one) => [one, countOf(({ result }) => result === one)]))
  return {
    ...rest,
    target: campaignTarget.parse(JSON.parse(target)),
    stateByName: names.get(stateBy) ?? '',
    createdByName: names.get(createdBy) ?? '',
    waiting: countOf(({ state }) => state === 'planned'),
    results: results as CampaignView['results'],
    skipped: skipped.map(({ rule, count }) => ({ rule, count: Number(count) })),
  }
}

/** One campaign as it is now. */
export async function viewOf(ctx: Ctx, id: string): Promise<CampaignView> {
  return toView(ctx, found(await findCampaign(ctx.db, id), 'campaign'))
}

/** One line of a work list; the number is masked until somebody opens the member. */
export function toItem(line: WorkLine, ownerName: string, verdict: Decision): WorkItem {
  return {
    ...{ careId: line.careId, campaignId: line.campaignId, campaignName: line.campaignName },
    ...{ occasion: line.occasion, kind: line.kind, brief: line.brief, dueDay: line.dueDay, tries: line.tries },
    memberId: line.memberId as MemberId,
    ...{ memberName: line.memberName, tier: line.tier, language: line.language },
    phoneMasked: line.mobile === null ? '' : maskValue('phone', line.mobile),
    ownerName,
    refusedBy: verdict.allowed ? null : verdict.rule,
    refusedParams: verdict.allowed ? {} : verdict.params,
  }
}
