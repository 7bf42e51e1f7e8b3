import { z } from 'zod'
import type { Bilingual } from '../contract.ts'

type CategorySpec = {
  zh: string
  en: string
  /** The regulator's monthly-bulletin letter for airlines, where one fits. */
  caac?: string
  requirement?: string
}

/**
 * The shipped category tree: `group` or `group.detail`. Administrators rename, add and retire (S1-31): what a case is
 * given is checked against the store, and these are its first rows.
 * A rule for a group also holds for its details, so no category is left without a limit (S1-44).
 */
export const CATEGORY_TABLE = {
  flight: { zh: '航班问题', en: 'Flight', caac: 'A', requirement: 'S1-28' },
  'flight.delay': { zh: '航班延误', en: 'Flight delay', caac: 'A', requirement: 'S1-28 S5-43' },
  'flight.cancel': { zh: '航班取消', en: 'Flight cancellation', caac: 'A' },
  'flight.diversion': { zh: '备降与返航', en: 'Diversion or return', caac: 'A' },
  'flight.oversale': { zh: '超售', en: 'Overbooking', caac: 'B' },
  service: { zh: '服务问题', en: 'Service', caac: 'G', requirement: 'S2-44 S5-10' },
  'service.attitude': { zh: '服务态度', en: 'Staff attitude', caac: 'G', requirement: 'S1-29 S2-44' },
  'service.quality': { zh: '服务质量', en: 'Service quality', caac: 'G', requirement: 'S2-44 S5-10' },
  'service.process': { zh: '服务流程', en: 'Service process', caac: 'G', requirement: 'S2-44' },
  'service.boarding': { zh: '值机与登机', en: 'Check-in and boarding', caac: 'C' },
  'service.lounge': { zh: '贵宾休息室', en: 'Lounge', caac: 'G' },
  'service.disability': { zh: '残疾旅客', en: 'Passengers with disabilities', caac: 'M' },
  'service.discrimination': { zh: '歧视', en: 'Discrimination', caac: 'O' },
  ticket: { zh: '票务问题', en: 'Ticketing', caac: 'C', requirement: 'S1-30' },
  'ticket.booking': { zh: '预订与出票', en: 'Booking and issue', caac: 'C', requirement: 'S1-30' },
  'ticket.order': { zh: '订单问题', en: 'Order', caac: 'C', requirement: 'S5-09' },
  'ticket.change': { zh: '改签', en: 'Rebooking', caac: 'C' },
  'ticket.refund': { zh: '退款', en: 'Refund', caac: 'E' },
  fare: { zh: '资费问题', en: 'Fares and fees', caac: 'D', requirement: 'S2-45' },
  'fare.package': { zh: '票价与产品', en: 'Fare and product', caac: 'D', requirement: 'S2-45' },
  'fare.calculation': { zh: '计费', en: 'Fee calculation', caac: 'D', requirement: 'S2-45' },
  'fare.promotion': { zh: '优惠活动', en: 'Promotion', caac: 'I', requirement: 'S2-45' },
  'fare.payment': { zh: '支付问题', en: 'Payment', caac: 'D', requirement: 'S5-11' },
  baggage: { zh: '行李服务', en: 'Baggage', caac: 'F' },
  'baggage.damaged': { zh: '行李破损', en: 'Damaged baggage', caac: 'F' },
  'baggage.delayed': { zh: '行李迟到', en: 'Delayed baggage', caac: 'F' },
  'baggage.lost': { zh: '行李丢失', en: 'Lost baggage', caac: 'F' },
  network: { zh: '网络与运行', en: 'Website, app and operation', requirement: 'S2-46' },
  'network.website': { zh: '网站', en: 'Website', requirement: 'S2-46' },
  'network.app': { zh: '移动应用', en: 'Mobile app', requirement: 'S2-46' },
  'network.operation': { zh: '航班运行', en: 'Flight operation', requirement: 'S2-46' },
  'network.stability': { zh: '系统稳定性', en: 'System stability', requirement: 'S2-46' },
  equipment: { zh: '设备问题', en: 'Equipment', caac: 'G', requirement: 'S2-47' },
  'equipment.seat': { zh: '座椅与客舱', en: 'Seat and cabin', caac: 'G', requirement: 'S2-47' },
  'equipment.cabin': { zh: '客舱设备', en: 'Cabin equipment', caac: 'G', requirement: 'S2-47' },
  'equipment.baggage': { zh: '行李设备', en: 'Baggage equipment', caac: 'F', requirement: 'S2-47' },
  loyalty: { zh: '常旅客', en: 'Loyalty programme', caac: 'L' },
  'loyalty.mileage': { zh: '里程累积与兑换', en: 'Mileage credit and awards', caac: 'L' },
  'loyalty.tier': { zh: '会员等级与权益', en: 'Tier and benefits', caac: 'L' },
  travel: { zh: '差旅与合作产品', en: 'Travel and partner products', caac: 'K' },
  'travel.hotel': { zh: '酒店未按预订入住', en: 'Hotel not honoured', caac: 'K', requirement: 'S5-44' },
  'travel.itinerary': { zh: '行程安排', en: 'Itinerary', caac: 'K', requirement: 'S4-125' },
  'travel.quality': { zh: '差旅服务质量', en: 'Travel service quality', caac: 'K', requirement: 'S4-124' },
  'travel.lodging': { zh: '住宿餐饮', en: 'Hotel and meals', caac: 'K', requirement: 'S4-126' },
  'travel.guide': { zh: '导游服务', en: 'Guide service', caac: 'K', requirement: 'S4-127' },
  'travel.ground': { zh: '接送与地面交通', en: 'Ground transport', caac: 'K' },
  other: { zh: '其他', en: 'Other', requirement: 'S2-48' },
  'other.privacy': { zh: '个人信息泄露', en: 'Personal-information leak', requirement: 'S2-48' },
  'other.contract': { zh: '合同纠纷', en: 'Contract dispute', requirement: 'S2-48' },
  'other.fraud': { zh: '短信欺诈', en: 'SMS fraud', caac: 'P' },
  'other.advertising': { zh: '广告', en: 'Advertising', caac: 'I' },
  'other.general': { zh: '综合', en: 'General', caac: 'L' },
} as const satisfies Record<string, CategorySpec>

/** A group's code, or a detail's behind its group's. */
export type Category = string

/** What a category's code looks like; whether it is offered stands in the store. */
export const categoryCode = z.string().regex(/^[a-z][A-Za-z0-9]{0,29}(\.[a-z][A-Za-z0-9]{0,29})?$/, { message: 'code' })

/** The shipped codes, groups before their details. */
export const CATEGORIES: readonly string[] = Object.keys(CATEGORY_TABLE)

/** The shipped names; a desk may have given others. */
export const CATEGORY_NAMES: Readonly<Record<string, Bilingual>> = CATEGORY_TABLE

/** True when the category is the group itself or one of its details. */
export function isUnder(category: string, group: string): boolean {
  return category === group || category.startsWith(`${group}.`)
}

/** The group that a category belongs to; a group is its own. */
export function groupOf(category: string): string {
  return category.split('.')[0] ?? category
}
