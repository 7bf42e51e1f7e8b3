import type { BookingState, PaymentKind, PaymentState } from './words.ts'

type Priced = { priceFen: number; state: BookingState }
type Paid = { kind: PaymentKind; amountFen: number }

export type TripMoney = {
  /** What the trip costs now: the agreed option, or what is booked, with what changes added. */
  totalFen: number
  bookedFen: number
  paidFen: number
  openFen: number
  state: PaymentState
}

/** S4-04: what a trip costs, what was paid of it, and whether that is nothing, a deposit or all. */
export function moneyOf(
  agreedFen: number | null,
  bookings: readonly Priced[],
  changes: readonly { costFen: number }[],
  payments: readonly Paid[],
): TripMoney {
  const bookedFen = sum(bookings.filter(({ state }) => state !== 'cancelled').map(({ priceFen }) => priceFen))
  const totalFen = Math.max(0, (agreedFen ?? bookedFen) + sum(changes.map(({ costFen }) => costFen)))
  const paidFen = sum(payments.map(({ kind, amountFen }) => (kind === 'refund' ? -amountFen : amountFen)))
  const isFull = paidFen > 0 && totalFen > 0 && paidFen >= totalFen
  const state = paidFen <= 0 ? 'none' : isFull ? 'full' : 'deposit'
  return { totalFen, bookedFen, paidFen, openFen: Math.max(0, totalFen - paidFen), state }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0)
