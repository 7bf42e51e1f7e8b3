import { z } from 'zod'
import type { Bilingual } from '../contract.ts'

/**
 * First level of the shipped channels, and what a group may mean; reports count groups and channels separately (S2-11).
 * A case from a group that means `report` is restricted (S2-10).
 */
export const CHANNEL_GROUPS = ['human', 'internet', 'mobile', 'message', 'social', 'report', 'external'] as const
export type ChannelGroup = (typeof CHANNEL_GROUPS)[number]

export const CHANNEL_GROUP_NAMES: Record<ChannelGroup, Bilingual> = {
  human: { zh: '人工渠道', en: 'In person or by phone' },
  internet: { zh: '互联网渠道', en: 'Internet' },
  mobile: { zh: '移动应用', en: 'Mobile app' },
  message: { zh: '短信与邮件', en: 'Messages and e-mail' },
  social: { zh: '社交媒体', en: 'Social media' },
  report: { zh: '举报渠道', en: 'Whistle-blowing' },
  external: { zh: '外部转办', en: 'Passed on by others' },
}

/** Shipped ways a matter reaches the desk; administrators rename, add and retire (S2-11, S1-13..19, S2-01..09, S4-120, S5-03..07). */
export const CHANNELS = [
  'phone',
  'counter',
  'faceToFace',
  'airport',
  'website',
  'chat',
  'app',
  'sms',
  'email',
  'letter',
  'weibo',
  'wechat',
  'socialOther',
  'reportPhone',
  'reportEmail',
  'regulator',
  'consumerHotline',
  'partner',
] as const
type ShippedChannel = (typeof CHANNELS)[number]

export type Channel = string

/** What the code of a channel, a group of them or a desk looks like; whether it is offered stands in the store. */
export const plainCode = z.string().regex(/^[a-z][A-Za-z0-9]{0,29}$/, { message: 'code' })

/** The shipped names; a desk may have given others. */
export const CHANNEL_NAMES: Readonly<Record<string, Bilingual>> = {
  phone: { zh: '客服热线', en: 'Service hotline' },
  counter: { zh: '营业厅/柜台', en: 'Counter' },
  faceToFace: { zh: '客服中心当面', en: 'Service centre, face to face' },
  airport: { zh: '机场现场', en: 'At the airport' },
  website: { zh: '官方网站', en: 'Official website' },
  chat: { zh: '在线客服', en: 'Live chat' },
  app: { zh: '移动应用', en: 'Mobile app' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '电子邮件', en: 'E-mail' },
  letter: { zh: '信函', en: 'Letter' },
  weibo: { zh: '微博', en: 'Weibo' },
  wechat: { zh: '微信', en: 'WeChat' },
  socialOther: { zh: '其他社交媒体', en: 'Other social media' },
  reportPhone: { zh: '举报电话', en: 'Whistle-blowing phone' },
  reportEmail: { zh: '举报邮件', en: 'Whistle-blowing e-mail' },
  regulator: { zh: '民航局12326转办', en: 'Civil aviation authority (12326)' },
  consumerHotline: { zh: '12315转办', en: 'Consumer hotline (12315)' },
  partner: { zh: '合作伙伴转交', en: 'Passed on by a partner' },
} satisfies Record<ShippedChannel, Bilingual>

export const CHANNEL_GROUP_OF: Readonly<Record<string, ChannelGroup>> = {
  phone: 'human',
  counter: 'human',
  faceToFace: 'human',
  airport: 'human',
  website: 'internet',
  chat: 'internet',
  app: 'mobile',
  sms: 'message',
  email: 'message',
  letter: 'message',
  weibo: 'social',
  wechat: 'social',
  socialOther: 'social',
  reportPhone: 'report',
  reportEmail: 'report',
  regulator: 'external',
  consumerHotline: 'external',
  partner: 'external',
} satisfies Record<ShippedChannel, ChannelGroup>

/** Shipped channels where the customer is present while the desk writes, so the opening words can be said and ticked (S3-60). */
export const LIVE_CHANNELS = [
  'phone',
  'counter',
  'faceToFace',
  'airport',
  'chat',
  'reportPhone',
] as const satisfies readonly ShippedChannel[]
