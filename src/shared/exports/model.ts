import { z } from 'zod'
import { caseId, memberId } from '../ids.ts'
import { instant } from '../time.ts'
import { EXPORT_PROFILES } from './profiles.ts'

/** Whose or which history leaves. */
export const exportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), memberId }),
  z.object({ kind: z.literal('case'), caseId }),
  /** Cases received and calls begun from one instant up to another. */
  z.object({ kind: z.literal('period'), from: instant, to: instant }),
  z.object({ kind: z.literal('members'), memberIds: z.array(memberId).min(1).max(1000) }),
])
export type ExportScope = z.output<typeof exportScope>

export const SCOPE_KINDS = ['member', 'case', 'period', 'members'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

export const exportProfile = z.enum(EXPORT_PROFILES)

/** How a copy is kept from those it is not for. */
export const ENCRYPTIONS = ['none', 'passphrase', 'recipients'] as const
export type Encryption = (typeof ENCRYPTIONS)[number]

/** From so many rows on, the finished parts of an export that is stopped are kept, so that it can go on. */
export const KEPT_FROM_ROWS = 5000

/** Why a second person must agree. */
export const APPROVAL_REASONS = ['rows', 'people', 'profile'] as const
export type ApprovalReason = (typeof APPROVAL_REASONS)[number]

/** Where a handed-out copy stands. */
export const COPY_STATES = ['unlimited', 'held', 'overdue', 'destroyed'] as const
export type CopyState = (typeof COPY_STATES)[number]
