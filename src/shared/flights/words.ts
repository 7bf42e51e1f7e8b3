import type { Bilingual } from '../contract.ts'

export const FLIGHT_STATUSES = ['scheduled', 'departed', 'arrived', 'delayed', 'cancelled', 'diverted'] as const
export type FlightStatus = (typeof FLIGHT_STATUSES)[number]

export const FLIGHT_STATUS_NAMES: Record<FlightStatus, Bilingual> = {
  scheduled: { zh: '计划', en: 'Scheduled' },
  departed: { zh: '已起飞', en: 'Departed' },
  arrived: { zh: '已到达', en: 'Arrived' },
  delayed: { zh: '延误', en: 'Delayed' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  diverted: { zh: '备降', en: 'Diverted' },
}

export const BOOKING_STATUSES = ['booked', 'flown', 'cancelled', 'noShow'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

export const BOOKING_STATUS_NAMES: Record<BookingStatus, Bilingual> = {
  booked: { zh: '已订', en: 'Booked' },
  flown: { zh: '已乘机', en: 'Flown' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  noShow: { zh: '未登机', en: 'No show' },
}

export const CABINS = ['first', 'business', 'premium', 'economy'] as const
export type Cabin = (typeof CABINS)[number]

export const CABIN_NAMES: Record<Cabin, Bilingual> = {
  first: { zh: '头等舱', en: 'First' },
  business: { zh: '公务舱', en: 'Business' },
  premium: { zh: '超级经济舱', en: 'Premium economy' },
  economy: { zh: '经济舱', en: 'Economy' },
}
