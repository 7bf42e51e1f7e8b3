import { allow, type Decision, deny } from '../failure.ts'
import { HOUR, type Instant } from '../time.ts'
import type { LeakState, Told } from './leak-words.ts'

/** Hours within which the desk tells authority and members; the law says without delay and names no number (PIPL art. 57). */
export type NoticeHours = { authorityHours: number; membersHours: number }

/** What decides about telling others of a leak. */
export type NoticeFacts = {
  state: LeakState
  isPersonal: boolean | null
  reportedAt: Instant
  authorityAt: Instant | null
  membersAt: Instant | null
  told: Told | null
}

export type NoticeDue = { at: Instant; isLate: boolean }

/** PIPL art. 57: what is still to be told and by when, counted from the report; nothing once it is told or no personal data leaked. */
export function noticesDue(
  facts: NoticeFacts,
  hours: NoticeHours,
  now: Instant,
): { authority: NoticeDue | null; members: NoticeDue | null } {
  const isOff = facts.state === 'unfounded' || facts.isPersonal === false
  const due = (done: Instant | null, after: number) => {
    const at = facts.reportedAt + after * HOUR
    return isOff || done !== null ? null : { at, isLate: now > at }
  }
  return { authority: due(facts.authorityAt, hours.authorityHours), members: due(facts.membersAt, hours.membersHours) }
}

/** A step that is taken in its order: assessed first, then contained. */
export function canStep(state: LeakState, step: 'assess' | 'contain' | 'notify' | 'work'): Decision {
  if (state === 'closed' || state === 'unfounded') return deny('leak-over')
  if (step === 'assess') return state === 'reported' ? allow : deny('leak-assessed')
  if (state === 'reported') return deny('leak-not-assessed')
  return step === 'contain' && state === 'contained' ? deny('leak-contained') : allow
}

/** What has to be there before a leak is closed. */
export type ClosingFacts = NoticeFacts & {
  responsibleId: string | null
  measures: number
  openMeasures: number
}

/** S3-136: closed when it is contained, everybody who must know was told, somebody answers for it and every measure is done. */
export function canCloseLeak(facts: ClosingFacts): Decision {
  if (facts.state === 'closed' || facts.state === 'unfounded') return deny('leak-over')
  if (facts.state !== 'contained') return deny('leak-not-contained')
  if (facts.isPersonal && facts.authorityAt === null) return deny('leak-authority')
  if (facts.isPersonal && facts.membersAt === null) return deny('leak-members')
  if (facts.responsibleId === null) return deny('leak-responsible')
  if (facts.measures === 0) return deny('leak-no-measure')
  return facts.openMeasures > 0 ? deny('leak-open-measures', { count: facts.openMeasures }) : allow
}
