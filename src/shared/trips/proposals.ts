import { allow, type Decision, deny } from '../failure.ts'
import { type AnswerKind, type BookingState, type ProposalState, TRIP_STAGES, type TripStage } from './words.ts'

const isFrom = (stage: TripStage, first: TripStage) => TRIP_STAGES.indexOf(stage) >= TRIP_STAGES.indexOf(first)
const isUpTo = (stage: TripStage, last: TripStage) => TRIP_STAGES.indexOf(stage) <= TRIP_STAGES.indexOf(last)

/** S4-54, S4-56: a proposal is written until the itinerary is agreed, from a whole needs sheet; every later version says which feedback it takes up. */
export function canPropose(facts: {
  stage: TripStage
  sheetMissing: number
  versions: number
  basis: string
}): Decision {
  if (!isUpTo(facts.stage, 'confirmation')) return deny('trip-use-change')
  if (facts.sheetMissing > 0) return deny('trip-missing-needs')
  return facts.versions > 0 && facts.basis === '' ? deny('trip-version-basis') : allow
}

/** A version is offered once. */
export function canOffer(state: ProposalState): Decision {
  return state === 'draft' ? allow : deny('trip-offered-already')
}

/** S4-05: the customer answers the version that was offered last; a yes names the option, anything else says why. */
export function canAnswer(facts: {
  state: ProposalState
  kind: AnswerKind
  hasOption: boolean
  text: string
}): Decision {
  if (facts.state === 'draft') return deny('trip-not-offered')
  if (facts.state === 'replaced') return deny('trip-version-replaced')
  if (facts.kind === 'accepted') return facts.hasOption ? allow : deny('trip-answer-option')
  return facts.text === '' ? deny('trip-answer-why') : allow
}

/** S4-57: bookings are made from the booking stage on, until the trip is over. */
export function canBook(stage: TripStage): Decision {
  if (!isFrom(stage, 'booking')) return deny('trip-book-first-needs')
  return isUpTo(stage, 'inTrip') ? allow : deny('trip-over')
}

const FOLLOWS: Record<BookingState, readonly BookingState[]> = {
  requested: ['confirmed', 'cancelled'],
  confirmed: ['changed', 'cancelled'],
  changed: ['confirmed', 'cancelled'],
  cancelled: [],
}

/** States that a booking may take next. */
export function bookingStatesAfter(state: BookingState): readonly BookingState[] {
  return FOLLOWS[state]
}

/** S4-57: requested, confirmed, changed and confirmed again, or cancelled; what is changed or cancelled says why. */
export function canSetBooking(from: BookingState, to: BookingState, note: string): Decision {
  if (!FOLLOWS[from].includes(to)) return deny('trip-booking-state')
  return to !== 'confirmed' && note === '' ? deny('trip-booking-why') : allow
}

/** S4-13: an itinerary is changed while the trip is prepared or on the road, never to days in the wrong order. */
export function canAlter(stage: TripStage, startsOn: string | null, endsOn: string | null): Decision {
  if (!isFrom(stage, 'booking')) return deny('trip-change-too-early')
  if (!isUpTo(stage, 'inTrip')) return deny('trip-over')
  return startsOn !== null && endsOn !== null && endsOn < startsOn ? deny('trip-days-order') : allow
}

/** S4-04: money is taken from the booking stage on, and no more given back than was paid. */
export function canPay(
  stage: TripStage,
  kind: 'deposit' | 'balance' | 'refund',
  amountFen: number,
  paidFen: number,
): Decision {
  if (!isFrom(stage, 'booking')) return deny('trip-pay-too-early')
  return kind === 'refund' && amountFen > paidFen ? deny('trip-refund-too-much') : allow
}
