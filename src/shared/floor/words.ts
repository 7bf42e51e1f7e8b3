import type { Bilingual } from '../contract.ts'

/** What a person says of themself; a live call speaks for itself. */
export const FLOOR_PRESENCES = ['ready', 'afterCall', 'break', 'training'] as const
export type FloorPresence = (typeof FLOOR_PRESENCES)[number]

export const FLOOR_PRESENCE_NAMES: Record<FloorPresence, Bilingual> = {
  ready: { zh: '就绪', en: 'Ready' },
  afterCall: { zh: '话后处理', en: 'After-call work' },
  break: { zh: '小休', en: 'On a break' },
  training: { zh: '培训', en: 'In training' },
}

/** What a person is doing, as the floor shows it. */
export const FLOOR_STATES = ['ringing', 'talking', 'held', 'wrapUp', ...FLOOR_PRESENCES, 'away', 'offline'] as const
export type FloorState = (typeof FLOOR_STATES)[number]

export const FLOOR_STATE_NAMES: Record<FloorState, Bilingual> = {
  ...FLOOR_PRESENCE_NAMES,
  ringing: { zh: '振铃', en: 'Ringing' },
  talking: { zh: '通话中', en: 'On a call' },
  held: { zh: '通话保持', en: 'Call on hold' },
  wrapUp: { zh: '整理记录', en: 'Wrapping up' },
  away: { zh: '离岗', en: 'Away' },
  offline: { zh: '未登录', en: 'Not signed in' },
}
