import type { Bilingual } from '../contract.ts'
import type { MessageChannel, MessagePurpose, Occasion } from '../messages/words.ts'

/** Ways of caring for a customer (S2-145..148). */
export const CARE_KINDS = ['phone', 'visit', 'sms', 'email', 'app', 'web'] as const
export type CareKind = (typeof CARE_KINDS)[number]

export const CARE_KIND_NAMES: Record<CareKind, Bilingual> = {
  phone: { zh: '电话沟通', en: 'Phone' },
  visit: { zh: '上门服务', en: 'Visit in person' },
  sms: { zh: '短信关怀', en: 'SMS' },
  email: { zh: '电子邮件', en: 'E-mail' },
  app: { zh: 'APP推送', en: 'App push' },
  web: { zh: '网络关怀', en: 'Website or forum' },
}

/** The channel whose consent a way of caring rests on: somebody is visited who may be called. */
export const CHANNEL_OF_CARE: Record<CareKind, MessageChannel> = {
  phone: 'phone',
  visit: 'phone',
  sms: 'sms',
  email: 'email',
  app: 'app',
  web: 'web',
}

/** Ways that send words, for which a message is prepared. */
export const WRITTEN_CARE: readonly CareKind[] = ['sms', 'email', 'app', 'web']

/** What a care contact is for (S3-120..122). */
export const CARE_OCCASIONS = ['regular', 'birthday', 'festival', 'afterMatter', 'delay', 'offer'] as const
export type CareOccasion = (typeof CARE_OCCASIONS)[number]

export const CARE_OCCASION_NAMES: Record<CareOccasion, Bilingual> = {
  regular: { zh: '定期沟通', en: 'Regular contact' },
  birthday: { zh: '生日', en: 'Birthday' },
  festival: { zh: '节日', en: 'Festival' },
  afterMatter: { zh: '事后关怀', en: 'After a matter' },
  delay: { zh: '航班不正常', en: 'Irregular flight' },
  offer: { zh: '优惠提醒', en: 'Offer' },
}

/** Offers need a yes of their own (S2-149). */
export const CARE_PURPOSE: Record<CareOccasion, MessagePurpose> = {
  regular: 'care',
  birthday: 'care',
  festival: 'care',
  afterMatter: 'care',
  delay: 'care',
  offer: 'offer',
}

/** The wordings that go with a care contact. */
export const MESSAGE_OCCASION: Record<CareOccasion, Occasion> = {
  regular: 'care',
  birthday: 'birthday',
  festival: 'festival',
  afterMatter: 'care',
  delay: 'care',
  offer: 'offer',
}

export const CARE_STATES = ['planned', 'done', 'cancelled'] as const
export type CareState = (typeof CARE_STATES)[number]

export const CARE_STATE_NAMES: Record<CareState, Bilingual> = {
  planned: { zh: '已安排', en: 'Planned' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** What care did (S2-150). */
export const CARE_EFFECTS = ['better', 'same', 'worse'] as const
export type CareEffect = (typeof CARE_EFFECTS)[number]

export const CARE_EFFECT_NAMES: Record<CareEffect, Bilingual> = {
  better: { zh: '效果良好', en: 'It helped' },
  same: { zh: '没有变化', en: 'No change' },
  worse: { zh: '效果不佳', en: 'It did harm' },
}
