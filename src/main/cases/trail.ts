import type { CaseEventView } from '../../shared/cases/views.ts'
import { MINUTE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { type CaseFile, viewerOf } from './case-file.ts'
import type { StoredClock } from './clock-store.ts'
import type { EventRecord } from './queries.ts'
import { isOfTeam, markSeen, receiversOf, signalsOf, type ToldSignal } from './signal-store.ts'

/** The clocks of a case as they are shown: whoever is told of a limit and reads this, has seen it. */
export async function seenClocks(ctx: Ctx, { clocks, row }: CaseFile): Promise<StoredClock[]> {
  const viewer = viewerOf(ctx)
  const isOwn = viewer.role !== 'lead' || (await isOfTeam(ctx.db, row.ownerId, viewer.id))
  const receivers = receiversOf(viewer, row.ownerId).filter((one) => one !== 'lead' || isOwn)
  const isNew = ({ toldGroup, people, seenAt, tells }: ToldSignal) =>
    toldGroup === null
      ? seenAt === null && receivers.includes(tells)
      : people.some((person) => person.id === viewer.id && person.seenAt === null)
  const fresh = clocks.flatMap(({ told }) => told.filter(isNew))
  if (fresh.length === 0) return [...clocks]
  await markSeen(ctx.db, fresh, viewer.id, ctx.now)
  const told = await signalsOf(
    ctx.db,
    clocks.map(({ id }) => id),
  )
  return clocks.map((clock) => ({ ...clock, told: told.filter(({ clockId }) => clockId === clock.id) }))
}

/** S1-46: the log with the limits used up, in the order in which things happened. */
export function trailOf(
  events: readonly EventRecord[],
  clocks: readonly StoredClock[],
  people: ReadonlyMap<string, string>,
): CaseEventView[] {
  const log = events.map((event): CaseEventView => {
    const { data, caseId: _, ...entry } = event
    return { ...entry, actorName: people.get(event.actorId) ?? event.actorId, data: JSON.parse(data) }
  })
  const told = clocks.flatMap((clock) => clock.told.flatMap((signal) => toldOf(clock, signal)))
  return [...log, ...told].sort((x, y) => x.at - y.at || (x.seq ?? 0) - (y.seq ?? 0))
}

/** What a clock told, each reminder by itself and at its own time. */
function toldOf(clock: StoredClock, row: ToldSignal): CaseEventView[] {
  const every = (clock.reminder?.everyMinutes ?? 0) * MINUTE
  const { kind, round, breachedAt } = clock
  const { percent, reminder, level, tells, alsoTells: also, thirdTells: third, people, recordedAt } = row
  return Array.from({ length: row.count }, (_, n): CaseEventView => {
    const at = row.at + n * every
    return {
      ...{
        seq: null,
        at,
        recordedAt,
        actorId: 'system',
        actorName: '',
        kind: 'signal',
        fromState: null,
        toState: null,
      },
      data: {
        ...{ clock: kind, round, percent, level, tells, also, third, people, isRoleOnly: row.toldGroup === null },
        reminder: reminder === 0 ? 0 : reminder + n,
        isBreach: reminder === 0 && at === breachedAt,
      },
    }
  })
}
