import type { Bilingual } from '../contract.ts'

/** How customer feedback that is no complaint sounds (S1-72). */
export const TONES = ['praise', 'wish', 'remark', 'criticism'] as const
export type Tone = (typeof TONES)[number]

export const TONE_NAMES: Record<Tone, Bilingual> = {
  praise: { zh: '表扬', en: 'Praise' },
  wish: { zh: '期望', en: 'Wish' },
  remark: { zh: '感受', en: 'Remark' },
  criticism: { zh: '不足', en: 'Criticism' },
}

/** S4-143 S4-144: what is put on a person's record for how complaints were handled. */
export const DEED_KINDS = ['reward', 'penalty'] as const
export type DeedKind = (typeof DEED_KINDS)[number]

export const DEED_KIND_NAMES: Record<DeedKind, Bilingual> = {
  reward: { zh: '奖励', en: 'Reward' },
  penalty: { zh: '处罚', en: 'Penalty' },
}

export const REWARD_FORMS = ['commendation', 'bonus', 'promotion'] as const
export const PENALTY_FORMS = ['talk', 'warning', 'deduction', 'transfer'] as const
export const DEED_FORMS = [...REWARD_FORMS, ...PENALTY_FORMS] as const
export type DeedForm = (typeof DEED_FORMS)[number]

export const DEED_FORM_NAMES: Record<DeedForm, Bilingual> = {
  commendation: { zh: '通报表扬', en: 'Commendation' },
  bonus: { zh: '奖金', en: 'Bonus' },
  promotion: { zh: '评优推荐', en: 'Put forward for an award' },
  talk: { zh: '约谈提醒', en: 'Serious talk' },
  warning: { zh: '书面警告', en: 'Written warning' },
  deduction: { zh: '绩效扣减', en: 'Deduction from pay for performance' },
  transfer: { zh: '调离岗位', en: 'Transfer' },
}

/** Principles of the closed loop in the client's document (4.3.5); its fourth is cut off and waits for the client. */
export const PRINCIPLE_COUNT = 4

type Principle = { place: number; title: Bilingual; text: Bilingual }

export const PRINCIPLES: readonly Principle[] = [
  {
    place: 1,
    title: { zh: '责任明确', en: 'Clear responsibility' },
    text: { zh: '闭环的每个环节都有负责人。', en: 'No link of the loop lacks a person responsible.' },
  },
  {
    place: 2,
    title: { zh: '流程规范', en: 'Standard process' },
    text: { zh: '每件投诉都按统一的步骤处理。', en: 'Every case goes through the same defined steps.' },
  },
  {
    place: 3,
    title: { zh: '信息共享', en: 'Shared information' },
    text: { zh: '参与处理的人员看到同样的工单信息。', en: 'Everybody involved sees the same case information.' },
  },
]
