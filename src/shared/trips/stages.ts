import { allow, type Decision, deny } from '../failure.ts'
import type { Day } from '../time.ts'
import { type BookingState, type PaymentState, TRIP_STAGES, type TripStage, type TripState } from './words.ts'

/** What may still be missing before a trip goes on, in the order in which it is usually done. */
export const MISSING = [
  'needs',
  'offer',
  'booking',
  'deposit',
  'answer',
  'bookings',
  'confirmation',
  'notices',
  'payment',
  'checklist',
  'departure',
  'emergency',
  'return',
  'opinion',
] as const
export type Missing = (typeof MISSING)[number]

/** What the stages look at. */
export type StageFacts = {
  stage: TripStage
  state: TripState
  startsOn: Day | null
  endsOn: Day | null
  today: Day
  sheetMissing: number
  isOffered: boolean
  /** The customer's yes is to the newest version that was offered. */
  isAccepted: boolean
  bookings: readonly BookingState[]
  payment: PaymentState
  isConfirmationTold: boolean
  /** Changes that the customer was not told of, or does not agree to. */
  openNotices: number
}

/** The stage after this one; undefined after the last. */
export function stageAfter(stage: TripStage): TripStage | undefined {
  return TRIP_STAGES[TRIP_STAGES.indexOf(stage) + 1]
}

/** The stage before this one; undefined before the first. */
export function stageBefore(stage: TripStage): TripStage | undefined {
  return TRIP_STAGES[TRIP_STAGES.indexOf(stage) - 1]
}

const WANTED: Record<TripStage, readonly Missing[]> = {
  enquiry: ['needs', 'offer'],
  booking: ['booking', 'deposit'],
  confirmation: ['answer', 'bookings', 'confirmation'],
  preTrip: ['notices', 'payment', 'departure'],
  inTrip: ['notices', 'return'],
  afterTrip: [],
}

/** S4-05: what this trip still lacks before it may leave its stage, as far as this half of the desk knows. */
export function missingIn(facts: StageFacts): Missing[] {
  return WANTED[facts.stage].filter((one) => !IS_THERE[one]?.(facts))
}

const active = ({ bookings }: StageFacts) => bookings.filter((state) => state !== 'cancelled')

const IS_THERE: Partial<Record<Missing, (facts: StageFacts) => boolean>> = {
  needs: ({ sheetMissing }) => sheetMissing === 0,
  offer: ({ isOffered }) => isOffered,
  booking: (facts) => active(facts).length > 0,
  deposit: ({ payment }) => payment !== 'none',
  answer: ({ isAccepted }) => isAccepted,
  bookings: (facts) => active(facts).length > 0 && active(facts).every((state) => state === 'confirmed'),
  confirmation: ({ isConfirmationTold }) => isConfirmationTold,
  notices: ({ openNotices }) => openNotices === 0,
  payment: ({ payment }) => payment === 'full',
  departure: ({ startsOn, today }) => startsOn !== null && startsOn <= today,
  return: ({ endsOn, today }) => endsOn !== null && endsOn <= today,
}

type Step = { from: TripStage; state: TripState; to: TripStage; missing: readonly Missing[]; reason: string }

/** S4-09: a trip goes one stage on when nothing is missing, or one stage back for a reason; an ended trip stays as it is. */
export function canMove({ from, state, to, missing, reason }: Step): Decision {
  if (state !== 'open') return deny('trip-closed')
  if (to === stageBefore(from)) return reason.trim() === '' ? deny('trip-back-reason') : allow
  if (to !== stageAfter(from)) return deny('trip-stage-order')
  const [first] = missing
  return first === undefined ? allow : deny(`trip-missing-${first}`)
}

/** A trip is done only after its last stage, with nothing missing there; it may be cancelled at any stage. */
export function canEnd(
  { stage, state }: Pick<StageFacts, 'stage' | 'state'>,
  as: 'done' | 'cancelled',
  missing: readonly Missing[],
): Decision {
  if (state !== 'open') return deny('trip-closed')
  if (as === 'cancelled') return allow
  if (stage !== 'afterTrip') return deny('trip-not-over')
  const [first] = missing
  return first === undefined ? allow : deny(`trip-missing-${first}`)
}
