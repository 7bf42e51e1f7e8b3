import { allow, type Decision, deny } from '../failure.ts'
import { DAY, type Instant } from '../time.ts'
import type { Answer, CampaignOccasion, CampaignState, ContactResult } from './words.ts'

/** So often somebody is tried before the approach is given up. */
export const MOST_TRIES = 3

export type ContactLimits = { mostContacts: number; perDays: number; quietFrom: number; quietUntil: number }

export type ContactFacts = {
  occasion: CampaignOccasion
  /** What the member's consents and opt-outs say of this way of approaching. */
  consent: Decision
  /** When the member was approached before. */
  before: readonly Instant[]
  hasOpenComplaint: boolean
}

/**
 * Whether a member may be approached: consent first; nobody in the middle of a complaint, unless the approach is about
 * complaints; and at most so many contacts in so many days.
 */
export function mayContact(facts: ContactFacts, { mostContacts, perDays }: ContactLimits, now: Instant): Decision {
  const { occasion, consent, before, hasOpenComplaint } = facts
  if (!consent.allowed) return consent
  if (hasOpenComplaint && occasion !== 'afterComplaint') return deny('outreach-open-complaint')
  const lately = before.filter((at) => at > now - perDays * DAY && at <= now)
  return lately.length >= mostContacts ? deny('outreach-too-often', { most: mostContacts, days: perDays }) : allow
}

/** Nobody is called within the quiet hours of a campaign, which may run over midnight. */
export function isQuietTime(minute: number, { quietFrom, quietUntil }: ContactLimits): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil
}

/** What an answer does: an end with its result, or another try from a later moment on. */
export type AfterAnswer = { result: ContactResult; tries: number } | { notBefore: Instant; tries: number }

/** What follows from how somebody answered; the third call in vain is the last. */
export function afterAnswer(answer: Answer, tries: number, now: Instant): AfterAnswer {
  if (answer === 'later') return { notBefore: now + DAY, tries }
  if (answer !== 'noAnswer') return { result: answer, tries: tries + 1 }
  return tries + 1 >= MOST_TRIES
    ? { result: 'unreachable', tries: tries + 1 }
    : { notBefore: now + DAY, tries: tries + 1 }
}

const WAYS: Record<CampaignState, readonly CampaignState[]> = {
  running: ['stopped', 'ended'],
  stopped: ['running', 'ended'],
  ended: [],
}

/** A campaign is stopped and resumed as often as needed; an ended one stays ended. */
export function canTurn(from: CampaignState, to: CampaignState): Decision {
  return WAYS[from].includes(to) ? allow : deny('campaign-not-now', { state: from })
}

/** Members of a list dealt out to people in turn. */
export function ownerFor(owners: readonly string[], place: number): string {
  return owners[place % Math.max(owners.length, 1)] ?? ''
}
