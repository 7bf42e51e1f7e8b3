import { z } from 'zod'
import { caseId, memberId, userId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { FITS, SHEET_FIELDS } from './sheet.ts'
import { MISSING } from './stages.ts'
import {
  ANSWER_KINDS,
  BOOKING_KINDS,
  BOOKING_STATES,
  CHANGE_ORIGINS,
  LODGINGS,
  NOTICE_ANSWERS,
  NOTICE_KINDS,
  NOTICE_STATES,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  PAYMENT_STATES,
  PROPOSAL_STATES,
  TRANSPORTS,
  TRIP_CHANNELS,
  TRIP_STAGES,
  TRIP_STATES,
} from './words.ts'

export const tripId = z.string().min(1).max(64)
export const tripChannel = z.enum(TRIP_CHANNELS)
/** An amount in fen, at most a hundred million yuan. */
export const fen = z.number().int().min(0).max(10_000_000_000)

/** A trip in a list or on the board. */
export const tripRow = z.object({
  id: tripId,
  number: z.string(),
  memberId,
  memberName: z.string(),
  memberTier: z.enum(MEMBER_TIERS),
  title: z.string(),
  stage: z.enum(TRIP_STAGES),
  state: z.enum(TRIP_STATES),
  stageSince: instant,
  ownerId: userId,
  ownerName: z.string(),
  destination: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  lastSeq: z.number().int(),
  openedAt: instant,
  payment: z.enum(PAYMENT_STATES),
  /** Notices that the customer should have had by now. */
  lateNotices: z.number().int(),
})
export type TripRow = z.infer<typeof tripRow>

const recorded = { recordedAt: instant, recordedByName: z.string() }

export const tripEnquiry = z.object({
  id: z.string(),
  channel: tripChannel,
  askedAt: instant,
  product: z.string(),
  price: z.string(),
  itinerary: z.string(),
  answer: z.string(),
  ...recorded,
})
export type TripEnquiry = z.infer<typeof tripEnquiry>

/** What a sheet or one contribution to it says. */
const wanted = {
  destination: z.string().nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  lodging: z.enum(LODGINGS).nullable(),
  transport: z.enum(TRANSPORTS).nullable(),
  budgetFen: fen.nullable(),
  travellers: z.number().int().nullable(),
}

export const tripNeed = z.object({
  id: z.string(),
  channel: tripChannel,
  saidAt: instant,
  ...wanted,
  note: z.string(),
  ...recorded,
})
export type TripNeed = z.infer<typeof tripNeed>

export const needsSheet = z.object({
  ...wanted,
  missing: z.array(z.enum(SHEET_FIELDS)),
  sources: z.partialRecord(z.enum(SHEET_FIELDS), tripChannel),
  channels: z.array(tripChannel),
})

export const tripOption = z.object({
  id: z.string(),
  place: z.number().int(),
  name: z.string(),
  sights: z.string(),
  stay: z.string(),
  transport: z.string(),
  meals: z.string(),
  priceFen: fen,
  fit: z.enum(FITS),
  /** How much over the budget, in fen; negative below it; null without a budget. */
  overFen: z.number().int().nullable(),
})
export type TripOption = z.infer<typeof tripOption>

export const tripAnswer = z.object({
  id: z.string(),
  version: z.number().int(),
  optionName: z.string().nullable(),
  kind: z.enum(ANSWER_KINDS),
  channel: tripChannel,
  saidAt: instant,
  text: z.string(),
  ...recorded,
})
export type TripAnswer = z.infer<typeof tripAnswer>

export const tripProposal = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(PROPOSAL_STATES),
  basis: z.string(),
  budgetFen: fen.nullable(),
  createdAt: instant,
  createdByName: z.string(),
  offeredAt: instant.nullable(),
  offeredChannel: tripChannel.nullable(),
  acceptedOptionId: z.string().nullable(),
  /** The better an option fits the budget, the earlier it stands. */
  options: z.array(tripOption),
})
export type TripProposal = z.infer<typeof tripProposal>

export const tripBooking = z.object({
  id: z.string(),
  kind: z.enum(BOOKING_KINDS),
  title: z.string(),
  supplier: z.string(),
  reference: z.string(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  priceFen: fen,
  state: z.enum(BOOKING_STATES),
  note: z.string(),
  changedAt: instant,
  changedByName: z.string(),
})
export type TripBooking = z.infer<typeof tripBooking>

export const tripPayment = z.object({
  id: z.string(),
  kind: z.enum(PAYMENT_KINDS),
  method: z.enum(PAYMENT_METHODS),
  amountFen: fen,
  paidAt: instant,
  takenByName: z.string(),
  reference: z.string(),
})
export type TripPayment = z.infer<typeof tripPayment>

export const tripMoney = z.object({
  totalFen: z.number().int(),
  bookedFen: z.number().int(),
  paidFen: z.number().int(),
  openFen: z.number().int(),
  state: z.enum(PAYMENT_STATES),
})

export const tripNotice = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  changeId: z.string().nullable(),
  text: z.string(),
  state: z.enum(NOTICE_STATES),
  dueAt: instant,
  createdAt: instant,
  createdByName: z.string(),
  messageId: z.string().nullable(),
  toldAt: instant.nullable(),
  toldByName: z.string().nullable(),
  channel: tripChannel.nullable(),
  proof: z.string(),
  answer: z.enum(NOTICE_ANSWERS).nullable(),
  answerText: z.string(),
  answeredAt: instant.nullable(),
})
export type TripNotice = z.infer<typeof tripNotice>

export const tripChange = z.object({
  id: z.string(),
  origin: z.enum(CHANGE_ORIGINS),
  reason: z.string(),
  before: z.string(),
  after: z.string(),
  costFen: z.number().int(),
  decidedAt: instant,
  decidedByName: z.string(),
  notice: tripNotice,
})
export type TripChange = z.infer<typeof tripChange>

export const tripEvent = z.object({
  seq: z.number().int(),
  at: instant,
  actorName: z.string(),
  action: z.string(),
  text: z.string(),
})

/** One trip with everything that belongs to it. */
export const tripFile = tripRow.extend({
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  channel: tripChannel,
  closedAt: instant.nullable(),
  closingNote: z.string(),
  /** What is missing before it may go on. */
  missing: z.array(z.enum(MISSING)),
  enquiries: z.array(tripEnquiry),
  sheet: needsSheet,
  needs: z.array(tripNeed),
  /** Newest version first; every version stays readable (S4-56). */
  proposals: z.array(tripProposal),
  answers: z.array(tripAnswer),
  bookings: z.array(tripBooking),
  payments: z.array(tripPayment),
  money: tripMoney,
  changes: z.array(tripChange),
  confirmations: z.array(tripNotice),
  events: z.array(tripEvent),
})
export type TripFile = z.infer<typeof tripFile>
