import type { Bilingual } from '../contract.ts'

/** What a wish or preference is about (S4-32..45, S4-69, S4-70). */
export const WISH_TOPICS = [
  'destination',
  'travelTime',
  'lodging',
  'transport',
  'trip',
  'service',
  'price',
  'spending',
  'seatMeal',
  'medical',
  'other',
] as const
export type WishTopic = (typeof WISH_TOPICS)[number]

export const WISH_TOPIC_NAMES: Record<WishTopic, Bilingual> = {
  destination: { zh: '目的地', en: 'Destination' },
  travelTime: { zh: '出行时间', en: 'Time of travel' },
  lodging: { zh: '住宿标准', en: 'Standard of hotel' },
  transport: { zh: '交通方式', en: 'Means of transport' },
  trip: { zh: '产品需求类型', en: 'Kind of trip' },
  service: { zh: '服务需求', en: 'Service wish' },
  price: { zh: '价格需求', en: 'Price wish' },
  spending: { zh: '消费习惯', en: 'Spending habit' },
  seatMeal: { zh: '座位与餐食', en: 'Seat and meal' },
  medical: { zh: '医疗与特殊照顾', en: 'Medical and special care' },
  other: { zh: '其他', en: 'Other' },
}

const value = (zh: string, en: string): Bilingual => ({ zh, en })

/** The values a topic knows; a topic without any takes a few words. */
export const WISH_VALUES: Record<WishTopic, Readonly<Record<string, Bilingual>>> = {
  destination: {},
  travelTime: {
    weekday: value('工作日', 'Weekdays'),
    weekend: value('周末', 'Weekends'),
    publicHoliday: value('法定节假日', 'Public holidays'),
    schoolHoliday: value('寒暑假', 'School holidays'),
    offSeason: value('淡季', 'Off season'),
    earlyFlight: value('早班', 'Early flights'),
    lateFlight: value('晚班', 'Late flights'),
  },
  lodging: {
    economy: value('经济型', 'Budget'),
    comfort: value('舒适型', 'Comfort'),
    upscale: value('高档型', 'Upscale'),
    luxury: value('豪华型', 'Luxury'),
  },
  transport: {
    plane: value('飞机', 'Plane'),
    train: value('高铁火车', 'Train'),
    car: value('自驾专车', 'Car'),
    coach: value('旅游大巴', 'Coach'),
    ship: value('邮轮', 'Ship'),
  },
  trip: {
    nature: value('自然风光', 'Nature'),
    history: value('历史文化', 'History and culture'),
    leisure: value('休闲度假', 'Leisure'),
    business: value('商务旅游', 'Business'),
  },
  service: {
    personal: value('个性化', 'Personal treatment'),
    efficient: value('高效便捷', 'Speed and ease'),
    safe: value('安全保障', 'Safety'),
  },
  price: {
    value: value('性价比', 'Value for money'),
    promotion: value('优惠活动', 'Promotions'),
  },
  spending: {},
  seatMeal: {
    window: value('靠窗', 'Window'),
    aisle: value('靠走道', 'Aisle'),
    front: value('前排', 'Front rows'),
    vegetarian: value('素食', 'Vegetarian'),
    halal: value('清真餐', 'Halal'),
  },
  medical: {},
  other: {},
}

/** Topics whose value is one of a list; the others take words too. */
export const CLOSED_TOPICS: readonly WishTopic[] = ['lodging', 'transport', 'trip', 'service', 'price']

/** A tag's value as people read it. */
export function wishValueName(topic: WishTopic, stored: string): Bilingual {
  const known = Object.hasOwn(WISH_VALUES[topic], stored) ? WISH_VALUES[topic][stored] : undefined
  return known ?? { zh: stored, en: stored }
}

/** Where a tag came from. */
export const WISH_SOURCES = ['questionnaire', 'interview', 'agent'] as const
export type WishSource = (typeof WISH_SOURCES)[number]

export const WISH_SOURCE_NAMES: Record<WishSource, Bilingual> = {
  questionnaire: { zh: '线上问卷', en: 'Online questionnaire' },
  interview: { zh: '电话访谈', en: 'Telephone interview' },
  agent: { zh: '客服记录', en: 'Noted by the desk' },
}

/** The stage of a journey in which something was said (S4-78). */
export const STAGES = ['enquiry', 'booking', 'travel', 'after'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_NAMES: Record<Stage, Bilingual> = {
  enquiry: { zh: '咨询', en: 'Enquiry' },
  booking: { zh: '预订', en: 'Booking' },
  travel: { zh: '出行', en: 'Travel' },
  after: { zh: '行后', en: 'Afterwards' },
}

/** Channels by which members come to the programme (S4-50). */
export const ORIGIN_CHANNELS = [
  'website',
  'app',
  'search',
  'wechat',
  'weibo',
  'shortVideo',
  'telephone',
  'counter',
  'partner',
  'referral',
  'event',
  'other',
] as const
export type OriginChannel = (typeof ORIGIN_CHANNELS)[number]

export const ORIGIN_CHANNEL_NAMES: Record<OriginChannel, Bilingual> = {
  website: { zh: '官网', en: 'Website' },
  app: { zh: 'APP', en: 'App' },
  search: { zh: '搜索引擎', en: 'Search engine' },
  wechat: { zh: '微信', en: 'WeChat' },
  weibo: { zh: '微博', en: 'Weibo' },
  shortVideo: { zh: '短视频', en: 'Short video' },
  telephone: { zh: '电话', en: 'Telephone' },
  counter: { zh: '柜台', en: 'Counter' },
  partner: { zh: '合作伙伴', en: 'Partner' },
  referral: { zh: '朋友推荐', en: 'Recommendation' },
  event: { zh: '线下活动', en: 'Event' },
  other: { zh: '其他', en: 'Other' },
}

/** Kinds of customer (S4-74). */
export const CUSTOMER_TYPES = ['business', 'leisure', 'family', 'frequent', 'highValue'] as const
export type CustomerType = (typeof CUSTOMER_TYPES)[number]

export const CUSTOMER_TYPE_NAMES: Record<CustomerType, Bilingual> = {
  business: { zh: '商务', en: 'Business' },
  leisure: { zh: '休闲', en: 'Leisure' },
  family: { zh: '亲子家庭', en: 'Family' },
  frequent: { zh: '高频出行', en: 'Frequent' },
  highValue: { zh: '高消费', en: 'High spend' },
}
