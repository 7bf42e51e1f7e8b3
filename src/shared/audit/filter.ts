import { z } from 'zod'
import { caseId, memberId, userId } from '../ids.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'

/** How a call ended: done, refused by a rule, or failed for a reason that no rule knows. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

const typed = (longest: number) => z.string().trim().max(longest).refine(isStorable, { message: 'unreadable' })

/** What narrows the audit log; conditions hold together, and one that is left out narrows nothing. */
export const auditFilter = z.object({
  from: instant.optional(),
  to: instant.optional(),
  actor: userId.optional(),
  member: memberId.optional(),
  /** Card of the member concerned, whole. */
  card: typed(40).optional(),
  case: caseId.optional(),
  /** Number of the case concerned, whole. */
  caseNumber: typed(40).optional(),
  call: z.string().max(60).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** Words that all stand in what an entry shows. */
  text: typed(200).optional(),
})
export type AuditFilter = z.output<typeof auditFilter>
