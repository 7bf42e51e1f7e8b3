// What came from other systems, posts on social media, and the daily check of the channels.

export type IntakeTable = {
  id: string
  kind: 'cases' | 'calls'
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

export type ImportedCaseTable = {
  system: string
  externalId: string
  importId: string
  row: number
  digest: string
  caseId: string
}

export type ImportedCallTable = {
  system: string
  externalId: string
  importId: string
  row: number
  digest: string
  callId: string
}

export type PostTable = {
  id: string
  platform: 'weibo' | 'wechat' | 'other'
  link: string | null
  author: string
  text: string
  postedAt: number
  recordedAt: number
  recordedBy: string
  memberId: string | null
  dueAt: number
  answer: string | null
  answeredAt: number | null
  answeredBy: string | null
  caseId: string | null
  convertedAt: number | null
  dismissed: string | null
  dismissedAt: number | null
}

export type PostLimitTable = {
  at: number
  minutes: number
  setBy: string
}

export type ChannelCheckTable = {
  day: string
  channel: string
  received: number
  source: 'typed' | 'file'
  countedAt: number
  countedBy: string
  entered: number | null
  explanation: string | null
  closedAt: number | null
  closedBy: string | null
}

export type IntakeTables = {
  intakes: IntakeTable
  importedCases: ImportedCaseTable
  importedCalls: ImportedCallTable
  posts: PostTable
  postLimits: PostLimitTable
  channelChecks: ChannelCheckTable
}
