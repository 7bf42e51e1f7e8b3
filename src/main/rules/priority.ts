import {
  type Importance,
  PRIORITIES,
  type Priority,
  type Severity,
  type TimeClass,
  type Urgency,
} from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'

/** S2-30: urgency by importance. */
const MATRIX: Record<Urgency, Record<Importance, Priority>> = {
  high: { high: 'p1', normal: 'p2', low: 'p3' },
  normal: { high: 'p2', normal: 'p3', low: 'p4' },
  low: { high: 'p3', normal: 'p4', low: 'p4' },
}

/** S3-46: how many places a tier moves a case up. */
const TIER_RAISE: Record<MemberTier, number> = { diamond: 2, platinum: 1, gold: 1, silver: 0, none: 0 }

/** S2-18: the time class that a severity suggests. */
export const DEFAULT_TIME_CLASS: Record<Severity, TimeClass> = { general: 'h48', major: 'h24', urgent: 'immediate' }

export type PriorityFacts = { urgency: Urgency; importance: Importance; tier: MemberTier }

/** The priority with its reasons: what the matrix says and how far the tier raised it. */
export type PriorityResult = { priority: Priority; base: Priority; raisedBy: number }

/** S2-30 S3-46: priority from urgency and importance, raised by the member's tier, never above the first. */
export function priorityOf({ urgency, importance, tier }: PriorityFacts): PriorityResult {
  const base = MATRIX[urgency][importance]
  const from = PRIORITIES.indexOf(base)
  const to = Math.max(0, from - TIER_RAISE[tier])
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
