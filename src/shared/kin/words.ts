import type { Bilingual } from '../contract.ts'

/** How somebody who speaks for a member stands to the member. */
export const KIN_RELATIONS = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'relative',
  'assistant',
  'colleague',
  'agent',
] as const
export type KinRelation = (typeof KIN_RELATIONS)[number]

export const KIN_RELATION_NAMES: Record<KinRelation, Bilingual> = {
  spouse: { zh: '配偶', en: 'Spouse' },
  parent: { zh: '父母', en: 'Parent' },
  child: { zh: '子女', en: 'Child' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  relative: { zh: '其他亲属', en: 'Relative' },
  assistant: { zh: '助理', en: 'Assistant' },
  colleague: { zh: '同事', en: 'Colleague' },
  agent: { zh: '代理人', en: 'Agent' },
}

/** Relations by blood or marriage. */
export const FAMILY_RELATIONS: readonly KinRelation[] = ['spouse', 'parent', 'child', 'sibling', 'relative']

/** What somebody may do for a member. */
export const KIN_RIGHTS = ['ask', 'book', 'complain', 'decide', 'miles'] as const
export type KinRight = (typeof KIN_RIGHTS)[number]

export const KIN_RIGHT_NAMES: Record<KinRight, Bilingual> = {
  ask: { zh: '查询行程与进度', en: 'Ask about trips and progress' },
  book: { zh: '订票与改期', en: 'Book and change' },
  complain: { zh: '提出并跟进投诉', en: 'Complain and follow up' },
  decide: { zh: '确认处理方案', en: 'Agree to a solution' },
  miles: { zh: '使用里程', en: 'Use miles' },
}

/** How the member showed that the person may speak. */
export const KIN_PROOFS = ['call', 'letter', 'counter', 'app'] as const
export type KinProof = (typeof KIN_PROOFS)[number]

export const KIN_PROOF_NAMES: Record<KinProof, Bilingual> = {
  call: { zh: '本人来电确认', en: 'Member said so by telephone' },
  letter: { zh: '书面授权书', en: 'Letter of authority' },
  counter: { zh: '柜台核验', en: 'Shown at a counter' },
  app: { zh: 'APP内授权', en: 'Given in the app' },
}

/** How an authority stands on a day. */
export const KIN_STATES = ['inForce', 'future', 'expired', 'ended'] as const
export type KinState = (typeof KIN_STATES)[number]

export const KIN_STATE_NAMES: Record<KinState, Bilingual> = {
  inForce: { zh: '有效', en: 'In force' },
  future: { zh: '未生效', en: 'Not yet' },
  expired: { zh: '已到期', en: 'Expired' },
  ended: { zh: '已终止', en: 'Ended' },
}
