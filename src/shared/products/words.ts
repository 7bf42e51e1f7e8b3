import type { Bilingual } from '../contract.ts'

/** Kinds of products and services that the desk sells or arranges (S4-46). */
export const PRODUCT_KINDS = [
  'ticket',
  'hotel',
  'tour',
  'transfer',
  'lounge',
  'visa',
  'insurance',
  'admission',
  'package',
] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

export const PRODUCT_KIND_NAMES: Record<ProductKind, Bilingual> = {
  ticket: { zh: '机票', en: 'Air ticket' },
  hotel: { zh: '酒店', en: 'Hotel' },
  tour: { zh: '旅游线路', en: 'Tour' },
  transfer: { zh: '接送服务', en: 'Transfer' },
  lounge: { zh: '贵宾休息室', en: 'Lounge' },
  visa: { zh: '签证', en: 'Visa' },
  insurance: { zh: '保险', en: 'Insurance' },
  admission: { zh: '景点门票', en: 'Admission' },
  package: { zh: '定制套餐', en: 'Tailor-made package' },
}

export const PRODUCT_STATES = ['offered', 'paused', 'ended'] as const
export type ProductState = (typeof PRODUCT_STATES)[number]

export const PRODUCT_STATE_NAMES: Record<ProductState, Bilingual> = {
  offered: { zh: '在售', en: 'On offer' },
  paused: { zh: '暂停', en: 'Paused' },
  ended: { zh: '已下架', en: 'Ended' },
}

/** What a price is made of: the base, the share of a season, the share of a member's tier (S4-48). */
export const PRICE_KINDS = ['base', 'season', 'tier'] as const
export type PriceKind = (typeof PRICE_KINDS)[number]

export const PRICE_KIND_NAMES: Record<PriceKind, Bilingual> = {
  base: { zh: '基准价', en: 'Base price' },
  season: { zh: '季节调整', en: 'Season' },
  tier: { zh: '会员等级折扣', en: 'Tier discount' },
}

/** Actions by which the service strategy becomes real (S4-47). */
export const ACTION_KINDS = ['training', 'facility', 'service'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export const ACTION_KIND_NAMES: Record<ActionKind, Bilingual> = {
  training: { zh: '培训', en: 'Training' },
  facility: { zh: '设施', en: 'Facilities' },
  service: { zh: '服务举措', en: 'Service measure' },
}

export const ACTION_STATES = ['planned', 'running', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

export const ACTION_STATE_NAMES: Record<ActionState, Bilingual> = {
  planned: { zh: '计划中', en: 'Planned' },
  running: { zh: '进行中', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  dropped: { zh: '已取消', en: 'Dropped' },
}
