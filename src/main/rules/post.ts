import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { PostState } from '../../shared/posts/words.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'

/** What of a post decides where it stands. */
export type PostFacts = {
  postedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  caseId: string | null
  dismissed: string | null
}

/** A complaint made of a post stands over an answer: what is still to come is in the case. */
export function stateOfPost({ answeredAt, caseId, dismissed }: PostFacts): PostState {
  if (caseId !== null) return 'converted'
  if (answeredAt !== null) return 'answered'
  return dismissed === null ? 'open' : 'dismissed'
}

/** S1-20: answered after its limit, or still unanswered when it has run out; nothing is late that needs no answer. */
export function isPostLate(post: PostFacts, now: Instant): boolean {
  if (post.answeredAt === null && post.dismissed !== null) return false
  return (post.answeredAt ?? now) > post.dueAt
}

/** By when a post is to be answered: the time runs from when it was posted, not from when somebody saw it. */
export function postDueAt(postedAt: Instant, limitMinutes: number): Instant {
  return postedAt + limitMinutes * MINUTE
}

const SKEW = MINUTE

/** A post may be answered once, not before it was written and not in the future. */
export function canAnswerPost(post: PostFacts, at: Instant, now: Instant): Decision {
  if (post.answeredAt !== null) return deny('post-answered')
  if (post.dismissed !== null) return deny('post-dismissed')
  if (at > now + SKEW) return deny('post-in-future')
  return at < post.postedAt ? deny('post-answer-before') : allow
}

/** A post becomes one complaint at most. */
export function canConvertPost({ caseId, dismissed }: PostFacts): Decision {
  if (caseId !== null) return deny('post-converted')
  return dismissed === null ? allow : deny('post-dismissed')
}

/** What is answered or a complaint was not without need of an answer. */
export function canDismissPost(post: PostFacts): Decision {
  return stateOfPost(post) === 'open' ? allow : deny('post-handled')
}

/** The middle of some times, the lower one of two; null of none. */
export function medianOf(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
