import type { Bilingual } from '../contract.ts'

const name = (zh: string, en: string): Bilingual => ({ zh, en })

/** The six stages of a trip, in their order (S4-01..09). */
export const TRIP_STAGES = ['enquiry', 'booking', 'confirmation', 'preTrip', 'inTrip', 'afterTrip'] as const
export type TripStage = (typeof TRIP_STAGES)[number]

export const TRIP_STAGE_NAMES: Record<TripStage, Bilingual> = {
  enquiry: name('客户咨询', 'Enquiry'),
  booking: name('产品预订', 'Booking'),
  confirmation: name('行程确认', 'Confirmation'),
  preTrip: name('行前服务', 'Before departure'),
  inTrip: name('行程服务', 'On the road'),
  afterTrip: name('售后服务', 'After-sales'),
}

export const TRIP_STATES = ['open', 'done', 'cancelled'] as const
export type TripState = (typeof TRIP_STATES)[number]

export const TRIP_STATE_NAMES: Record<TripState, Bilingual> = {
  open: name('进行中', 'Running'),
  done: name('已完成', 'Done'),
  cancelled: name('已取消', 'Cancelled'),
}

/** Ways by which a customer and the desk talk about a trip: telephone, internet, shop and in writing (S4-01, S4-53). */
export const TRIP_CHANNELS = ['phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter'] as const
export type TripChannel = (typeof TRIP_CHANNELS)[number]

export const TRIP_CHANNEL_NAMES: Record<TripChannel, Bilingual> = {
  phone: name('电话', 'Phone'),
  web: name('网络', 'Web'),
  shop: name('门店', 'Shop'),
  app: name('APP', 'App'),
  wechat: name('微信', 'WeChat'),
  email: name('邮件', 'E-mail'),
  sms: name('短信', 'SMS'),
  letter: name('信函', 'Letter'),
}

export const TRANSPORTS = ['plane', 'train', 'car', 'coach', 'ship'] as const
export type Transport = (typeof TRANSPORTS)[number]

export const LODGINGS = ['economy', 'comfort', 'upscale', 'luxury'] as const
export type Lodging = (typeof LODGINGS)[number]

export const PROPOSAL_STATES = ['draft', 'offered', 'accepted', 'replaced'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const PROPOSAL_STATE_NAMES: Record<ProposalState, Bilingual> = {
  draft: name('待提供', 'Not offered yet'),
  offered: name('已提供', 'Offered'),
  accepted: name('客户已确认', 'Accepted'),
  replaced: name('已被新版取代', 'Replaced'),
}

export const ANSWER_KINDS = ['accepted', 'feedback', 'declined'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export const ANSWER_KIND_NAMES: Record<AnswerKind, Bilingual> = {
  accepted: name('同意', 'Yes'),
  feedback: name('希望调整', 'Wants changes'),
  declined: name('不接受', 'No'),
}

/** What is booked for a trip (S4-57). */
export const BOOKING_KINDS = ['hotel', 'ticket', 'transport', 'meal', 'guide', 'insurance', 'other'] as const
export type BookingKind = (typeof BOOKING_KINDS)[number]

export const BOOKING_KIND_NAMES: Record<BookingKind, Bilingual> = {
  hotel: name('酒店', 'Hotel'),
  ticket: name('门票', 'Ticket'),
  transport: name('交通', 'Transport'),
  meal: name('餐饮', 'Meals'),
  guide: name('导游', 'Guide'),
  insurance: name('保险', 'Insurance'),
  other: name('其他', 'Other'),
}

export const BOOKING_STATES = ['requested', 'confirmed', 'changed', 'cancelled'] as const
export type BookingState = (typeof BOOKING_STATES)[number]

export const BOOKING_STATE_NAMES: Record<BookingState, Bilingual> = {
  requested: name('已申请', 'Requested'),
  confirmed: name('已确认', 'Confirmed'),
  changed: name('已变更', 'Changed'),
  cancelled: name('已取消', 'Cancelled'),
}

export const PAYMENT_KINDS = ['deposit', 'balance', 'refund'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]

export const PAYMENT_KIND_NAMES: Record<PaymentKind, Bilingual> = {
  deposit: name('预订金', 'Deposit'),
  balance: name('余款/全款', 'Balance or in full'),
  refund: name('退款', 'Refund'),
}

export const PAYMENT_METHODS = ['cash', 'transfer', 'bankCard', 'wechatPay', 'alipay', 'other'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const PAYMENT_METHOD_NAMES: Record<PaymentMethod, Bilingual> = {
  cash: name('现金', 'Cash'),
  transfer: name('转账', 'Bank transfer'),
  bankCard: name('银行卡', 'Bank card'),
  wechatPay: name('微信支付', 'WeChat Pay'),
  alipay: name('支付宝', 'Alipay'),
  other: name('其他', 'Other'),
}

/** How much of a trip is paid (S4-04). */
export const PAYMENT_STATES = ['none', 'deposit', 'full'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export const PAYMENT_STATE_NAMES: Record<PaymentState, Bilingual> = {
  none: name('未付款', 'Not paid'),
  deposit: name('已付预订金', 'Deposit paid'),
  full: name('已付全款', 'Paid in full'),
}

export const CHANGE_ORIGINS = ['customer', 'supplier', 'desk', 'weather'] as const
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number]

export const CHANGE_ORIGIN_NAMES: Record<ChangeOrigin, Bilingual> = {
  customer: name('客户要求', 'Customer'),
  supplier: name('供应商', 'Supplier'),
  desk: name('服务台', 'Desk'),
  weather: name('天气或不可抗力', 'Weather or force majeure'),
}

/** What a customer is told of a trip. */
export const NOTICE_KINDS = ['confirmation', 'change'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_KIND_NAMES: Record<NoticeKind, Bilingual> = {
  confirmation: name('预订确认', 'Booking confirmation'),
  change: name('行程变更通知', 'Notice of a change'),
}

export const NOTICE_ANSWERS = ['agreed', 'objected', 'asked'] as const
export type NoticeAnswer = (typeof NOTICE_ANSWERS)[number]

export const NOTICE_ANSWER_NAMES: Record<NoticeAnswer, Bilingual> = {
  agreed: name('同意', 'Agreed'),
  objected: name('不同意', 'Objected'),
  asked: name('有疑问', 'Has questions'),
}

export const NOTICE_STATES = ['waiting', 'late', 'inTime', 'toldLate'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

export const NOTICE_STATE_NAMES: Record<NoticeState, Bilingual> = {
  waiting: name('待通知', 'To be told'),
  late: name('逾期未通知', 'Overdue'),
  inTime: name('按时告知', 'Told in time'),
  toldLate: name('逾期告知', 'Told late'),
}

/** What the log of a trip calls what was done. */
export const TRIP_ACTION_NAMES: Readonly<Record<string, Bilingual>> = {
  opened: name('新建行程', 'Opened'),
  changed: name('修改行程', 'Changed'),
  advanced: name('转入环节', 'On to a stage'),
  back: name('退回环节', 'Back to a stage'),
  done: name('行程完成', 'Done'),
  cancelled: name('行程取消', 'Cancelled'),
  asked: name('登记咨询', 'Question recorded'),
  needs: name('补充需求', 'Needs added'),
  proposed: name('编制方案', 'Proposal written'),
  offered: name('提供方案', 'Proposal offered'),
  accepted: name('客户同意方案', 'Proposal accepted'),
  feedback: name('客户希望调整', 'Customer wants changes'),
  declined: name('客户不接受', 'Proposal declined'),
  booked: name('登记预订', 'Booked'),
  'booking-confirmed': name('预订已确认', 'Booking confirmed'),
  'booking-changed': name('预订已变更', 'Booking changed'),
  'booking-cancelled': name('预订已取消', 'Booking cancelled'),
  'paid-deposit': name('收预订金', 'Deposit taken'),
  'paid-balance': name('收余款/全款', 'Balance taken'),
  'paid-refund': name('退款', 'Refund'),
  altered: name('行程调整', 'Itinerary changed'),
  confirmation: name('编写预订确认', 'Confirmation written'),
  prepared: name('交消息发送', 'Given to the messages'),
  told: name('已告知客户', 'Customer told'),
  'notice-agreed': name('客户同意', 'Customer agreed'),
  'notice-objected': name('客户不同意', 'Customer objected'),
  'notice-asked': name('客户有疑问', 'Customer asked'),
  emergency: name('突发情况', 'Emergency'),
  'emergency-ended': name('突发情况结束', 'Emergency ended'),
}
