import { z } from 'zod'
import { call } from '../contract.ts'
import { flightId, memberId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { bookingView, flight, newFlight, passenger } from './model.ts'
import { BOOKING_STATUSES, CABINS, FLIGHT_STATUSES } from './words.ts'

const pnr = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase())
  .refine((text) => /^[A-Z\d]{5,6}$/.test(text), { message: 'pnr' })
const ticketNo = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .refine((text) => /^\d{13}$/.test(text), { message: 'ticket' })
const seat = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase())
  .refine((text) => /^\d{1,3}[A-Z]$/.test(text), { message: 'seat' })
const limit = z.number().int().min(1).max(200).default(50)

/** Flights and members' bookings on them (S3-24, S3-25, S3-72). */
export const flights = {
  find: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按航班号与日期查航班', en: 'Find a flight by number and day' },
    input: z.object({
      text: z
        .string()
        .trim()
        .min(2)
        .max(20)
        .regex(/^[\p{L}\p{N}\s-]*$/u, { message: 'flight-no' }),
      day: day.optional(),
      limit: limit.default(20),
    }),
    output: z.array(flight),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出一天的航班', en: 'List the flights of a day' },
    input: z.object({ day, limit }),
    output: z.array(flight),
  }),
  create: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记航班', en: 'Enter a flight' },
    input: newFlight,
    output: flight,
    changes: ['flights'],
  }),
  setStatus: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '更新航班动态', en: 'Note what became of a flight' },
    input: z.object({
      id: flightId,
      status: z.enum(FLIGHT_STATUSES),
      delayMinutes: z.number().int().min(0).max(10_000).default(0),
    }),
    output: flight,
    changes: ['flights'],
  }),
  book: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记会员的订座', en: 'Enter a booking of a member' },
    input: z.object({
      memberId,
      flightId,
      pnr,
      ticketNo: ticketNo.nullable().default(null),
      cabin: z.enum(CABINS),
      seat: seat.nullable().default(null),
      fareFen: z.number().int().min(0).max(1_000_000_000).default(0),
    }),
    output: bookingView,
    changes: ['flights', 'members'],
  }),
  setBooking: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '更新订座：座位与状态', en: 'Change a booking: seat and state' },
    input: z.object({
      id: z.string().min(1).max(64),
      status: z.enum(BOOKING_STATUSES).optional(),
      seat: seat.nullable().optional(),
    }),
    output: bookingView,
    changes: ['flights', 'members'],
  }),
  bookings: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '会员的订座与飞行记录，新的在前', en: "A member's bookings and flights, newest first" },
    input: z.object({ memberId, before: z.object({ departsAt: instant, id: z.string().max(64) }).optional(), limit }),
    output: z.object({ rows: z.array(bookingView), next: z.object({ departsAt: instant, id: z.string() }).nullable() }),
    discloses: true,
  }),
  passengers: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '航班上的会员，等级高的在前', en: 'Members on a flight, highest tier first' },
    input: z.object({ id: flightId, limit: limit.default(200) }),
    output: z.array(passenger),
  }),
}
