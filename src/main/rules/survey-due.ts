import type { Questionnaire } from '../../shared/surveys/model.ts'
import type { Exclusion, SurveyChannel, SurveyScope } from '../../shared/surveys/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'

/** What decides whether somebody may be asked. */
export type AskFacts = {
  scope: SurveyScope
  channel: SurveyChannel
  /** The newest word on surveys; null where there is none. */
  consent: boolean | null
  hasLeft: boolean
  mobile: string
  email: string
  /** This matter was asked about already. */
  isAsked: boolean
  /** When this person was asked, in any order. */
  askedAt: readonly Instant[]
  now: Instant
}

const YEAR = 365 * DAY

/**
 * S1-52 S1-53 S4-117: why somebody is not asked; null for whoever may be. Asking how a complaint was handled is part of
 * handling it and stops at a refusal; asking about the service in general needs the customer's yes (S1-81).
 */
export function exclusionOf(facts: AskFacts, limits: Pick<Questionnaire, 'gapDays' | 'perYear'>): Exclusion | null {
  const { scope, channel, consent, askedAt, now } = facts
  if (facts.hasLeft) return 'left'
  if (consent === false) return 'refused'
  if (consent === null && scope === 'service') return 'noConsent'
  if (facts.isAsked) return 'asked'
  if ((channel === 'email' ? facts.email : facts.mobile) === '') return 'noAddress'
  if (askedAt.some((at) => at > now - limits.gapDays * DAY)) return 'tooSoon'
  return askedAt.filter((at) => at > now - YEAR).length >= limits.perYear ? 'tooOften' : null
}
