import type { Bilingual } from '../contract.ts'

const name = (zh: string, en: string): Bilingual => ({ zh, en })

/** What has to be settled before a departure (S4-06, S4-59). */
export const ITEM_KINDS = ['visa', 'insurance', 'baggage', 'itinerary', 'guide', 'other'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_KIND_NAMES: Record<ItemKind, Bilingual> = {
  visa: name('签证', 'Visa'),
  insurance: name('保险', 'Insurance'),
  baggage: name('行李', 'Baggage'),
  itinerary: name('行程', 'Itinerary'),
  guide: name('指南', 'Travel guide'),
  other: name('其他', 'Other'),
}

export const ITEM_STATES = ['open', 'done', 'notNeeded'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const ITEM_STATE_NAMES: Record<ItemState, Bilingual> = {
  open: name('待办', 'To do'),
  done: name('已完成', 'Done'),
  notNeeded: name('不需要', 'Not needed'),
}

/** Who looks after the travellers on the way (S4-07). */
export const SERVICE_KINDS = ['hotel', 'transport', 'guide', 'meal', 'other'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

export const SERVICE_KIND_NAMES: Record<ServiceKind, Bilingual> = {
  hotel: name('住宿', 'Hotel'),
  transport: name('交通', 'Transport'),
  guide: name('导游', 'Guide'),
  meal: name('餐饮', 'Meals'),
  other: name('其他服务', 'Other service'),
}

export const SERVICE_STATES = ['planned', 'running', 'trouble', 'done', 'cancelled'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

export const SERVICE_STATE_NAMES: Record<ServiceState, Bilingual> = {
  planned: name('已安排', 'Arranged'),
  running: name('服务中', 'Under way'),
  trouble: name('有问题', 'In trouble'),
  done: name('已完成', 'Done'),
  cancelled: name('已取消', 'Cancelled'),
}

/** Why the travellers are contacted: to follow the trip, or to hear what they thought of it (S4-60, S4-19). */
export const CONTACT_PURPOSES = ['tracking', 'afterSales'] as const
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]

export const CONTACT_PURPOSE_NAMES: Record<ContactPurpose, Bilingual> = {
  tracking: name('行程跟踪', 'Contact on the way'),
  afterSales: name('售后回访', 'After-sales follow-up'),
}

export const CONTACT_STATES = ['planned', 'done', 'dropped'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

export const EMERGENCY_KINDS = [
  'medical',
  'accident',
  'disaster',
  'security',
  'documents',
  'transport',
  'other',
] as const
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number]

export const EMERGENCY_KIND_NAMES: Record<EmergencyKind, Bilingual> = {
  medical: name('突发疾病', 'Illness'),
  accident: name('意外伤害', 'Accident'),
  disaster: name('自然灾害', 'Natural disaster'),
  security: name('治安事件', 'Security'),
  documents: name('证件财物丢失', 'Lost documents or property'),
  transport: name('交通中断', 'Transport broken off'),
  other: name('其他突发', 'Other'),
}

export const EMERGENCY_STATES = ['open', 'controlled', 'ended'] as const
export type EmergencyState = (typeof EMERGENCY_STATES)[number]

export const EMERGENCY_STATE_NAMES: Record<EmergencyState, Bilingual> = {
  open: name('处置中', 'Being dealt with'),
  controlled: name('已控制', 'Under control'),
  ended: name('已结束', 'Ended'),
}

/** An entry of an emergency's log: its start, a step of the plan, a rescue contact called, anything else, its state. */
export const ACTION_KINDS = ['opened', 'step', 'call', 'action', 'moved'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export const ACTION_KIND_NAMES: Record<ActionKind, Bilingual> = {
  opened: name('发生', 'Began'),
  step: name('预案步骤', 'Step of the plan'),
  call: name('联系救援', 'Rescue contact'),
  action: name('处置', 'Action'),
  moved: name('状态', 'State'),
}

/** Points of a rating, the best last. */
export const BEST_SCORE = 5
