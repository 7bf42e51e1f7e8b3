import type { MemberId } from '../../shared/ids.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { inEmergency } from './emergency-queries.ts'
import { contactsFor, tripsAt, troublesOf } from './queries.ts'

const count = (list: readonly string[], id: string) => list.filter((one) => one === id).length

/** Who is on the way today, or back and not heard yet; what is in trouble or due comes first. */
export const road: Handler<'journeys.road'> = async (ctx, { view, isMine, limit }) => {
  const { db, now } = ctx
  const isRoad = view === 'road'
  const trips = await tripsAt(db, isRoad ? 'inTrip' : 'afterTrip', isMine ? ctx.actor.id : null, limit)
  const ids = trips.map(({ id }) => id)
  const contacts = Map.groupBy(await contactsFor(db, ids, isRoad ? 'tracking' : 'afterSales'), ({ tripId }) => tripId)
  const emergencies = await inEmergency(db, ids)
  const troubles = await troublesOf(db, ids)
  const names = await namesOf(
    db,
    trips.map(({ ownerId }) => ownerId),
  )
  const rows = trips.flatMap(({ id, number, title, destination, memberId, memberName, ownerId, startsOn, endsOn }) => {
    const own = contacts.get(id) ?? []
    if (!isRoad && own.some(({ isReached }) => isReached === 1)) return []
    const nextDueAt = own.find(({ state }) => state === 'planned')?.dueAt ?? null
    return [
      {
        ...{ tripId: id, number, title, destination, memberName, startsOn, endsOn, nextDueAt },
        memberId: memberId as MemberId,
        ownerName: names.get(ownerId) ?? '',
        isOverdue: nextDueAt !== null && nextDueAt < now,
        openEmergencies: count(emergencies, id),
        troubles: count(troubles, id),
        missed: own.filter(({ state, isReached }) => state === 'done' && isReached === 0).length,
      },
    ]
  })
  const due = ({ nextDueAt }: (typeof rows)[number]) => nextDueAt ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted((a, b) => b.openEmergencies - a.openEmergencies || b.troubles - a.troubles || due(a) - due(b))
}
