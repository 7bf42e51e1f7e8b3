import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Authorised, MemberReading } from '../../shared/session/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
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
  /** Whether every report of misconduct is read too (S2-10); one's own cases always are. */
  readonly seesRestricted: boolean
  /** Restricted cases that were opened to this person: by a manager who named them, or in an emergency. */
  readonly openedCases: readonly string[]
  /** Whose cases and calls are read, besides those that are nobody's and one's own. */
  readonly members: MemberScope
}

/** What the rules need to know of the person who asks. */
export type Viewer = {
  id: string
  role: Role
  authorised?: Authorised | undefined
  reading?: MemberReading | undefined
}

/**
 * S3-129: the desk's people read members, cases and calls; the administrator looks after accounts and the store
 * and reads none. S2-10: no role reads reports of misconduct; they are for their own handlers and for whom a manager named.
 */
export function scopeFor(viewer: Viewer, subject: Subject): Scope {
  const isDesk = viewer.role !== 'admin'
  return {
    [made]: true,
    subject,
    userId: viewer.id,
    rows: isDesk ? 'all' : 'none',
    seesRestricted: isDesk && viewer.authorised?.readsRestricted === true,
    openedCases: viewer.authorised?.openedCases ?? [],
    members: memberScopeFor(viewer),
  }
}

/** Which members' files one person may read; queries that list members demand one, and only memberScopeFor makes it. */
export type MemberScope = {
  readonly [made]: true
  readonly userId: string
  readonly rows: 'all' | 'team' | 'assigned' | 'none'
  /** Those whose members are read: the team or the person alone; nobody where all or none are read. */
  readonly people: readonly string[]
  readonly callsSince: Instant
  /** Members whose files were opened to this person in an emergency. */
  readonly opened: readonly string[]
}

/** The scope of whoever reads every member. */
export const EVERY_MEMBER: MemberScope = {
  [made]: true,
  userId: '',
  rows: 'all',
  people: [],
  callsSince: 0,
  opened: [],
}

/** S3-129: as the desk's rule gives members to the role; the administrator reads none. */
export function memberScopeFor({ id, role, authorised, reading }: Viewer): MemberScope {
  const { rows, people, callsSince } = reading ?? { rows: 'all' as const, people: [], callsSince: 0 }
  const opened = authorised?.openedMembers ?? []
  return { [made]: true, userId: id, rows: role === 'admin' ? 'none' : rows, people, callsSince, opened }
}

/** What decides whether one case may be read. */
export type RowFacts = {
  id: string
  ownerId: string | null
  isRestricted: boolean
  /** Whether the person was asked to help with it: whoever has to work on a case may read it (S2-36). */
  isHelper?: boolean
}

/** True when the case lies within the scope. */
export function canSee(scope: Scope, row: RowFacts): boolean {
  if (scope.rows === 'none') return false
  if (!row.isRestricted || scope.seesRestricted || row.ownerId === scope.userId) return true
  return row.isHelper === true || scope.openedCases.includes(row.id)
}

/** S2-10: a manager who may not read a report of misconduct still gives it to somebody, but never to themselves. */
export function canRouteUnread(viewer: Viewer, toId: string): Decision {
  return toId === viewer.id ? deny('case-restricted-to-self') : allow
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
