import type { Instant } from '../../shared/time.ts'

const DESK_OFFSET = 8 * 3_600_000

/** An instant as a date-and-time field shows it, in desk time. */
export function toField(at: Instant | null): string {
  return at === null ? '' : new Date(at + DESK_OFFSET).toISOString().slice(0, 16)
}

/** What a date-and-time field holds as an instant; null while it is empty or incomplete. */
export function fromField(text: string): Instant | null {
  const at = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
