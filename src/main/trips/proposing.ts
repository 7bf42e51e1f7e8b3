import { found, must, refuse } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'
import { canAnswer, canOffer, canPropose } from '../../shared/trips/proposals.ts'
import { sheetOf } from '../../shared/trips/sheet.ts'
import { TRIP_STAGES } from '../../shared/trips/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { isPast } from '../rules/case-times.ts'
import { logTrip, openTrip } from './open-trip.ts'
import { partsOf, type TripParts } from './part-queries.ts'
import { insertNeed } from './queries.ts'

type Calls = Pick<FeatureHandlers<'trips'>, 'ask' | 'need' | 'propose' | 'offer' | 'answer'>

/** What is asked and wanted, what is proposed, and what the customer says to it. */
export const proposing: Calls = {
  ask: async (ctx, { id, askedAt, ...asked }) => {
    const trip = await openTrip(ctx, id)
    const itemId = ctx.newId()
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    const row = { ...asked, id: itemId, tripId: id, askedAt: momentOf(ctx, askedAt), ...by }
    await ctx.db.insertInto('tripEnquiries').values(row).execute()
    const { product, price, itinerary } = asked
    const text = [product, price, itinerary].filter((one) => one !== '').join('；')
    return logTrip(ctx, trip, { action: 'asked', text, itemId })
  },

  /** S4-52, S4-53: one more contribution; the trip takes its place and days over while they are not agreed. */
  need: async (ctx, { id, saidAt, ...said }) => {
    const trip = await openTrip(ctx, id)
    if (TRIP_STAGES.indexOf(trip.stage) > TRIP_STAGES.indexOf('confirmation')) refuse('trip-use-change')
    const itemId = ctx.newId()
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    await insertNeed(ctx.db, { ...said, id: itemId, tripId: id, saidAt: momentOf(ctx, saidAt), ...by })
    const { destination, startsOn, endsOn } = sheetOf((await partsOf(ctx.db, id)).needs)
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) refuse('trip-days-order')
    const change = {
      destination: destination ?? trip.destination,
      startsOn: startsOn ?? trip.startsOn,
      endsOn: endsOn ?? trip.endsOn,
    }
    return logTrip(ctx, trip, { action: 'needs', text: said.note, itemId, change })
  },

  /** S4-54..56: a new version with its options, measured against the budget of now; the versions before it stay. */
  propose: async (ctx, { id, basis, options, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const { needs, proposals } = await partsOf(ctx.db, id)
    const sheet = sheetOf(needs)
    const facts = { stage: trip.stage, sheetMissing: sheet.missing.length, versions: proposals.length, basis }
    must(canPropose(facts))
    const itemId = ctx.newId()
    const version = (proposals[0]?.version ?? 0) + 1
    await ctx.db
      .insertInto('tripProposals')
      .values({
        ...{ id: itemId, tripId: id, version, state: 'draft', basis, budgetFen: sheet.budgetFen },
        ...{ createdAt: ctx.now, createdBy: ctx.actor.id, offeredAt: null, offeredChannel: null, offeredBy: null },
      })
      .execute()
    const rows = options.map((one, place) => ({ ...one, id: ctx.newId(), proposalId: itemId, place: place + 1 }))
    await ctx.db.insertInto('tripOptions').values(rows).execute()
    return logTrip(ctx, trip, { action: 'proposed', text: `V${version} ${basis}`.trim(), itemId })
  },

  /** A version that is offered takes the place of those before it. */
  offer: async (ctx, { id, proposalId, channel, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const { proposals } = await partsOf(ctx.db, id)
    const proposal = found(
      proposals.find((one) => one.id === proposalId),
      'proposal',
    )
    must(canOffer(proposal.state))
    if (proposal.version !== proposals[0]?.version) refuse('trip-version-replaced')
    const older = proposals.filter((one) => one.version < proposal.version).map((one) => one.id)
    if (older.length > 0)
      await ctx.db.updateTable('tripProposals').set({ state: 'replaced' }).where('id', 'in', older).execute()
    const offered = { offeredAt: ctx.now, offeredChannel: channel, offeredBy: ctx.actor.id }
    await ctx.db
      .updateTable('tripProposals')
      .set({ state: 'offered', ...offered })
      .where('id', '=', proposalId)
      .execute()
    return logTrip(ctx, trip, { action: 'offered', text: `V${proposal.version}`, itemId: proposalId })
  },

  /** S4-05: when, by which channel and to which version the customer said yes, or what is to be changed. */
  answer: async (ctx, { id, proposalId, optionId, kind, channel, saidAt, text, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const { proposals, options } = await partsOf(ctx.db, id)
    const proposal = found(
      proposals.find((one) => one.id === proposalId),
      'proposal',
    )
    const option = optionId === null ? null : found(optionIn(options, proposalId, optionId), 'option')
    must(canAnswer({ state: proposal.state, kind, hasOption: option !== null, text }))
    const itemId = ctx.newId()
    const said = { saidAt: momentOf(ctx, saidAt), recordedAt: ctx.now, recordedBy: ctx.actor.id }
    if (said.saidAt < (proposal.offeredAt ?? 0)) refuse('trip-time')
    const row = { id: itemId, tripId: id, proposalId, optionId, kind, channel, text, ...said }
    await ctx.db.insertInto('tripAnswers').values(row).execute()
    const state = kind === 'accepted' ? 'accepted' : 'offered'
    await ctx.db.updateTable('tripProposals').set({ state }).where('id', '=', proposalId).execute()
    const words = [`V${proposal.version}`, option?.name ?? '', text].filter((one) => one !== '').join(' ')
    return logTrip(ctx, trip, { action: kind, text: words, itemId })
  },
}

const optionIn = (options: TripParts['options'], proposalId: string, optionId: string) =>
  options.find((one) => one.id === optionId && one.proposalId === proposalId)

/** When something was said: now, or a moment that is past. */
export function momentOf(ctx: Ctx, at: Instant | undefined): Instant {
  if (at === undefined) return ctx.now
  if (!isPast(at, ctx.now)) refuse('trip-time')
  return at
}
