import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// What the desk tells its customers, the wordings for it, and care.

export type MessageTemplateTable = {
  id: string
  code: string
  version: number
  state: 'draft' | 'submitted' | 'published' | 'replaced' | 'withdrawn'
  occasion: string
  channel: string
  tier: string
  nameZh: string
  nameEn: string
  subjectZh: string
  subjectEn: string
  bodyZh: string
  bodyEn: string
  authorId: string
  createdAt: number
  updatedAt: number
  reviewedBy: string | null
  reviewedAt: number | null
  reviewNote: string
}

export type CareContactTable = {
  id: string
  memberId: string | null
  caseId: string | null
  kind: 'phone' | 'visit' | 'sms' | 'email' | 'app' | 'web'
  occasion: 'regular' | 'birthday' | 'festival' | 'afterMatter' | 'delay' | 'offer'
  reason: string
  ownerId: string
  dueDay: string
  state: 'planned' | 'done' | 'cancelled'
  plannedBy: string
  plannedAt: number
  doneAt: number | null
  doneBy: string | null
  isReached: Generated<Flag>
  result: string
  needs: string
  opinions: string
  effect: 'better' | 'same' | 'worse' | null
  effectText: string
  effectAt: number | null
  effectBy: string | null
  followsId: string | null
  roundKey: string | null
}

export type CareChangeTable = {
  careId: string
  seq: number
  at: number
  actorId: string
  reason: string
  before: string
  after: string
}

export type MessageTable = {
  id: string
  caseId: string | null
  memberId: string | null
  careId: string | null
  occasion: string
  purpose: 'service' | 'care' | 'offer'
  channel: 'email' | 'sms' | 'app' | 'phone' | 'letter' | 'web'
  language: string
  templateCode: string | null
  templateVersion: number | null
  fields: string
  personName: string
  address: string
  subject: string
  body: string
  state: 'toCheck' | 'prepared' | 'handedOver' | 'sent' | 'failed' | 'cancelled'
  isAutomatic: Generated<Flag>
  createdAt: number
  createdBy: string
  checkedAt: number | null
  checkedBy: string | null
  checkNote: string
  dueAt: number | null
  promisedAt: number | null
  handedAt: number | null
  handedBy: string | null
  fileName: string | null
  sentAt: number | null
  sentBy: string | null
  reference: string
  failReason: string
  repliedAt: number | null
  replyText: string
}

export type ChannelChoiceTable = {
  id: string
  memberId: string
  channel: 'email' | 'sms' | 'app' | 'phone' | 'letter' | 'web'
  given: Flag
  at: number
  actorId: string
  source: string
}

export type MessagesTables = {
  messageTemplates: MessageTemplateTable
  messages: MessageTable
  channelChoices: ChannelChoiceTable
  careContacts: CareContactTable
  careChanges: CareChangeTable
}
