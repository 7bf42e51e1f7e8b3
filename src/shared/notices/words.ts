import type { Bilingual } from '../contract.ts'

/** What the desk speaks up about outside its window. */
export const NOTICE_KINDS = [
  'breach',
  'warning',
  'assigned',
  'promise',
  'todo',
  'reminder',
  'mention',
  'handOver',
  'callBack',
  'read',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_KIND_NAMES: Record<NoticeKind, Bilingual> = {
  breach: { zh: '时限超时', en: 'A limit has run out' },
  warning: { zh: '时限预警', en: 'A limit is running out' },
  assigned: { zh: '工单分派给我', en: 'A case was given to me' },
  promise: { zh: '承诺到期', en: 'A promise comes due' },
  todo: { zh: '新的待办', en: 'A new to-do' },
  reminder: { zh: '待办到期提醒', en: 'A to-do or follow-up comes due' },
  mention: { zh: '有人@我', en: 'A note names me' },
  handOver: { zh: '交接给我', en: 'A hand-over to me' },
  callBack: { zh: '未接来电待我回拨', en: 'A missed call for me to call back' },
  read: { zh: '待阅读的通知', en: 'A notice to read' },
}

/** Why the desk kept quiet about something. */
export const QUIET_REASONS = ['off', 'kind', 'notMine', 'hours'] as const
export type QuietReason = (typeof QUIET_REASONS)[number]

export const QUIET_REASON_NAMES: Record<QuietReason, Bilingual> = {
  off: { zh: '通知已关闭', en: 'Notifications are off' },
  kind: { zh: '未选此类', en: 'Kind not chosen' },
  notMine: { zh: '非本人工作', en: 'Not my own work' },
  hours: { zh: '免打扰时段', en: 'Quiet hours' },
}
