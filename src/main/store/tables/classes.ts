import type { Flag } from './flag.ts'

// Channels, categories, desks and types of service, as administrators keep them.

/** What every row of these lists has, and who wrote it last. */
type Kept = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
}

export type ChannelGroupTable = Kept & {
  meaning: 'human' | 'internet' | 'mobile' | 'message' | 'social' | 'report' | 'external'
}

export type ChannelTable = Kept & {
  groupCode: string
  isLive: Flag
  hotlines: string
  calendarId: string | null
}

export type DeskTable = Kept & {
  hotlines: string
  calendarId: string | null
}

export type CategoryTable = Kept & {
  groupCode: string | null
  regulator: string | null
  contentClass: string | null
  objectClass: string | null
  department: string | null
  timeClass: string | null
  plan: string | null
  guide: string
}

export type ServiceTypeTable = Kept

export type ClassesTables = {
  channelGroups: ChannelGroupTable
  channels: ChannelTable
  desks: DeskTable
  categories: CategoryTable
  serviceTypes: ServiceTypeTable
}
