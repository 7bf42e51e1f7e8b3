import type { CallId, CaseId, MemberId } from '../../shared/ids.ts'
import { go } from '../ui/navigation.ts'

/** Opens a member's file. */
export function openMember(id: MemberId): void {
  go('members', { id })
}

/** Begins a case of this member. */
export function newCaseOf(memberId: MemberId): void {
  go('cases', { new: 1, memberId })
}

export function openCase(id: CaseId): void {
  go('cases', { id })
}

export function openCall(id: CallId): void {
  go('calls', { id })
}
