import type { ExportLimits } from '../../shared/exports/limits.ts'
import type { ApprovalReason, CopyState } from '../../shared/exports/model.ts'
import { type ExportProfile, PROFILE_RULES } from '../../shared/exports/profiles.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'

/** An approval is for the export that was meant, not for one next month: 7 days in milliseconds. */
export const APPROVAL_LIFE_MS = 7 * 86_400_000

/** `people` is null where they are not counted, as in a period. */
export type ExportSize = { profile: ExportProfile; rows: number; people: number | null }

/** Why a second person must agree to an export under the limits in force; empty when one is enough. */
export function secondPersonReasons({ profile, rows, people }: ExportSize, limits: ExportLimits): ApprovalReason[] {
  const reasons: ApprovalReason[] = []
  if (rows >= limits.rows) reasons.push('rows')
  if (people === null || people >= limits.people) reasons.push('people')
  if (PROFILE_RULES[profile].asksSecond) reasons.push('profile')
  return reasons
}

export type ExportAsked = {
  state: 'asked' | 'approved' | 'refused' | 'used'
  askedBy: string
  scopeKey: string
  profile: ExportProfile
  recipient: string
  decidedAt: number | null
}

/** Nobody decides on an own request, and on each only once. */
export function canDecideExport(actorId: string, request: Pick<ExportAsked, 'state' | 'askedBy'>): Decision {
  if (request.state !== 'asked') return deny('export-already-decided')
  if (request.askedBy === actorId) return deny('export-second-person')
  return allow
}

/** An approval holds once, for a week, for the person who asked, and only for what was asked: same data, profile and recipient. */
export function mayUseApproval(
  request: ExportAsked,
  wanted: Pick<ExportAsked, 'scopeKey' | 'profile' | 'recipient'> & { actorId: string; now: number },
): Decision {
  if (request.state !== 'approved' || request.decidedAt === null) return deny('export-not-approved')
  if (wanted.now - request.decidedAt > APPROVAL_LIFE_MS) return deny('export-approval-old')
  const isSame =
    request.askedBy === wanted.actorId &&
    request.scopeKey === wanted.scopeKey &&
    request.profile === wanted.profile &&
    request.recipient === wanted.recipient
  return isSame ? allow : deny('export-approval-other')
}

/** Where a copy stands on a day (YYYY-MM-DD); it is overdue from the day after the agreed one. */
export function copyState(copy: { destroyBy: string | null; destroyedOn: string | null }, today: string): CopyState {
  if (copy.destroyedOn !== null) return 'destroyed'
  if (copy.destroyBy === null) return 'unlimited'
  return copy.destroyBy < today ? 'overdue' : 'held'
}
