import type { LiveCall } from '../../shared/calls/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import { go } from '../ui/navigation.ts'

/** Opens a member's file. */
export function openMember(id: MemberId): void {
  go('members', { id })
}

/** Begins a case that names this call; the form reads member and number from it. */
export function newCaseFrom({ id, memberId }: Pick<LiveCall, 'id' | 'memberId'>): void {
  go('cases', { new: 1, callId: id, ...(memberId === null ? {} : { memberId }) })
}
