import { CARE_PURPOSE, type CareOccasion, type CareState } from '../../shared/care/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { MessagePurpose } from '../../shared/messages/words.ts'
import { type Day, isDay } from '../../shared/time.ts'
import { dayNumber, yearOf } from './days.ts'

export type CareFacts = { state: CareState; isReached: boolean; hasEffect: boolean }

/** What may be done with a care contact: done once, its effect told after that. */
export function canCare(action: 'done' | 'effect' | 'cancel', { state }: CareFacts): Decision {
  if (action === 'effect') return state === 'done' ? allow : deny('care-not-done')
  return state === 'planned' ? allow : deny(state === 'done' ? 'care-done' : 'care-cancelled')
}

/**
 * S2-151: a planned measure may be changed as it is; one that was carried out is taken further by another measure,
 * but only after its effect was seen, or when nobody was reached.
 */
export function canChange({ state, isReached, hasEffect }: CareFacts): Decision {
  if (state === 'cancelled') return deny('care-cancelled')
  if (state === 'planned' || !isReached || hasEffect) return allow
  return deny('care-effect-first')
}

/** The day of a birthday within a stretch of days; one of 29 February is kept on the 28th where there is no 29th. */
export function birthdayBetween(birthDate: Day, from: Day, to: Day): Day | null {
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const first = String(year).padStart(4, '0')
    const found = isDay(`${first}-${birthDate.slice(5)}`) ? `${first}-${birthDate.slice(5)}` : `${first}-02-28`
    if (found >= from && found <= to) return found
  }
  return null
}

/** A round looks a year ahead at most, and not into the past. */
export function canPlanRound(from: Day, to: Day, today: Day): Decision {
  if (to < from) return deny('care-days-reversed')
  if (from < today) return deny('care-day-past')
  return dayNumber(to) - dayNumber(today) > 366 ? deny('care-days-far') : allow
}

/** Names one member's place in a planned round: planning it again plans nobody twice. */
export function roundKey(occasion: CareOccasion, name: string, day: Day, memberId: string): string {
  return occasion === 'birthday' ? `birthday ${day.slice(0, 4)} ${memberId}` : `${occasion} ${name} ${day} ${memberId}`
}

/** S2-149: looking after somebody in their own matter is part of the service; everything else is care or an offer. */
export function purposeOfCare(occasion: CareOccasion, hasMatter: boolean): MessagePurpose {
  return hasMatter && (occasion === 'afterMatter' || occasion === 'delay') ? 'service' : CARE_PURPOSE[occasion]
}
