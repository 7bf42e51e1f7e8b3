import type { CaseEventView } from '../../shared/cases/views.ts'
import { MINUTE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'
import { type CaseFile, viewerOf } from './case-file.ts'
import type { StoredClock } from './clock-store.ts'
import { type EventRecord, namesOf } from './queries.ts'
import { isOfTeam, markSeen, receiversOf, type SignalRow } from './signal-store.ts'

/** The clocks of a case as they are shown: whoever is told of a limit and reads this, has seen it. */
export async function seenClocks(ctx: Ctx, { clocks, row }: CaseFile): Promise<StoredClock[]> {
  const viewer = viewerOf(ctx)
  const isOwn = viewer.role !== 'lead' || (await isOfTeam(ctx.db, row.ownerId, viewer.id))
  const receivers = receiversOf(viewer, row.ownerId).filter((one) => one !== 'lead' || isOwn)
  const isNew = (one: SignalRow) => one.seenAt === null && receivers.includes(one.tells)
  const ids = clocks.filter(({ told }) => told.some(isNew)).map((clock) => clock.id)
  await markSeen(ctx.db, ids, receivers, viewer.id, ctx.now)
  const seen = { seenAt: ctx.now, seenBy: viewer.id }
  return clocks.map((clock) => ({ ...clock, told: clock.told.map((one) => (isNew(one) ? { ...one, ...seen } : one)) }))
}

/** S1-46: the log with the limits used up, in the order in which things happened. */
export async function trailOf(
  db: Db,
  events: readonly EventRecord[],
  clocks: readonly StoredClock[],
  people: ReadonlyMap<string, string>,
): Promise<CaseEventView[]> {
  const readers = clocks.flatMap(({ told }) => told.flatMap((one) => one.seenBy ?? []))
  const names = new Map([...people, ...(await namesOf(db, readers))])
  const log = events.map((event): CaseEventView => {
    const { data, caseId: _, ...entry } = event
    return { ...entry, actorName: names.get(event.actorId) ?? event.actorId, data: JSON.parse(data) }
  })
  const told = clocks.flatMap((clock) => clock.told.flatMap((signal) => toldOf(clock, signal, names)))
  return [...log, ...told].sort((x, y) => x.at - y.at || (x.seq ?? 0) - (y.seq ?? 0))
}

/** What a clock told, each reminder by itself and at its own time. */
function toldOf(clock: StoredClock, row: SignalRow, names: ReadonlyMap<string, string>): CaseEventView[] {
  const every = (clock.reminder?.everyMinutes ?? 0) * MINUTE
  const { kind, round, breachedAt } = clock
  const { percent, reminder, level, tells, seenAt, seenBy, recordedAt } = row
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
        ...{ clock: kind, round, percent, level, tells, seenAt },
        seenBy: seenBy === null ? null : (names.get(seenBy) ?? seenBy),
        reminder: reminder === 0 ? 0 : reminder + n,
        isBreach: reminder === 0 && at === breachedAt,
      },
    }
  })
}
