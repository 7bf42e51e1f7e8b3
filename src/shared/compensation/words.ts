import type { Bilingual } from '../contract.ts'

/** What a form is counted in: money in fen, whole miles, or pieces with an estimated value. */
export const UNITS = ['fen', 'miles', 'item'] as const
export type Unit = (typeof UNITS)[number]

/** The client's four kinds of compensation and the further ones (S2-156..160). */
export const FORM_GROUPS = ['credit', 'service', 'gift', 'coupon', 'money', 'travel'] as const
export type FormGroup = (typeof FORM_GROUPS)[number]

export const FORM_GROUP_NAMES: Record<FormGroup, Bilingual> = {
  credit: { zh: '里程与代金', en: 'Miles and credit' },
  service: { zh: '免费增值服务', en: 'Free services' },
  gift: { zh: '礼品', en: 'Gifts' },
  coupon: { zh: '优惠券', en: 'Coupons' },
  money: { zh: '现金与退款', en: 'Cash and refunds' },
  travel: { zh: '改签', en: 'Rebooking' },
}

/** What a formula is fed with. */
export const INPUTS = ['delayMinutes', 'days', 'pieces', 'baseFen'] as const
export type InputName = (typeof INPUTS)[number]

export const INPUT_NAMES: Record<InputName, Bilingual> = {
  delayMinutes: { zh: '延误分钟数', en: 'Delay in minutes' },
  days: { zh: '天数', en: 'Days' },
  pieces: { zh: '件数', en: 'Pieces' },
  baseFen: { zh: '计算基数（元）', en: 'Base amount (yuan)' },
}

/** Who has to decide: nobody beyond the proposer, one who verifies, a lead, a manager, or two people. */
export const LEVELS = ['agent', 'verify', 'lead', 'manager', 'two'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_NAMES: Record<Level, Bilingual> = {
  agent: { zh: '专员权限内，免审批', en: "Within the agent's authority" },
  verify: { zh: '法定应付，须他人核实', en: 'Owed by law, verified by another person' },
  lead: { zh: '主管审批', en: 'Lead' },
  manager: { zh: '经理审批', en: 'Manager' },
  two: { zh: '经理与财务或法务双人审批', en: 'Manager and a second person' },
}

export const COMPENSATION_STATUSES = [
  'pending',
  'approved',
  'returned',
  'agreed',
  'declined',
  'executed',
  'cancelled',
] as const
export type CompensationStatus = (typeof COMPENSATION_STATUSES)[number]

export const COMPENSATION_STATUS_NAMES: Record<CompensationStatus, Bilingual> = {
  pending: { zh: '待审批', en: 'Waiting for approval' },
  approved: { zh: '待客户同意', en: 'Waiting for consent' },
  returned: { zh: '已退回', en: 'Returned' },
  agreed: { zh: '待实施', en: 'To be carried out' },
  declined: { zh: '客户不接受', en: 'Declined by the customer' },
  executed: { zh: '已实施', en: 'Carried out' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** What came of it, in the customer's words (S2-164). */
export const EFFECTS = ['content', 'partly', 'notContent'] as const
export type Effect = (typeof EFFECTS)[number]

export const EFFECT_NAMES: Record<Effect, Bilingual> = {
  content: { zh: '满意', en: 'Content' },
  partly: { zh: '部分满意', en: 'Partly content' },
  notContent: { zh: '不满意', en: 'Not content' },
}

/** Costs of complaint work beside compensation (S1-63..65). */
export const COST_KINDS = ['personnel', 'system', 'marketing'] as const
export type CostKind = (typeof COST_KINDS)[number]

export const COST_KIND_NAMES: Record<CostKind, Bilingual> = {
  personnel: { zh: '人员成本', en: 'Personnel' },
  system: { zh: '系统成本', en: 'Systems' },
  marketing: { zh: '营销成本（调查、回访）', en: 'Surveys and call-backs' },
}
