import type { Bilingual } from '../contract.ts'

/** How a promise to a customer ended: kept in time, kept late, broken, or no longer wanted by the customer. */
export const PROMISE_RESULTS = ['kept', 'late', 'broken', 'released'] as const
export type PromiseResult = (typeof PROMISE_RESULTS)[number]

export const PROMISE_RESULT_NAMES: Record<PromiseResult, Bilingual> = {
  kept: { zh: '按时兑现', en: 'Kept in time' },
  late: { zh: '逾期兑现', en: 'Kept late' },
  broken: { zh: '未兑现', en: 'Broken' },
  released: { zh: '客户同意免除', en: 'Released by the customer' },
}

/** What may be done with a promise that stands. */
export const PROMISE_ACTS = ['keep', 'move', 'break', 'release'] as const
export type PromiseAct = (typeof PROMISE_ACTS)[number]

export const PROMISE_ACT_NAMES: Record<PromiseAct, Bilingual> = {
  keep: { zh: '已兑现', en: 'Kept' },
  move: { zh: '改期', en: 'Move' },
  break: { zh: '未能兑现', en: 'Broken' },
  release: { zh: '客户免除', en: 'Released' },
}
