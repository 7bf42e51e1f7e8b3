import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'

export type Hand = { id: string; role: Role }

/** S1-40: an agent writes on cases of their own only, leads and managers on any; a closed case is not written on. */
export function canWorkOn(actor: Hand, matter: { ownerId: string | null; isOpen: boolean }): Decision {
  if (!matter.isOpen) return deny('case-is-closed')
  return canAddTo(actor, matter)
}

/** Who may add what is still owed after a case was closed: the same people. */
export function canAddTo(actor: Hand, matter: { ownerId: string | null }): Decision {
  return actor.role === 'agent' && matter.ownerId !== actor.id ? deny('case-not-owner') : allow
}
