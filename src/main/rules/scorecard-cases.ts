import type { CaseKind } from '../../shared/cases/words.ts'
import { type Behind, creditOf } from '../../shared/scorecards/credit.ts'
import type { Instant } from '../../shared/time.ts'
import { CUSTOMER_CLOCKS } from './report-figures.ts'

type WorkEntry = { at: Instant; actorId: string; kind: string; emits: readonly string[] }
type WorkClock = { kind: string; state: string; dueAt: Instant }

/** A case with what its month's figures read of it. */
export type WorkedCase = {
  id: string
  kind: CaseKind
  state: string
  ownerId: string | null
  receivedAt: Instant
  closedAt: Instant | null
  entries: readonly WorkEntry[]
  clocks: readonly WorkClock[]
  /** What the customer answered last when asked whether it is solved. */
  solved: string | null
}

export type Stretch = { from: Instant; to: Instant }

const NOT_ACCEPTED = ['rejected', 'withdrawn', 'merged']
/** Entries that are somebody's work on the matter itself. */
const WORK = ['opened', 'step', 'contacted', 'progress', 'visit', 'amended', 'followUpDone']
/** Giving out, approving, sending back and closing is a superior's part, not work on the case. */
const OVERSIGHT = ['assigned', 'planApproved', 'planReturned', 'sentBack', 'closed', 'archived', 'appealDecided']

const isClosedIn = ({ closedAt }: WorkedCase, { from, to }: Stretch) =>
  closedAt !== null && closedAt >= from && closedAt < to

/** Everybody who worked on a case before a moment. */
function workersOf({ entries }: WorkedCase, until: Instant): string[] {
  const isWork = ({ kind, emits }: WorkEntry) =>
    WORK.includes(kind) && (emits.length === 0 || emits.some((event) => !OVERSIGHT.includes(event)))
  return entries
    .filter((entry) => entry.at < until && entry.actorId !== 'system' && isWork(entry))
    .map((e) => e.actorId)
}

/** S3-95: null for a case that does not count in the month; else whether it was solved and stayed so. */
export function isResolved(one: WorkedCase, month: Stretch): boolean | null {
  if (one.kind === 'suggestion' || NOT_ACCEPTED.includes(one.state) || !isClosedIn(one, month)) return null
  return one.solved !== 'no' && !one.entries.some(({ emits }) => emits.includes('reopened'))
}

/** Contacts with the customer after the first. */
const LATER_CONTACTS = ['contacted', 'progress', 'visit', 'followUpDone']
/** What says that it was not settled there and then. */
const PUT_OFF = ['complexMarked', 'waitingCustomer', 'assigned']

/** Null for what cannot be settled at once; else whether one person settled it in one contact and it stayed so. */
export function isFirstContact(one: WorkedCase, month: Stretch): boolean | null {
  if (one.kind !== 'enquiry' && one.kind !== 'service') return null
  const isSettled = isResolved(one, month)
  if (isSettled === null) return null
  const hasLater = one.entries.some(
    ({ kind, emits }) => LATER_CONTACTS.includes(kind) || emits.some((event) => PUT_OFF.includes(event)),
  )
  return isSettled && !hasLater && new Set(workersOf(one, month.to)).size <= 1
}

/** S3-96: null for a complaint that does not count in the month; else whether every limit promised to the customer was kept. */
export function isInTime(one: WorkedCase, month: Stretch): boolean | null {
  if (one.kind !== 'complaint' || NOT_ACCEPTED.includes(one.state)) return null
  const clocks = one.clocks.filter(({ kind }) => (CUSTOMER_CLOCKS as readonly string[]).includes(kind))
  if (isClosedIn(one, month)) {
    const decided = clocks.filter(({ state }) => state === 'met' || state === 'breached')
    return decided.length === 0 ? null : decided.every(({ state }) => state === 'met')
  }
  const wasOpen = one.receivedAt < month.to && (one.closedAt === null || one.closedAt >= month.to)
  const isLate = ({ state, dueAt }: WorkClock) => dueAt < month.to && (state === 'breached' || state === 'running')
  return wasOpen && clocks.some(isLate) ? false : null
}

/** What one case adds to each person's numbers: its credit adds up to one case. */
export function shareOut(one: WorkedCase, isHit: boolean, month: Stretch): { userId: string; behind: Behind }[] {
  const at = one.closedAt !== null && one.closedAt < month.to ? one.closedAt : month.to - 1
  return [...creditOf(one.ownerId, workersOf(one, month.to))].map(([userId, credit]) => ({
    userId,
    behind: { kind: 'case', id: one.id, at, credit, isHit, value: null },
  }))
}
