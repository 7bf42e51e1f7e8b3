import type { Instant } from '../../../shared/time.ts'

/** What a date-and-time field of the window may hold. */
export const SHANGHAI_INPUT = { max: '9999-12-31T23:59' }

/** The moment of a date-and-time field in the desk's time; null while it is empty or not whole. */
export function instantOf(text: string): Instant | null {
  const at = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
