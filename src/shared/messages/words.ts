import type { Mood } from '../cases/moods.ts'
import type { Bilingual } from '../contract.ts'

/** Why the desk writes to a customer; `calm` is a script for the telephone and is never sent. */
export const OCCASIONS = [
  'acknowledgement',
  'progress',
  'delay',
  'result',
  'apology',
  'thanks',
  'compensation',
  'revisit',
  'care',
  'birthday',
  'festival',
  'offer',
  'calm',
] as const
export type Occasion = (typeof OCCASIONS)[number]

export const OCCASION_NAMES: Record<Occasion, Bilingual> = {
  acknowledgement: { zh: '受理告知', en: 'Acknowledgement' },
  progress: { zh: '进度告知', en: 'Progress' },
  delay: { zh: '延期告知', en: 'Delay' },
  result: { zh: '结果反馈', en: 'Result' },
  apology: { zh: '致歉', en: 'Apology' },
  thanks: { zh: '感谢建议', en: 'Thanks for a suggestion' },
  compensation: { zh: '补偿告知', en: 'Compensation' },
  revisit: { zh: '回访', en: 'Visit afterwards' },
  care: { zh: '关怀问候', en: 'Care' },
  birthday: { zh: '生日祝福', en: 'Birthday' },
  festival: { zh: '节日问候', en: 'Festival' },
  offer: { zh: '优惠提醒', en: 'Offer' },
  calm: { zh: '安抚话术', en: 'Calm words' },
}

/** What is sent as a message; calm words are only said. */
export const SENT_OCCASIONS = OCCASIONS.filter((one) => one !== 'calm')

/** What a message is to the customer: an answer in their own matter, care, or an offer (S2-149). */
export const MESSAGE_PURPOSES = ['service', 'care', 'offer'] as const
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number]

export const PURPOSE_OF: Record<Occasion, MessagePurpose> = {
  acknowledgement: 'service',
  progress: 'service',
  delay: 'service',
  result: 'service',
  apology: 'service',
  thanks: 'service',
  compensation: 'service',
  revisit: 'service',
  care: 'care',
  birthday: 'care',
  festival: 'care',
  offer: 'offer',
  calm: 'service',
}

/** Ways a message leaves the desk (S5-30..33, S2-148); `web` is read by everybody. */
export const MESSAGE_CHANNELS = ['email', 'sms', 'app', 'phone', 'letter', 'web'] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

export const MESSAGE_CHANNEL_NAMES: Record<MessageChannel, Bilingual> = {
  email: { zh: '邮件', en: 'E-mail' },
  sms: { zh: '短信', en: 'SMS' },
  app: { zh: 'APP推送', en: 'App push' },
  phone: { zh: '电话', en: 'Phone' },
  letter: { zh: '信函', en: 'Letter' },
  web: { zh: '网站/论坛回复', en: 'Website or forum' },
}

export const MESSAGE_STATES = ['toCheck', 'prepared', 'handedOver', 'sent', 'failed', 'cancelled'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export const MESSAGE_STATE_NAMES: Record<MessageState, Bilingual> = {
  toCheck: { zh: '待复核', en: 'To check' },
  prepared: { zh: '待发送', en: 'Waiting' },
  handedOver: { zh: '已交发', en: 'Handed over' },
  sent: { zh: '已发送', en: 'Sent' },
  failed: { zh: '发送失败', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** What has not reached its end yet. */
export const WAITING_STATES = ['toCheck', 'prepared', 'handedOver', 'failed'] as const satisfies readonly MessageState[]

export const TEMPLATE_STATES = ['draft', 'submitted', 'published', 'replaced', 'withdrawn'] as const
export type TemplateState = (typeof TEMPLATE_STATES)[number]

export const TEMPLATE_STATE_NAMES: Record<TemplateState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'In review' },
  published: { zh: '使用中', en: 'In use' },
  replaced: { zh: '已被取代', en: 'Replaced' },
  withdrawn: { zh: '已停用', en: 'Withdrawn' },
}

/** Moods in which prepared calm words help (S5-67). */
export const HEATED: readonly Mood[] = ['anxious', 'disappointed', 'angry']
