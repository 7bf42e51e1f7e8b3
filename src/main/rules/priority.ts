import {
  type Importance,
  PRIORITIES,
  type Priority,
  type Severity,
  type TimeClass,
  type Urgency,
} from '../../shared/cases/words.ts'
import type { PriorityNumbers } from '../../shared/targets/desk-numbers.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'

/** S2-18: the time class that a severity suggests. */
export const DEFAULT_TIME_CLASS: Record<Severity, TimeClass> = { general: 'h48', major: 'h24', urgent: 'immediate' }

export type PriorityFacts = { urgency: Urgency; importance: Importance; tier: MemberTier }

/** The priority with its reasons: what the matrix says and how far the tier raised it. */
export type PriorityResult = { priority: Priority; base: Priority; raisedBy: number }

/** S2-30 S3-46: priority by the policy's matrix, raised by the member's tier, never above the first. */
export function priorityOf(
  { urgency, importance, tier }: PriorityFacts,
  { matrix, tierPlaces }: Pick<PriorityNumbers, 'matrix' | 'tierPlaces'>,
): PriorityResult {
  const base = matrix[`${urgency}-${importance}`]
  const from = PRIORITIES.indexOf(base)
  const to = Math.max(0, from - tierPlaces[tier])
  return { priority: PRIORITIES[to] ?? base, base, raisedBy: from - to }
}

/** What the queue orders a case by. */
export type QueueEntry = { priority: Priority; dueAt: number | null; receivedAt: number }

/** S5-18: most pressing first, then the earliest due time, then the longest wait. */
export function compareQueue(a: QueueEntry, b: QueueEntry): number {
  const byPriority = PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority)
  if (byPriority !== 0) return byPriority
  const due = (entry: QueueEntry) => entry.dueAt ?? Number.MAX_SAFE_INTEGER
  return due(a) - due(b) || a.receivedAt - b.receivedAt
}
