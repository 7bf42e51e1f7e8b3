import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { ReviewState } from '../../shared/reviews/words.ts'
import type { Role } from '../../shared/roles.ts'

type Person = { id: string; role: Role }
type Judged = { reviewerId: string; agentId: string; state: ReviewState }

/** S2-138: nobody judges what they did themselves, and only what has come to its end is judged. */
export function canReview(
  reader: Person,
  subject: { agentId: string | null; workers: readonly string[]; isOver: boolean },
): Decision {
  if (!subject.isOver) return deny('review-not-over')
  if (subject.agentId === null) return deny('review-nobody')
  if (subject.agentId === reader.id || subject.workers.includes(reader.id)) return deny('review-own')
  return allow
}

/** The person judged answers once: takes it or disputes it. */
export function canAnswer(person: { id: string }, review: Judged): Decision {
  if (person.id !== review.agentId) return deny('review-not-yours')
  return review.state === 'given' ? allow : deny('review-answered')
}

/** A dispute is decided by a lead or manager who is neither the reader nor the person judged. */
export function canDecide(person: Person, review: Judged): Decision {
  if (review.state !== 'disputed') return deny('review-not-disputed')
  return person.id === review.reviewerId || person.id === review.agentId ? deny('review-second-reader') : allow
}

/** Leads and managers see every result, everybody else their own. */
export function canRead(person: Person, agentId: string): boolean {
  return person.role === 'lead' || person.role === 'manager' || person.id === agentId
}
