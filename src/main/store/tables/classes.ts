import type { Flag } from './flag.ts'

// Channels, categories, desks and types of service, as administrators keep them.

export type ChannelGroupTable = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
  meaning: 'human' | 'internet' | 'mobile' | 'message' | 'social' | 'report' | 'external'
}

export type ChannelTable = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
  groupCode: string
  isLive: Flag
  hotlines: string
  calendarId: string | null
}

export type DeskTable = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
  hotlines: string
  calendarId: string | null
}

export type CategoryTable = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
  groupCode: string | null
  regulator: string | null
  contentClass: string | null
  objectClass: string | null
  department: string | null
  timeClass: string | null
  plan: string | null
  guide: string
}

export type ServiceTypeTable = {
  code: string
  nameZh: string
  nameEn: string
  isActive: Flag
  place: number
  updatedAt: number
  updatedBy: string | null
}

export type ClassesTables = {
  channelGroups: ChannelGroupTable
  channels: ChannelTable
  desks: DeskTable
  categories: CategoryTable
  serviceTypes: ServiceTypeTable
}
