import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { canEnd, canMove } from '../../shared/trips/stages.ts'
import { TRIP_STAGES } from '../../shared/trips/words.ts'
import { openRow, takeNumber } from '../cases/case-file.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { afterCancelling, afterEntering } from '../journeys/hooks.ts'
import { memberScopeOf } from '../members/reach.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { dayAt } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import { booking } from './booking.ts'
import { notices } from './notices.ts'
import { logTrip, openTrip, readTrip } from './open-trip.ts'
import { partsOf } from './part-queries.ts'
import { proposing } from './proposing.ts'
import {
  countByStage,
  countTrips,
  inStage,
  insertEvent,
  insertNeed,
  insertTrip,
  membersOf,
  pageOfTrips,
  type TripRecord,
  tripsOf,
} from './queries.ts'
import { missingOf, toFile, toRows } from './views.ts'

export const trips: FeatureHandlers<'trips'> = {
  ...proposing,
  ...booking,
  ...notices,

  open: async (ctx, { memberId, caseId, title, channel, destination, startsOn, endsOn, ownerId }) => {
    const { db, now, actor } = ctx
    ctx.subject({ memberId })
    if (!(await membersOf(db, [memberId])).has(memberId)) found(null, 'member')
    if (caseId !== null) {
      const matter = await openRow(ctx, caseId)
      if (matter.kind !== 'enquiry') refuse('trip-not-an-enquiry')
      if (matter.memberId !== null && matter.memberId !== memberId) refuse('trip-other-member')
      ctx.subject({ memberId })
    }
    await mustBeHandler(ctx, ownerId)
    const id = ctx.newId()
    await insertTrip(db, {
      ...{ id, memberId, caseId, title, channel, destination, startsOn, endsOn },
      number: await nextNumber(ctx),
      stage: 'enquiry',
      state: 'open',
      stageSince: now,
      ownerId: ownerId ?? actor.id,
      lastSeq: 1,
      openedAt: now,
      openedBy: actor.id,
      ...{ closedAt: null, closedBy: null, closingNote: '' },
    })
    await insertEvent(db, { tripId: id, seq: 1, at: now, actorId: actor.id, action: 'opened', text: title })
    if (destination !== '' || startsOn !== null || endsOn !== null)
      await insertNeed(db, {
        ...{ id: ctx.newId(), tripId: id, channel, saidAt: now, destination: destination || null, startsOn, endsOn },
        ...{ lodging: null, transport: null, budgetFen: null, travellers: null, note: '' },
        ...{ recordedAt: now, recordedBy: actor.id },
      })
    return { id, lastSeq: 1, itemId: null }
  },

  file: async (ctx, { id }) => toFile(ctx, await readTrip(ctx, id)),

  board: async (ctx, { ownerId, limit }) => {
    const scope = memberScopeOf(ctx)
    const counts = await countByStage(ctx.db, scope, ownerId)
    const columns = []
    for (const stage of TRIP_STAGES) {
      const rows = counts.has(stage) ? await inStage(ctx.db, scope, stage, ownerId, limit) : []
      columns.push({ stage, count: counts.get(stage) ?? 0, trips: await toRows(ctx, rows) })
    }
    return columns
  },

  list: async (ctx, { state, after, limit }) => {
    const scope = memberScopeOf(ctx)
    const found = await pageOfTrips(ctx.db, scope, state, after, limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: await toRows(ctx, shown),
      total: await countTrips(ctx.db, scope, state),
      next: found.length > limit && last ? { openedAt: last.openedAt, id: last.id } : null,
    }
  },

  of: async (ctx, { memberId, caseId }) => {
    if (caseId !== null) {
      await openRow(ctx, caseId)
      return toRows(ctx, await tripsOf(ctx.db, { caseId }))
    }
    if (memberId === null) return []
    return toRows(ctx, await tripsOf(ctx.db, { memberIds: await familyOf(ctx.db, memberId) }))
  },

  change: async (ctx, { id, title, destination, startsOn, endsOn, ownerId, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    await mustBeHandler(ctx, ownerId)
    const isMoved = startsOn !== trip.startsOn || endsOn !== trip.endsOn || destination !== trip.destination
    if (isMoved && isAgreed(trip)) refuse('trip-use-change')
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) refuse('trip-days-order')
    const { title: wasTitle, destination: wasTo, startsOn: wasFrom, endsOn: wasUntil, ownerId: wasOwner } = trip
    return logTrip(ctx, trip, {
      action: 'changed',
      text: title,
      change: { title, destination, startsOn, endsOn, ownerId },
      before: { title: wasTitle, destination: wasTo, startsOn: wasFrom, endsOn: wasUntil, ownerId: wasOwner },
    })
  },

  /** S4-01..09: one stage on when nothing is missing, one stage back for a reason. */
  advance: async (ctx, { id, to, reason, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    const { stage: from, state } = trip
    const missing = await missingOf(ctx, trip, await partsOf(ctx.db, id))
    must(canMove({ from, state, to, missing, reason }))
    ctx.note({ before: { stage: from } })
    const isBack = TRIP_STAGES.indexOf(to) < TRIP_STAGES.indexOf(from)
    const text = reason === '' ? to : `${to} ${reason}`
    const change = { stage: to, stageSince: ctx.now }
    const mark = await logTrip(ctx, trip, { action: isBack ? 'back' : 'advanced', text, change })
    await afterEntering(ctx, { ...trip, ...change }, to)
    return mark
  },

  end: async (ctx, { id, as, note, expectedSeq }) => {
    const trip = await openTrip(ctx, id, expectedSeq)
    must(canEnd(trip, as, await missingOf(ctx, trip, await partsOf(ctx.db, id))))
    const ended = { state: as, closedAt: ctx.now, closedBy: ctx.actor.id, closingNote: note }
    if (as === 'cancelled') await afterCancelling(ctx, id)
    return logTrip(ctx, trip, { action: as, text: note, change: ended })
  },
}

/** From here on what was agreed is changed with a reason and a notice (S4-13). */
const isAgreed = ({ stage }: TripRecord) => TRIP_STAGES.indexOf(stage) > TRIP_STAGES.indexOf('confirmation')

async function mustBeHandler({ db }: Ctx, id: UserId | null): Promise<void> {
  if (id !== null) must(canBeAsked(found(await findUserById(db, id), 'user')))
}

async function nextNumber({ db, now }: Ctx): Promise<string> {
  const year = dayAt(DESK_ZONE, now).slice(0, 4)
  return `XC-${year}-${String(await takeNumber(db, 'trip', year)).padStart(4, '0')}`
}
