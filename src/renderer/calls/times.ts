import type { LiveCall } from '../../shared/calls/model.ts'
import { type Instant, SECOND } from '../../shared/time.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** A span as a telephone shows it: 04:07, or 1:04:07 from an hour on. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** How long the present state of the call has lasted; talking leaves out what was spent on hold. */
export function spentMs(live: LiveCall, now: Instant): number {
  switch (live.state) {
    case 'ringing':
      return now - live.startedAt
    case 'talking':
      return now - (live.answeredAt ?? now) - live.holdMs
    case 'held':
      return now - (live.heldSince ?? now)
    default:
      return now - (live.endedAt ?? now)
  }
}

/** The ring that sounds now, counted from one. */
export function ringNow(live: LiveCall, now: Instant): number {
  return Math.max(1, Math.ceil((now - live.startedAt) / SECOND / live.ring.secondsPerRing))
}

/** `2026-09-30T15:00` of a date field, read as desk time; undefined while it is incomplete. */
export function deskInstant(field: string): Instant | undefined {
  const at = Date.parse(`${field}:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

/** What a date field shows for a moment in desk time. */
export function deskField(at: Instant): string {
  return new Date(at + 8 * 3600 * SECOND).toISOString().slice(0, 16)
}
