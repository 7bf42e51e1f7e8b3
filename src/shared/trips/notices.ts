import { DAY, type Day, HOUR, type Instant } from '../time.ts'
import type { NoticeState } from './words.ts'

/** The desk's day begins at midnight in Shanghai. */
const DESK_OFFSET = 8 * HOUR
const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) - DESK_OFFSET

/** S4-14: a change is told at once on the road or within three days of departure, the same day within two weeks, else within a day. */
export function changeDueAt(now: Instant, startsOn: Day | null): Instant {
  if (startsOn === null) return now + DAY
  const left = startOf(startsOn) - now
  if (left <= 3 * DAY) return now + HOUR
  return now + (left <= 14 * DAY ? 4 * HOUR : DAY)
}

/** S4-58: a booking confirmation is sent within a working day of being written. */
export function confirmationDueAt(now: Instant): Instant {
  return now + DAY
}

/** Whether a customer was told in time. */
export function noticeStateOf(notice: { dueAt: Instant; toldAt: Instant | null }, now: Instant): NoticeState {
  if (notice.toldAt !== null) return notice.toldAt <= notice.dueAt ? 'inTime' : 'toldLate'
  return now <= notice.dueAt ? 'waiting' : 'late'
}
