import type { Instant } from '../../shared/time.ts'
import { kindOfRow } from '../cases/clock-store.ts'
import { groupNamer } from '../cases/told-groups.ts'
import type { Db, Row } from '../store/types.ts'

type Stored = { clocks: readonly Row<'clocks'>[]; signals: readonly Row<'clockSignals'>[] }

/** Names who is told here of what imported cases tell; what was told elsewhere or before stays as it is. */
export function toldHere(db: Db, now: Instant): (stored: Stored) => Promise<Row<'clockSignals'>[]> {
  const groupsOf = groupNamer(db, now)
  return async ({ clocks, signals }) => {
    const clockOf = new Map(clocks.map((clock) => [clock.id, clock]))
    const tellings = signals.flatMap(({ clockId, toldGroup, seenAt, tells, alsoTells: also, thirdTells: third }) => {
      const clock = clockOf.get(clockId)
      if (!clock) return []
      const { caseId, item } = clock
      const news = toldGroup === null && seenAt === null ? [{ tells, also, third }] : []
      return [{ place: { caseId, kind: kindOfRow(clock), item }, news }]
    })
    const groups = await groupsOf(tellings)
    return signals.map((signal, i) => ({ ...signal, toldGroup: groups[i]?.[0] ?? signal.toldGroup }))
  }
}
