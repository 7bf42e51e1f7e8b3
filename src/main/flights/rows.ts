import type { BookingView, Flight } from '../../shared/flights/model.ts'
import type { FlightId } from '../../shared/ids.ts'
import { maskValue } from '../rules/masking.ts'
import type { Row } from '../store/types.ts'

export function toFlight(row: Row<'flights'>): Flight {
  return { ...row, id: row.id as FlightId }
}

/** A flight with one booking on it, as one joined row. */
export type BookingRow = Row<'flights'> &
  Pick<Row<'bookings'>, 'pnr' | 'ticketNo' | 'cabin' | 'seat' | 'fareFen'> & {
    bookingId: string
    bookingStatus: Row<'bookings'>['status']
  }

export function toBooking(row: BookingRow): BookingView {
  const { bookingId, bookingStatus, pnr, ticketNo, cabin, seat, fareFen, ...flight } = row
  return {
    id: bookingId,
    flight: toFlight(flight),
    pnr,
    maskedTicket: maskValue('ticket', ticketNo ?? ''),
    cabin,
    seat: seat ?? '',
    status: bookingStatus,
    fareFen,
  }
}
