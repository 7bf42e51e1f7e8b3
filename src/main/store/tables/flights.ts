// Flights, bookings and spend.

export type FlightTable = {
  id: string
  flightNo: string
  day: string
  origin: string
  destination: string
  departsAt: number
  arrivesAt: number
  status: 'scheduled' | 'departed' | 'arrived' | 'delayed' | 'cancelled' | 'diverted'
  delayMinutes: number
  distanceKm: number
}

export type BookingTable = {
  id: string
  memberId: string
  flightId: string
  pnr: string
  ticketNo: string | null
  cabin: string
  seat: string | null
  status: 'booked' | 'flown' | 'cancelled' | 'noShow'
  fareFen: number
}

export type SpendTable = {
  id: string
  memberId: string
  at: number
  kind: 'own' | 'partner'
  description: string
  amountFen: number
}

export type FlightsTables = {
  flights: FlightTable
  bookings: BookingTable
  spends: SpendTable
}
