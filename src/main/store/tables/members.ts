import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// Members, their figures, tiers and imports.

export type MemberTable = {
  id: string
  cardNo: string
  name: string
  namePinyin: string
  nameInitials: string
  nameOther: string
  gender: 'female' | 'male' | 'unknown'
  birthDate: string | null
  language: string
  title: string
  mobile: string | null
  mobileBackwards: string | null
  email: string | null
  wechat: string | null
  documentType: string | null
  documentNo: string | null
  documentBackwards: string | null
  province: string | null
  city: string | null
  level: string | null
  tier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  tierSince: number | null
  tierUntil: number | null
  vipReason: string | null
  vipSince: number | null
  preferences: string
  careNotes: string
  status: 'active' | 'left'
  enrolledOn: string | null
  leftOn: string | null
  verifiedAt: number | null
  createdAt: number
  updatedAt: number
  /** Who opened the file at the desk; null for one that an import brought. */
  createdBy: string | null
}

export type MemberContactTable = {
  id: string
  memberId: string
  kind: 'mobile' | 'home' | 'office' | 'email' | 'wechat' | 'assistant' | 'family'
  value: string
  normalized: string
  label: string
  maySpeak: Generated<Flag>
}

export type MemberPeriodTable = {
  memberId: string
  period: string
  distanceKm: number
  segments: number
  spendFen: number
  partnerSpendFen: number
  points: number
}

export type TierRunTable = {
  id: string
  at: number
  actorId: string
  policyId: string
  rated: number
  changed: number
}

export type TierChangeTable = {
  id: string
  memberId: string
  runId: string | null
  at: number
  fromTier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  toTier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  change: 'upgrade' | 'retain' | 'downgrade' | 'entry' | 'manual'
  reason: string
  policyId: string | null
  validUntil: number | null
  actorId: string
}

export type NoticeTable = {
  id: string
  memberId: string
  kind: 'upgrade' | 'retain' | 'downgrade'
  text: string
  createdAt: number
  toldAt: number | null
  toldBy: string | null
}

export type ImportTable = {
  id: string
  kind: 'members'
  at: number
  actorId: string
  fileName: string
  fileSha256: string
  mapping: string
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
}

export type ImportChangeTable = {
  importId: string
  row: number
  memberId: string
  kind: 'created' | 'updated'
  fields: string
}

export type ConsentTable = {
  id: string
  memberId: string
  purpose: string
  given: Flag
  at: number
  actorId: string
  channel: string
}

export type MembersTables = {
  members: MemberTable
  memberContacts: MemberContactTable
  memberPeriods: MemberPeriodTable
  tierRuns: TierRunTable
  tierChanges: TierChangeTable
  notices: NoticeTable
  imports: ImportTable
  importChanges: ImportChangeTable
  consents: ConsentTable
}
