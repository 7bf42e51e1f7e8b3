import type { Bilingual } from '../contract.ts'

/** The five principles that a plan is held against (S2-99). */
export const PRINCIPLES = ['fair', 'timely', 'personal', 'lawful', 'cooperative'] as const
export type Principle = (typeof PRINCIPLES)[number]

export const PRINCIPLE_NAMES: Record<Principle, Bilingual> = {
  fair: { zh: '公平公正', en: 'Fair and just' },
  timely: { zh: '及时高效', en: 'Timely and efficient' },
  personal: { zh: '个性定制', en: 'Fitted to the customer' },
  lawful: { zh: '合规合法', en: 'Lawful and compliant' },
  cooperative: { zh: '沟通协作', en: 'Talked over and carried together' },
}

/** Where a version of a plan stands; each version stays, also the ones that were returned. */
export const PLAN_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'returned',
  'executing',
  'executed',
  'superseded',
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]

export const PLAN_STATUS_NAMES: Record<PlanStatus, Bilingual> = {
  draft: { zh: '拟定中', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Waiting for approval' },
  approved: { zh: '已批准', en: 'Approved' },
  returned: { zh: '已退回', en: 'Returned' },
  executing: { zh: '执行中', en: 'Being carried out' },
  executed: { zh: '已执行', en: 'Carried out' },
  superseded: { zh: '已被新版取代', en: 'Replaced by a newer one' },
}
