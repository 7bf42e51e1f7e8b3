import { z } from 'zod'
import { flightId, memberId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { BOOKING_STATUSES, FLIGHT_STATUSES } from './words.ts'

/** Two signs of the carrier and up to four digits with an optional letter, as `HU7609`; blanks and small letters are forgiven. */
export const flightNo = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .refine((text) => /^(?=.{0,1}[A-Z])[A-Z\d]{2}\d{1,4}[A-Z]?$/.test(text), { message: 'flight-no' })

const airport = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase())
  .refine((text) => /^[A-Z]{3}$/.test(text), { message: 'airport' })

export const flight = z.object({
  id: flightId,
  flightNo: z.string(),
  /** Local day of departure. */
  day,
  origin: z.string(),
  destination: z.string(),
  departsAt: instant,
  arrivesAt: instant,
  status: z.enum(FLIGHT_STATUSES),
  delayMinutes: z.number().int().min(0),
  distanceKm: z.number().int().min(0),
})
export type Flight = z.infer<typeof flight>

export const newFlight = z
  .object({
    flightNo,
    day,
    origin: airport,
    destination: airport,
    departsAt: instant,
    arrivesAt: instant,
    distanceKm: z.number().int().min(0).max(25_000).default(0),
  })
  .refine((one) => one.arrivesAt > one.departsAt, { message: 'before-start', path: ['arrivesAt'] })

/** A member's place on a flight (S3-72), ticket number masked. */
export const bookingView = z.object({
  id: z.string(),
  flight,
  pnr: z.string(),
  maskedTicket: z.string(),
  cabin: z.string(),
  seat: z.string(),
  status: z.enum(BOOKING_STATUSES),
  fareFen: z.number().int().min(0),
})
export type BookingView = z.infer<typeof bookingView>

/** A member on a flight, as a list of passengers shows one. */
export const passenger = z.object({
  bookingId: z.string(),
  memberId,
  name: z.string(),
  card: z.string(),
  tier: z.enum(MEMBER_TIERS),
  cabin: z.string(),
  seat: z.string(),
  status: z.enum(BOOKING_STATUSES),
})
export type Passenger = z.infer<typeof passenger>
