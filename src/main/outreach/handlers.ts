import { CHANNEL_OF_CARE } from '../../shared/care/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { afterAnswer, canTurn } from '../../shared/outreach/rules.ts'
import { ANSWER_NAMES } from '../../shared/outreach/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { finishByAnswer } from '../care/by-message.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { noteChoice } from '../messages/approach.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { dayAt } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import { fillCampaign } from './fill.ts'
import * as store from './queries.ts'
import { verdictNow } from './verdict.ts'
import { toItem, toView, viewOf } from './views.ts'

/** Outreach: campaigns within consent and frequency, work lists, one key for each answer. */
export const outreach: FeatureHandlers<'outreach'> = {
  list: async (ctx, { withEnded }) => {
    const states = withEnded ? (['running', 'stopped', 'ended'] as const) : (['running', 'stopped'] as const)
    const views = []
    for (const campaign of await store.listCampaigns(ctx.db, states)) views.push(await toView(ctx, campaign))
    return views
  },

  start: async (ctx, { target, ...about }) => {
    const { db, now, actor } = ctx
    if (await store.findByName(db, about.name)) refuse('campaign-name-taken', { name: about.name })
    if (about.occasion === 'group' && about.groupId === null) refuse('campaign-group-missing')
    if (about.occasion === 'festival' && target.day === null) refuse('campaign-day-missing')
    for (const ownerId of target.ownerIds) must(canBeAsked(found(await findUserById(db, ownerId), 'user')))
    const campaign = {
      ...about,
      id: ctx.newId(),
      groupId: about.occasion === 'group' ? about.groupId : null,
      target: JSON.stringify(target),
      ...({ state: 'running', stateAt: now, stateBy: actor.id, stateReason: '' } as const),
      ...{ createdAt: now, createdBy: actor.id },
    }
    await store.insertCampaign(db, campaign)
    await fillCampaign(ctx, campaign)
    return viewOf(ctx, campaign.id)
  },

  fill: async (ctx, { id }) => {
    const campaign = found(await store.findCampaign(ctx.db, id), 'campaign')
    if (campaign.state !== 'running') refuse('campaign-not-now', { state: campaign.state })
    await fillCampaign(ctx, campaign)
    return viewOf(ctx, id)
  },

  turn: async (ctx, { id, state, reason }) => {
    const campaign = found(await store.findCampaign(ctx.db, id), 'campaign')
    must(canTurn(campaign.state, state))
    ctx.note({ before: { state: campaign.state } })
    const change = { state, stateAt: ctx.now, stateBy: ctx.actor.id, stateReason: reason }
    await store.updateCampaign(ctx.db, id, change)
    return viewOf(ctx, id)
  },

  work: async (ctx, { campaignId, limit }) => {
    const { db, now, actor } = ctx
    const today = dayAt(DESK_ZONE, now)
    const lines = await store.workFor(db, { ownerId: actor.id, campaignId, today, now, limit })
    const items = []
    for (const line of lines)
      items.push(toItem(line, actor.name, await verdictNow(ctx, line, line.memberId, line.careId)))
    return items
  },

  /** S2-149: an answer ends the approach or puts it off; whoever opts out is not approached that way again. */
  answer: async (ctx, { careId, answer, note }) => {
    const { db, now, actor } = ctx
    const line = found(await store.findWork(db, careId), 'care')
    ctx.subject({ memberId: line.memberId as MemberId })
    if (line.ownerId !== actor.id && actor.role === 'agent') refuse('outreach-not-yours')
    if (line.result !== null || line.state !== 'planned') refuse('outreach-answered')
    if (line.turned !== 'running') refuse('campaign-not-now', { state: line.turned })
    // Whoever says no is heard at any hour.
    if (answer !== 'optedOut') must(await verdictNow(ctx, line, line.memberId, careId))
    const after = afterAnswer(answer, line.tries, now)
    if ('result' in after) {
      const { result, tries } = after
      await store.updateContact(db, careId, { result, tries, resultAt: now })
      await finishByAnswer(ctx, careId, result !== 'unreachable', note === '' ? ANSWER_NAMES[answer].zh : note)
    } else await store.updateContact(db, careId, { tries: after.tries, notBefore: after.notBefore })
    if (answer === 'optedOut') {
      const channel = CHANNEL_OF_CARE[line.kind]
      await noteChoice(ctx, { memberId: line.memberId, channel, given: false, source: line.campaignName })
    }
    const ask = { ownerId: actor.id, campaignId: null, today: dayAt(DESK_ZONE, now), now, limit: 500 }
    return { left: (await store.workFor(db, ask)).length }
  },
}
