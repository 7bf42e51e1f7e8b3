import type { Calendar } from '../../shared/calendars/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { DueState, RequestState } from '../../shared/rights/words.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { addWorkingDays } from './calendar.ts'

/** Working days for an answer: the desk's own limit, for PIPL 50 only says "in time". */
export const ANSWER_DAYS = 15
/** Working days before the end from which a request is due soon. */
export const WARN_DAYS = 3

/** The end of the limit of a request received at a moment. */
export function requestDueAt(receivedAt: Instant, calendar: Calendar): Instant {
  return addWorkingDays(receivedAt, ANSWER_DAYS, calendar).due
}

/** How near the end of its limit an open request is. */
export function dueStateOf(dueAt: Instant, now: Instant, calendar: Calendar): DueState {
  if (now > dueAt) return 'late'
  return addWorkingDays(now, WARN_DAYS, calendar).due >= dueAt ? 'soon' : 'inTime'
}

/** The longest an extension may reach: as long again as the first limit. */
export function canExtend(request: { firstDueAt: Instant; dueAt: Instant }, to: Instant, calendar: Calendar): Decision {
  if (request.dueAt !== request.firstDueAt) return deny('rights-extended')
  if (to <= request.dueAt) return deny('rights-extend-later')
  return to > requestDueAt(request.firstDueAt, calendar) ? deny('rights-extend-long', { days: ANSWER_DAYS }) : allow
}

type Request = { state: RequestState; identity: string | null }

/** Nothing is disclosed, changed or erased before it is known who asks; what is settled stays settled. */
export function canFulfil({ state, identity }: Request): Decision {
  if (state !== 'open') return deny('rights-settled')
  return identity === null ? deny('rights-identity') : allow
}

/** A refusal needs its reason in words (PIPL 50); an unproven identity may itself be the reason. */
export function canRefuse({ state }: Pick<Request, 'state'>): Decision {
  return state === 'open' ? allow : deny('rights-settled')
}

/** What still stands against an erasure, and until which day the law asks for storage. */
export type ErasureFacts = { openCases: number; holds: number; keepUntil: readonly Day[]; today: Day }

export type ErasureStep =
  | { step: 'wait'; rule: 'rights-open-cases' | 'rights-legal-hold'; count: number }
  | { step: 'lock'; untilDay: Day }
  | { step: 'erase' }

/** PIPL 47: erase; while a period still runs only store and protect; while a matter or dispute is open, wait. */
export function erasureStep({ openCases, holds, keepUntil, today }: ErasureFacts): ErasureStep {
  if (openCases > 0) return { step: 'wait', rule: 'rights-open-cases', count: openCases }
  if (holds > 0) return { step: 'wait', rule: 'rights-legal-hold', count: holds }
  const last = keepUntil.reduce((latest, day) => (day > latest ? day : latest), '')
  return last > today ? { step: 'lock', untilDay: last } : { step: 'erase' }
}

/** An assessment, like a deed of weight, is approved by somebody else than its author (PIPL 55, 56). */
export function canApprove(assessment: { state: string; createdBy: string }, actorId: string): Decision {
  if (assessment.state !== 'draft') return deny('assessment-settled')
  return assessment.createdBy === actorId ? deny('assessment-second-person') : allow
}
