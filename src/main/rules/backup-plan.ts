import type { BackupPlan } from '../../shared/backups/model.ts'
import { HOUR, type Instant } from '../../shared/time.ts'

/** After a backup that failed the next one is tried this soon: no plan has shorter hours. */
const RETRY = HOUR

export type Made = { at: Instant; outcome: 'done' | 'failed' }

/**
 * When the next backup is due. `last` is the one made last, whatever the clock said then: after a clock that was set back
 * its time lies ahead, and the next is due at once rather than days later.
 */
export function nextBackup(
  { since, everyHours }: Pick<BackupPlan, 'since' | 'everyHours'>,
  last: Made | undefined,
  now: Instant,
): Instant {
  if (!last || last.at < since) return since
  if (last.at > now) return now
  return last.at + (last.outcome === 'done' ? everyHours * HOUR : RETRY)
}

export type Kept = { outcome: 'done' | 'failed'; removedAt: Instant | null }

/** Which backups give way, of those there are, the newest first: all that stand beyond the number that is kept. */
export function beyondPlan<T extends Kept>(newestFirst: readonly T[], keep: number): T[] {
  return newestFirst.filter(({ outcome, removedAt }) => outcome === 'done' && removedAt === null).slice(keep)
}
