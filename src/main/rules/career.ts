import type { Check, Gap, PostSpec } from '../../shared/careers/model.ts'
import {
  ABILITIES,
  type Ability,
  CRITERIA,
  type Criterion,
  type MoveKind,
  type MoveState,
  POSTS,
  type Post,
} from '../../shared/careers/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, addMonths } from './days.ts'

/** What is stored of a person that a criterion can be checked by; null where nothing is. */
export type Evidence = Record<Criterion, number | null>

/** S3-91: each criterion of a post against the evidence; what nothing is stored of is not met. */
export function checksOf(criteria: PostSpec['criteria'], evidence: Evidence): Check[] {
  return CRITERIA.flatMap((criterion) => {
    const need = criteria[criterion]
    if (need === undefined) return []
    const have = evidence[criterion]
    return [{ criterion, need, have, isMet: have !== null && have >= need }]
  })
}

/** S4-84: what a post asks for, what a person has, and what is missing between them. */
export function gapsOf(required: PostSpec['abilities'], held: ReadonlyMap<Ability, number>): Gap[] {
  return ABILITIES.flatMap((ability) => {
    const need = required[ability] ?? 0
    const have = held.get(ability) ?? 0
    return need === 0 && have === 0 ? [] : [{ ability, need, have, missing: Math.max(0, need - have) }]
  })
}

/** The post that a role stands for until another is entered. */
export const POST_OF_ROLE: Record<Role, Post> = {
  agent: 'specialist',
  lead: 'supervisor',
  manager: 'manager',
  admin: 'specialist',
}

/** The post above; null at the top. */
export function postAbove(post: Post): Post | null {
  return POSTS[POSTS.indexOf(post) + 1] ?? null
}

type Standing = { post: Post; since: Day }
type MoveFacts = { toPost: Post; effectiveDay: Day; state: MoveState }

/** S3-92: the post on a day: what was entered last, or the last approved move that has taken effect. */
export function postOn(entered: Standing, moves: readonly MoveFacts[], day: Day): Standing {
  let standing = entered
  for (const { toPost, effectiveDay, state } of moves)
    if (state === 'approved' && effectiveDay <= day && effectiveDay >= standing.since)
      standing = { post: toPost, since: effectiveDay }
  return standing
}

/** Whole months from one day to another. */
export function monthsBetween(from: Day, to: Day): number {
  let months = 0
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}

type Proposal = { kind: MoveKind; fromPost: Post; toPost: Post; hasOpen: boolean }

/** S3-92: a promotion goes up, a move stays level, an adjustment goes down; one proposal at a time. */
export function canPropose({ kind, fromPost, toPost, hasOpen }: Proposal): Decision {
  if (hasOpen) return deny('move-open')
  const step = Math.sign(POSTS.indexOf(toPost) - POSTS.indexOf(fromPost))
  const wanted: Record<MoveKind, number> = { promotion: 1, transfer: 0, adjustment: -1 }
  return step === wanted[kind] ? allow : deny('move-direction')
}

type Deciding = { state: MoveState; userId: string; proposedBy: string; actor: { id: string; role: string } }

/** S3-92: a second person decides: neither who proposed it nor whom it concerns, and above a lead only a manager. */
export function canDecide({ state, userId, proposedBy, actor }: Deciding, toPost: Post): Decision {
  if (state !== 'proposed') return deny('move-decided')
  if (actor.id === proposedBy || actor.id === userId) return deny('move-second-person')
  return actor.role === 'manager' || toPost === 'senior' || toPost === 'specialist' ? allow : deny('move-manager')
}

/** S3-93: how a certificate stands on a day; `soon` is within so many days of its last. */
export function standingOf(expiresDay: Day | null, today: Day, soonDays = 60): 'valid' | 'soon' | 'expired' {
  if (expiresDay === null) return 'valid'
  if (expiresDay < today) return 'expired'
  return expiresDay <= addDays(today, soonDays) ? 'soon' : 'valid'
}

/** The mean with one decimal; null of nothing. */
export function meanOf(list: readonly number[]): number | null {
  return list.length === 0 ? null : Math.round((list.reduce((sum, each) => sum + each, 0) / list.length) * 10) / 10
}
