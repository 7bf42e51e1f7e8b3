import type { Bilingual } from '../contract.ts'

/** Where a post stands (S1-18, S1-19). */
export const PLATFORMS = ['weibo', 'wechat', 'other'] as const
export type Platform = (typeof PLATFORMS)[number]

export const PLATFORM_NAMES: Record<Platform, Bilingual> = {
  weibo: { zh: '微博', en: 'Weibo' },
  wechat: { zh: '微信', en: 'WeChat' },
  other: { zh: '其他社交媒体', en: 'Other social media' },
}

/** The channel by which a complaint comes that was a post. */
export const PLATFORM_CHANNELS: Record<Platform, string> = {
  weibo: 'weibo',
  wechat: 'wechat',
  other: 'socialOther',
}

/** Which posts a list shows: still to be answered, of these the late ones, answered, turned into complaints, all. */
export const POST_VIEWS = ['open', 'late', 'answered', 'converted', 'all'] as const
export type PostView = (typeof POST_VIEWS)[number]

export const POST_STATES = ['open', 'answered', 'converted', 'dismissed'] as const
export type PostState = (typeof POST_STATES)[number]

/** Within how many minutes a post is to be answered until the desk sets another limit. */
export const USUAL_MINUTES = 120

/** Where the count of a channel comes from. */
export const CHECK_SOURCES = ['typed', 'file'] as const

/** A channel of a day: not counted yet, equal, to be explained, explained and closed. */
export const CHECK_STATES = ['uncounted', 'open', 'closed'] as const
export type CheckState = (typeof CHECK_STATES)[number]
