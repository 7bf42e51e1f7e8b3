import type { Bilingual } from '../contract.ts'

/** Whom the desk works with (S3-125). */
export const PARTNER_KINDS = ['hotel', 'sight', 'airline', 'transport', 'guide', 'insurer', 'lounge', 'other'] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

export const PARTNER_KIND_NAMES: Record<PartnerKind, Bilingual> = {
  hotel: { zh: '酒店', en: 'Hotel' },
  sight: { zh: '景点', en: 'Sight' },
  airline: { zh: '航空公司', en: 'Airline' },
  transport: { zh: '地面交通', en: 'Ground transport' },
  guide: { zh: '导游服务', en: 'Guides' },
  insurer: { zh: '保险公司', en: 'Insurer' },
  lounge: { zh: '贵宾休息室', en: 'Lounge' },
  other: { zh: '其他', en: 'Other' },
}

export const PARTNER_STATES = ['active', 'paused', 'ended'] as const
export type PartnerState = (typeof PARTNER_STATES)[number]

export const PARTNER_STATE_NAMES: Record<PartnerState, Bilingual> = {
  active: { zh: '合作中', en: 'Active' },
  paused: { zh: '暂停', en: 'Paused' },
  ended: { zh: '已终止', en: 'Ended' },
}

/** What a supplier does for a traveller (S4-16). */
export const SERVICE_ITEMS = [
  'stay',
  'admission',
  'flight',
  'transfer',
  'guiding',
  'insurance',
  'lounge',
  'meals',
  'other',
] as const
export type ServiceItem = (typeof SERVICE_ITEMS)[number]

export const SERVICE_ITEM_NAMES: Record<ServiceItem, Bilingual> = {
  stay: { zh: '住宿', en: 'Stay' },
  admission: { zh: '景点游览', en: 'Sights' },
  flight: { zh: '航班', en: 'Flight' },
  transfer: { zh: '接送', en: 'Transfer' },
  guiding: { zh: '导游', en: 'Guiding' },
  insurance: { zh: '保险', en: 'Insurance' },
  lounge: { zh: '休息室', en: 'Lounge' },
  meals: { zh: '餐饮', en: 'Meals' },
  other: { zh: '其他', en: 'Other' },
}

/** What a member's data may be passed on for (S4-79). */
export const SHARE_PURPOSES = ['stay', 'admission', 'flight', 'transfer', 'guiding', 'insurance', 'lounge'] as const
export type SharePurpose = (typeof SHARE_PURPOSES)[number]

export const SHARE_PURPOSE_NAMES: Record<SharePurpose, Bilingual> = {
  stay: { zh: '预订住宿', en: 'Booking a stay' },
  admission: { zh: '预订门票', en: 'Booking admission' },
  flight: { zh: '预订航班', en: 'Booking a flight' },
  transfer: { zh: '安排接送', en: 'Arranging a transfer' },
  guiding: { zh: '安排导游', en: 'Arranging a guide' },
  insurance: { zh: '办理保险', en: 'Taking out insurance' },
  lounge: { zh: '使用休息室', en: 'Use of a lounge' },
}

export const WORK_STATES = ['open', 'waiting', 'done', 'dropped'] as const
export type WorkState = (typeof WORK_STATES)[number]

export const WORK_STATE_NAMES: Record<WorkState, Bilingual> = {
  open: { zh: '进行中', en: 'Open' },
  waiting: { zh: '等待对方', en: 'Waiting for the partner' },
  done: { zh: '已完成', en: 'Done' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

export const FACT_STATES = ['unverified', 'verified', 'refuted'] as const
export type FactState = (typeof FACT_STATES)[number]

export const FACT_STATE_NAMES: Record<FactState, Bilingual> = {
  unverified: { zh: '未核实', en: 'Not verified' },
  verified: { zh: '已核实', en: 'Verified' },
  refuted: { zh: '核实不符', en: 'Found wrong' },
}

/** How what a partner said was verified (S4-83). */
export const VERIFY_METHODS = ['callBack', 'document', 'officialSite', 'visit', 'thirdSource'] as const
export type VerifyMethod = (typeof VERIFY_METHODS)[number]

export const VERIFY_METHOD_NAMES: Record<VerifyMethod, Bilingual> = {
  callBack: { zh: '回拨核实', en: 'Calling back' },
  document: { zh: '查验书面文件', en: 'Document' },
  officialSite: { zh: '官方网站', en: 'Official site' },
  visit: { zh: '实地查看', en: 'Visit' },
  thirdSource: { zh: '第三方来源', en: 'Another source' },
}

export const MARKET_KINDS = ['competitor', 'industry'] as const
export type MarketKind = (typeof MARKET_KINDS)[number]

export const MARKET_KIND_NAMES: Record<MarketKind, Bilingual> = {
  competitor: { zh: '竞争对手', en: 'Competitor' },
  industry: { zh: '行业动态', en: 'Industry' },
}

/** What the manager makes of advice (S3-126). */
export const MARKET_DECISIONS = ['adopted', 'watched', 'declined'] as const
export type MarketDecision = (typeof MARKET_DECISIONS)[number]

export const MARKET_DECISION_NAMES: Record<MarketDecision, Bilingual> = {
  adopted: { zh: '采纳', en: 'Adopted' },
  watched: { zh: '继续关注', en: 'Keep watching' },
  declined: { zh: '不采纳', en: 'Declined' },
}

/** Results that are watched (S4-161). */
export const WARNING_SOURCES = ['supplier', 'standard', 'goal', 'evaluation'] as const
export type WarningSource = (typeof WARNING_SOURCES)[number]

export const WARNING_SOURCE_NAMES: Record<WarningSource, Bilingual> = {
  supplier: { zh: '供应商质量', en: 'Supplier quality' },
  standard: { zh: '质量标准', en: 'Quality standard' },
  goal: { zh: '目标', en: 'Goal' },
  evaluation: { zh: '评估指标', en: 'Evaluation figure' },
}

export const WARNING_LEVELS = ['near', 'missed', 'falling'] as const
export type WarningLevel = (typeof WARNING_LEVELS)[number]

export const WARNING_LEVEL_NAMES: Record<WarningLevel, Bilingual> = {
  near: { zh: '接近限值', en: 'Near the limit' },
  missed: { zh: '未达标', en: 'Missed' },
  falling: { zh: '下滑', en: 'Getting worse' },
}
