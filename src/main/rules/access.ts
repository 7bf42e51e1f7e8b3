import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Authorised } from '../../shared/session/model.ts'
import { MINUTE } from '../../shared/time.ts'
import type { MaskKind } from './masking.ts'

/** What rows of the store a query can be asked for. */
export type Subject = 'members' | 'cases' | 'calls'

const made: unique symbol = Symbol('made by scopeFor')

/** Which rows one person may read; queries on members' data demand one, and only scopeFor makes it. */
export type Scope = {
  readonly [made]: true
  readonly subject: Subject
  readonly userId: string
  /** `none` reads nothing at all. */
  readonly rows: 'all' | 'none'
  /** Whether reports of misconduct are read too (S2-10); one's own cases always are. */
  readonly seesRestricted: boolean
  /** Restricted cases that were opened to this person in an emergency. */
  readonly openedCases: readonly string[]
}

/** What the rules need to know of the person who asks. */
export type Viewer = { id: string; role: Role; authorised?: Authorised | undefined }

/**
 * S3-129: the desk's people read members, cases and calls; the administrator looks after accounts and the store
 * and reads none. S2-10: reports of misconduct are for leads, managers and their own handler.
 */
export function scopeFor(viewer: Viewer, subject: Subject): Scope {
  const isDesk = viewer.role !== 'admin'
  return {
    [made]: true,
    subject,
    userId: viewer.id,
    rows: isDesk ? 'all' : 'none',
    seesRestricted:
      viewer.role === 'lead' || viewer.role === 'manager' || (isDesk && viewer.authorised?.readsRestricted === true),
    openedCases: viewer.authorised?.openedCases ?? [],
  }
}

/** What decides whether one row may be read. */
export type RowFacts = {
  ownerId: string | null
  isRestricted: boolean
  /** Whether the person was asked to help with it: whoever has to work on a case may read it (S2-36). */
  isHelper?: boolean
}

/** True when the row lies within the scope. */
export function canSee(scope: Scope, row: RowFacts): boolean {
  if (scope.rows === 'none') return false
  return !row.isRestricted || scope.seesRestricted || row.ownerId === scope.userId || row.isHelper === true
}

/** Unmasked data hides itself again after this long (S3-132), in milliseconds. */
export const UNMASK_FOR = 2 * MINUTE

/** A reason shorter than this many characters is none. */
export const REASON_MIN_LENGTH = 4

const UNMASKS: Record<Role, readonly MaskKind[]> = {
  agent: ['name', 'phone', 'email', 'card', 'ticket'],
  lead: ['name', 'phone', 'email', 'card', 'ticket', 'identity', 'passport'],
  manager: ['name', 'phone', 'email', 'card', 'ticket', 'identity', 'passport', 'bankCard'],
  admin: [],
}

/** S3-132: who may see which kind of personal data in clear, always with a reason that goes into the log. */
export function canUnmask(viewer: Viewer, kind: MaskKind, reason: string): Decision {
  if (!UNMASKS[viewer.role].includes(kind)) return deny('unmask-role', { kind })
  if ([...reason.trim()].length < REASON_MIN_LENGTH) return deny('unmask-reason', { min: REASON_MIN_LENGTH })
  return allow
}

/** Kinds of data that a role sees in clear without asking: a member is greeted by name (S3-49), all else is masked. */
const CLEAR: Record<Role, readonly MaskKind[]> = { agent: ['name'], lead: ['name'], manager: ['name'], admin: [] }

/** True when this kind of data stands masked on the viewer's screen until it is unmasked. */
export function isMasked(viewer: Viewer, kind: MaskKind): boolean {
  return !CLEAR[viewer.role].includes(kind)
}
