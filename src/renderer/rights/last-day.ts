import type { Instant } from '../../shared/time.ts'
import { dateText } from '../ui/formats.ts'

/** The last day of a limit that ends with a day. */
export function lastDayText(dueAt: Instant): string {
  return dateText(dueAt - 1)
}
