import type { Gap } from '../../shared/routing/words.ts'
import { HOUR, type Instant } from '../../shared/time.ts'

/** An open complaint as the search for gaps sees it. */
export type Watched = {
  ownerId: string | null
  /** False for an owner who has left. */
  isOwnerActive: boolean
  /** The next running limit, the next follow-up, the next sub-task: whatever will make somebody act. */
  nextDueAt: Instant | null
  hasFollowUp: boolean
  hasSubTask: boolean
  receivedAt: Instant
  lastContactAt: Instant | null
  /** The desk looked for a qualified person and found none. */
  isWaiting: boolean
  /** Somebody was told to act and has not read it. */
  isUnseen: boolean
}

/** S1-11 S5-22: what an open complaint lacks; nothing when it is in good hands. */
export function gapsOf(matter: Watched, now: Instant, contactHours: number): Gap[] {
  const since = matter.lastContactAt ?? matter.receivedAt
  const gaps: [Gap, boolean][] = [
    ['owner', matter.ownerId === null || !matter.isOwnerActive],
    ['nextStep', matter.nextDueAt === null && !matter.hasFollowUp && !matter.hasSubTask],
    ['contact', now - since >= contactHours * HOUR],
    ['overdue', matter.nextDueAt !== null && matter.nextDueAt <= now],
    ['notQualified', matter.isWaiting],
    ['unseen', matter.isUnseen],
  ]
  return gaps.filter(([, stands]) => stands).map(([name]) => name)
}

/** Events of a log that mean that somebody spoke with the customer. */
const CONTACTS = ['responded', 'confirmed', 'progressTold', 'preliminaryTold', 'customerReturned', 'replied', 'visited']

/** True when an entry of a log is a contact with the customer. */
export function isContact(kind: string, emits: readonly string[]): boolean {
  return kind === 'contacted' || kind === 'visit' || emits.some((event) => CONTACTS.includes(event))
}

/** A complaint's first answer: how long it took, or how long it has been awaited. */
export type Answered = { receivedAt: Instant; answeredAt: Instant | null; dueAt: Instant | null }

export type ResponseFigures = {
  complaints: number
  answered: number
  /** Answered within their limit, in percent of those that were due. */
  withinPercent: number | null
  medianMs: number | null
  meanMs: number | null
}

/** S4-135: how long customers wait for the first answer. */
export function responseFigures(list: readonly Answered[], now: Instant): ResponseFigures {
  const waits = list.flatMap(({ receivedAt, answeredAt }) => (answeredAt === null ? [] : [answeredAt - receivedAt]))
  const due = list.filter(({ dueAt, answeredAt }) => dueAt !== null && (answeredAt !== null || dueAt <= now))
  const within = due.filter(({ dueAt, answeredAt }) => answeredAt !== null && answeredAt <= (dueAt ?? 0))
  const sorted = waits.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return {
    complaints: list.length,
    answered: waits.length,
    withinPercent: due.length === 0 ? null : Math.round((within.length / due.length) * 1000) / 10,
    medianMs: waits.length === 0 ? null : Math.round((low + high) / 2),
    meanMs: waits.length === 0 ? null : Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length),
  }
}
