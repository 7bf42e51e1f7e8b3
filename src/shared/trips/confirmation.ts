import { sideOf } from '../contract.ts'
import { BOOKING_KIND_NAMES, BOOKING_STATE_NAMES, type BookingKind, type BookingState } from './words.ts'

type Line = {
  kind: BookingKind
  title: string
  supplier: string
  fromDay: string | null
  toDay: string | null
  reference: string
  state: BookingState
}

type Trip = { number: string; title: string; destination: string; startsOn: string | null; endsOn: string | null }

const WORDS = {
  zh: {
    head: (trip: Trip) => `${trip.title}（${trip.number}）预订确认`,
    days: '出行日期',
    to: '至',
    place: '目的地',
    booked: '预订明细',
    number: '确认号',
    notes: '注意事项',
  },
  en: {
    head: (trip: Trip) => `${trip.title} (${trip.number}): your bookings`,
    days: 'Days',
    to: 'to',
    place: 'Destination',
    booked: 'Booked',
    number: 'confirmation',
    notes: 'Please note',
  },
}

/** S4-58: the confirmation as the customer reads it: days, every booking that stands with its number, and things to note. */
export function confirmationText(trip: Trip, bookings: readonly Line[], notes: string, language: string): string {
  const side = sideOf(language)
  const words = WORDS[side]
  const span = (from: string | null, to: string | null) =>
    [from, to === from ? null : to].filter((one) => one !== null).join(` ${words.to} `)
  const lines = bookings
    .filter(({ state }) => state !== 'cancelled')
    .map(({ kind, title, supplier, fromDay, toDay, reference, state }, place) => {
      const parts = [
        `${BOOKING_KIND_NAMES[kind][side]}${side === 'zh' ? '：' : ': '}${title}`,
        supplier,
        span(fromDay, toDay),
        reference && `${words.number} ${reference}`,
        BOOKING_STATE_NAMES[state][side],
      ]
      return `${place + 1}. ${parts.filter((part) => part !== '').join(side === 'zh' ? '，' : ', ')}`
    })
  const days = span(trip.startsOn, trip.endsOn)
  const colon = side === 'zh' ? '：' : ': '
  return [
    words.head(trip),
    trip.destination && `${words.place}${colon}${trip.destination}`,
    days && `${words.days}${colon}${days}`,
    ...(lines.length === 0 ? [] : [`${words.booked}${colon}`.trimEnd(), ...lines]),
    ...(notes === '' ? [] : [`${words.notes}${colon}${notes}`]),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
