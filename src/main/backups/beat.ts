import { HOUR, type Instant } from '../../shared/time.ts'
import type { OpenStore } from '../engine/desk.ts'

const tried = new WeakMap<OpenStore, Instant>()

/**
 * Whether a backup that is due may be tried now. One that could not even be put on record, because the store's own disk is
 * full, must not be tried at every beat.
 */
export function mayTryBackup(open: OpenStore, now: Instant): boolean {
  const last = tried.get(open)
  if (last !== undefined && last <= now && now - last < HOUR) return false
  tried.set(open, now)
  return true
}
