import type { Fit } from '../../shared/trips/sheet.ts'
import type { BookingState, NoticeState, PaymentState, ProposalState, TripState } from '../../shared/trips/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const STATE_TONES: Record<TripState, Tone> = { open: 'info', done: 'good', cancelled: 'neutral' }
export const PAYMENT_TONES: Record<PaymentState, Tone> = { none: 'warn', deposit: 'info', full: 'good' }
export const BOOKING_TONES: Record<BookingState, Tone> = {
  requested: 'warn',
  confirmed: 'good',
  changed: 'info',
  cancelled: 'neutral',
}
export const PROPOSAL_TONES: Record<ProposalState, Tone> = {
  draft: 'warn',
  offered: 'info',
  accepted: 'good',
  replaced: 'neutral',
}
export const NOTICE_TONES: Record<NoticeState, Tone> = {
  waiting: 'warn',
  late: 'bad',
  inTime: 'good',
  toldLate: 'warn',
}
export const FIT_TONES: Record<Fit, Tone> = { within: 'good', slightlyOver: 'warn', over: 'bad', unknown: 'neutral' }
