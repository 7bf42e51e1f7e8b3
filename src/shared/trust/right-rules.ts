import { allow, type Decision, deny } from '../failure.ts'
import type { Role } from '../roles.ts'
import { DAY, type Instant, MINUTE } from '../time.ts'
import { type AuthorisationKind, type AuthorisationState, type ReviewResult, RIGHT_ROLES, type Right } from './words.ts'

/** No authorisation runs longer than this without being given anew. */
export const LONGEST_AUTHORISATION = 92 * DAY

/** Emergency access to a case ends by itself after this long, in milliseconds. */
export const BREAK_GLASS_FOR = 60 * MINUTE

/** An emergency is explained in at least this many characters. */
export const BREAK_GLASS_REASON = 10

/** What decides about an authorisation at a moment. */
export type AuthorisationFacts = {
  kind: AuthorisationKind
  caseId: string | null
  memberId: string | null
  fromAt: Instant
  untilAt: Instant
  endedAt: Instant | null
}

/** S3-130: an authorisation holds from its first moment until its last, or until it is taken back; nobody has to end it. */
export function isInForce(
  { fromAt, untilAt, endedAt }: Omit<AuthorisationFacts, 'kind' | 'caseId' | 'memberId'>,
  now: Instant,
) {
  return fromAt <= now && now < untilAt && (endedAt === null || endedAt > now)
}

export function stateOfAuthorisation(facts: AuthorisationFacts, now: Instant): AuthorisationState {
  const { endedAt } = facts
  if (endedAt !== null && endedAt <= now && endedAt < facts.untilAt) return 'ended'
  if (now >= facts.untilAt) return 'expired'
  return now < facts.fromAt ? 'coming' : 'inForce'
}

/** What a person may do and read at a moment: the role acted in, and which restricted cases and members' files are open. */
export type Acting = { role: Role; readsRestricted: boolean; openedCases: string[]; openedMembers: string[] }

/** S3-129 S3-130: the own role raised by what is in force now; the administrator's is never raised. */
export function actingWith(own: Role, authorisations: readonly AuthorisationFacts[], now: Instant): Acting {
  const inForce = own === 'admin' ? [] : authorisations.filter((one) => isInForce(one, now))
  const holds = (right: Right) => inForce.some(({ kind, caseId }) => kind === right && caseId === null)
  const raised = (['managerRights', 'leadRights'] as const).find(
    (right) => holds(right) && RIGHT_ROLES[right].from.includes(own),
  )
  return {
    role: (raised && RIGHT_ROLES[raised].as) ?? own,
    readsRestricted: holds('restrictedCases'),
    openedCases: inForce.flatMap(({ caseId }) => caseId ?? []),
    openedMembers: inForce.flatMap(({ memberId }) => memberId ?? []),
  }
}

/** Who gives which right to whom, from when until when. */
export type Giving = {
  giver: { id: string; isActing: boolean }
  receiver: { id: string; role: Role; isActive: boolean }
  right: Right
  /** The one case that the right is about; null where it is about none in particular. */
  matter: { isRestricted: boolean } | null
  fromAt: Instant
  untilAt: Instant
}

/** S3-130: only somebody who holds a right by the own role gives it, to somebody else, of the fitting role, for a limited time. */
export function canAuthorise({ giver, receiver, right, matter, fromAt, untilAt }: Giving, now: Instant): Decision {
  if (giver.isActing) return deny('authorisation-handed-on')
  if (giver.id === receiver.id) return deny('authorisation-self')
  if (!receiver.isActive) return deny('authorisation-inactive')
  if (!RIGHT_ROLES[right].from.includes(receiver.role)) return deny('authorisation-role', { role: receiver.role })
  if (matter !== null && (right !== 'restrictedCases' || !matter.isRestricted)) return deny('authorisation-case')
  if (untilAt <= fromAt || untilAt <= now) return deny('authorisation-times')
  return untilAt - fromAt > LONGEST_AUTHORISATION ? deny('authorisation-too-long', { days: 92 }) : allow
}

/** S3-129: what a person may not read is opened in an emergency only, for a reason, and only where it is closed to the person. */
export function canBreakGlass(seesItAlready: boolean, isRestricted: boolean, reason: string): Decision {
  if (!isRestricted || seesItAlready) return deny('breakglass-not-needed')
  return [...reason.trim()].length < BREAK_GLASS_REASON ? deny('breakglass-reason', { min: BREAK_GLASS_REASON }) : allow
}

/** S3-129: a member's file that lies beyond what a person reads is opened in an emergency only, for a reason. */
export function canOpenMember(reachesIt: boolean, reason: string): Decision {
  if (reachesIt) return deny('breakglass-member-open')
  return [...reason.trim()].length < BREAK_GLASS_REASON ? deny('breakglass-reason', { min: BREAK_GLASS_REASON }) : allow
}

/** A right that runs or is to come is taken back at any time; what is over stays as it was. */
export function canEndRight(state: AuthorisationState): Decision {
  return state === 'inForce' || state === 'coming' ? allow : deny('authorisation-over')
}

/** What decides about a review. */
export type ReviewFacts = { kind: AuthorisationKind; userId: string; state: AuthorisationState; reviewed: boolean }

/** Who holds a right never reviews it; an emergency is judged once, a given right is kept or ended while it runs. */
export function canReview(facts: ReviewFacts, reviewerId: string, result: ReviewResult): Decision {
  if (facts.userId === reviewerId) return deny('authorisation-own-review')
  const isJudged = result === 'justified' || result === 'unjustified'
  if (isJudged !== (facts.kind === 'breakGlass')) return deny('authorisation-wrong-result')
  if (isJudged) return facts.reviewed ? deny('authorisation-reviewed') : allow
  return canEndRight(facts.state)
}

/** The day of the next review: so many days on, never after the authorisation's own end; null when it ends before. */
export function nextReviewAt(from: Instant, everyDays: number, untilAt: Instant): Instant | null {
  const next = from + everyDays * DAY
  return next < untilAt ? next : null
}
