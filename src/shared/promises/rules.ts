import { allow, type Decision, deny } from '../failure.ts'
import type { Role } from '../roles.ts'
import type { Instant } from '../time.ts'
import type { PromiseResult } from './words.ts'

/** A promise is warned of when this share of its time is used up, in percent. */
export const WARN_PERCENT = 80

/** The longest that anything may be promised ahead, in milliseconds. */
export const FARTHEST = 366 * 86_400_000

/** The present term of a promise and what was already told about it. */
export type Term = { termFrom: Instant; dueAt: Instant; warnedAt: Instant | null; overdueAt: Instant | null }

/** The moment from which a promise is shown as soon due. */
export function warnAt({ termFrom, dueAt }: Pick<Term, 'termFrom' | 'dueAt'>): Instant {
  return termFrom + Math.floor(((dueAt - termFrom) * WARN_PERCENT) / 100)
}

/** When a promise has to be looked at next; null when its warning and its breach were both told. */
export function nextCheckOf(term: Term): Instant | null {
  if (term.overdueAt !== null) return null
  return term.warnedAt === null ? warnAt(term) : term.dueAt
}

/** What has become true of a promise by now, each with its true moment however late somebody looks. */
export function checkPromise(term: Term, now: Instant): Pick<Term, 'warnedAt' | 'overdueAt'> {
  const at = warnAt(term)
  return {
    warnedAt: term.warnedAt ?? (now >= at ? at : null),
    overdueAt: term.overdueAt ?? (now > term.dueAt ? term.dueAt : null),
  }
}

/** A promise that was kept: in time up to the due moment itself, late after it. */
export function keptAs(dueAt: Instant, at: Instant): PromiseResult {
  return at <= dueAt ? 'kept' : 'late'
}

/** Only what lies ahead, and no farther than a year, is promised. */
export function canPromise(dueAt: Instant, now: Instant): Decision {
  if (dueAt <= now) return deny('promise-time-past')
  return dueAt - now > FARTHEST ? deny('promise-time-far') : allow
}

/** A promise is settled or moved once, while it stands, by who gave or owns it or by a lead. */
export function canTouch(
  promise: { result: PromiseResult | null; isDone: boolean; ownerId: string; promisedBy: string },
  who: { id: string; role: Role },
): Decision {
  if (promise.isDone || promise.result !== null) return deny('promise-settled')
  const isOwn = promise.ownerId === who.id || promise.promisedBy === who.id
  return isOwn || who.role !== 'agent' ? allow : deny('promise-not-yours')
}

/** A case is not closed over a promise that stands: it is kept, declared broken or released first, with the reason. */
export function canCloseOverPromises(standing: number): Decision {
  return standing === 0 ? allow : deny('case-promise-stands', { count: standing })
}
