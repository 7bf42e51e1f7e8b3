import type { Bilingual } from '../contract.ts'

/** What a matter is about (S2-12): a service, the network and website, a fee, or a product. */
export const CONTENT_CLASSES = ['service', 'network', 'fee', 'product'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

export const CONTENT_CLASS_NAMES: Record<ContentClass, Bilingual> = {
  service: { zh: '服务', en: 'Service' },
  network: { zh: '网络', en: 'Website and network' },
  fee: { zh: '费用', en: 'Fees' },
  product: { zh: '产品', en: 'Product' },
}

/** What a VIP may ask the desk to do (S3-23..26). */
export const SERVICE_TYPES = [
  'booking',
  'flightStatus',
  'seat',
  'change',
  'refund',
  'upgrade',
  'lounge',
  'baggage',
  'meal',
  'pickUp',
  'assistance',
  'other',
] as const
export type ServiceType = (typeof SERVICE_TYPES)[number]

export const SERVICE_TYPE_NAMES: Record<ServiceType, Bilingual> = {
  booking: { zh: '机票预订', en: 'Ticket booking' },
  flightStatus: { zh: '航班动态查询', en: 'Flight status' },
  seat: { zh: '座位安排', en: 'Seat' },
  change: { zh: '改签', en: 'Rebooking' },
  refund: { zh: '退票', en: 'Refund' },
  upgrade: { zh: '升舱', en: 'Upgrade' },
  lounge: { zh: '贵宾休息室', en: 'Lounge' },
  baggage: { zh: '行李服务', en: 'Baggage' },
  meal: { zh: '特殊餐食', en: 'Special meal' },
  pickUp: { zh: '接送机', en: 'Airport transfer' },
  assistance: { zh: '特殊旅客协助', en: 'Special assistance' },
  other: { zh: '其他', en: 'Other' },
}

/** Ways to tell a customer something (S2-120), and who began. */
export const CONTACT_CHANNELS = ['phone', 'sms', 'email', 'wechat', 'faceToFace', 'letter', 'social'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const CONTACT_CHANNEL_NAMES: Record<ContactChannel, Bilingual> = {
  phone: { zh: '电话', en: 'Phone' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'E-mail' },
  wechat: { zh: '微信', en: 'WeChat' },
  faceToFace: { zh: '当面', en: 'In person' },
  letter: { zh: '信函', en: 'Letter' },
  social: { zh: '社交媒体', en: 'Social media' },
}

export const CONTACT_DIRECTIONS = ['outbound', 'inbound'] as const
export type ContactDirection = (typeof CONTACT_DIRECTIONS)[number]

/** What stands in a case's log. */
export const LOG_KINDS = [
  'opened',
  'step',
  'assigned',
  'noted',
  'contacted',
  'amended',
  'linked',
  'followUp',
  'followUpDone',
  'evidence',
  'subTask',
  'cause',
  'liability',
  'plan',
  'compensation',
  'survey',
  'visit',
  'assessed',
  'shared',
  'unmerged',
  'movedVersion',
  'pauseCorrected',
  'rebased',
  'calendarChanged',
  'classed',
  'routed',
  'imported',
  'message',
  'care',
  'promise',
] as const
export type LogKind = (typeof LOG_KINDS)[number]
