import { z } from 'zod'
import { call } from '../contract.ts'
import { MESSAGE_CHANNELS } from '../messages/words.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { expectedSeq } from '../written.ts'
import { tripRemark, tripText } from './guard.ts'
import { fen, tripChannel, tripId } from './model.ts'
import { mark } from './step.ts'
import {
  BOOKING_KINDS,
  BOOKING_STATES,
  CHANGE_ORIGINS,
  NOTICE_ANSWERS,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
} from './words.ts'

const changes = ['trips'] as const
const itemId = z.string().min(1).max(64)

const dayLater = day.nullable().default(null)

/** Calls of the later stages: what is booked and paid, what changes, and what the customer is told of it. */
export const arranging = {
  book: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记预订', en: 'Record a booking' },
    input: z.object({
      id: tripId,
      kind: z.enum(BOOKING_KINDS),
      title: tripText(200),
      supplier: tripText(120),
      reference: tripRemark(80),
      fromDay: dayLater,
      toDay: dayLater,
      priceFen: fen,
      state: z.enum(['requested', 'confirmed']).default('requested'),
      note: tripRemark(500),
    }),
    output: mark,
    changes,
  }),
  setBooking: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '更新预订状态', en: 'Change the state of a booking' },
    input: z.object({
      id: tripId,
      bookingId: itemId,
      state: z.enum(BOOKING_STATES),
      reference: tripText(80).optional(),
      priceFen: fen.optional(),
      note: tripRemark(500),
      expectedSeq,
    }),
    output: mark,
    changes,
  }),
  pay: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记收款或退款', en: 'Record a payment or a refund' },
    input: z.object({
      id: tripId,
      kind: z.enum(PAYMENT_KINDS),
      method: z.enum(PAYMENT_METHODS),
      amountFen: fen.min(1),
      paidAt: instant.optional(),
      /** A receipt or transfer number; never the number of a card. */
      reference: tripRemark(80),
    }),
    output: mark,
    changes,
  }),
  alter: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记行程调整', en: 'Record a change of the itinerary' },
    input: z.object({
      id: tripId,
      origin: z.enum(CHANGE_ORIGINS),
      reason: tripText(500),
      before: tripText(1000),
      after: tripText(1000),
      costFen: z.number().int().min(-10_000_000_000).max(10_000_000_000).default(0),
      /** New days; left as they are when not given. */
      startsOn: day.optional(),
      endsOn: day.optional(),
      expectedSeq,
    }),
    output: mark,
    changes,
  }),
  confirmation: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '预览预订确认信息', en: 'Show a booking confirmation as it would be' },
    input: z.object({ id: tripId, notes: tripRemark(2000) }),
    output: z.object({ text: z.string() }),
    discloses: true,
  }),
  confirm: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '编写预订确认信息', en: 'Write the booking confirmation with things to note' },
    input: z.object({ id: tripId, notes: tripText(2000) }),
    output: mark,
    changes,
  }),
  sendNotice: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '以消息发送确认或变更通知', en: 'Prepare a confirmation or notice as a message' },
    input: z.object({ id: tripId, noticeId: itemId, channel: z.enum(MESSAGE_CHANNELS).exclude(['web']) }),
    output: mark,
    changes: ['trips', 'messages'],
  }),
  tell: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记已告知客户及凭证', en: 'Record that the customer was told, with proof' },
    input: z.object({
      id: tripId,
      noticeId: itemId,
      channel: tripChannel,
      toldAt: instant.optional(),
      /** What shows it: a recording's number, a receipt, a screenshot's name. */
      proof: tripText(300),
    }),
    output: mark,
    changes,
  }),
  hear: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记客户对通知的答复', en: "Record the customer's answer to a notice" },
    input: z.object({
      id: tripId,
      noticeId: itemId,
      answer: z.enum(NOTICE_ANSWERS),
      text: tripRemark(500),
      answeredAt: instant.optional(),
    }),
    output: mark,
    changes,
  }),
}
