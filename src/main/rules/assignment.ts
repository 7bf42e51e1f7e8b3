import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'

/** An agent hands a case on this often; after that a lead decides (S5-68). */
export const MAX_TRANSFERS = 2

export type AssignFacts = { ownerId: string | null; isOpen: boolean; transfers: number }
export type Assignee = { id: string; role: Role; isActive: boolean }

/**
 * S1-40 S5-68: who may give a case to whom. An agent takes a case that nobody has, or hands on one of their own with
 * a reason and not without end; leads and managers give any open case to anyone who works with cases.
 */
export function canAssign(
  actor: { id: string; role: Role },
  facts: AssignFacts,
  to: Assignee,
  reason: string,
): Decision {
  if (!facts.isOpen) return deny('case-is-closed')
  if (to.id === facts.ownerId) return deny('case-same-owner')
  if (!to.isActive || to.role === 'admin') return deny('case-not-a-handler')
  if (facts.ownerId !== null && reason === '') return deny('case-assign-reason')
  if (actor.role !== 'agent') return allow
  if (facts.ownerId === null) return to.id === actor.id ? allow : deny('case-not-owner')
  if (facts.ownerId !== actor.id) return deny('case-not-owner')
  return facts.transfers < MAX_TRANSFERS ? allow : deny('case-transfers', { max: MAX_TRANSFERS })
}
