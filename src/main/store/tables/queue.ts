import type { Flag } from './flag.ts'

// The queue's own: saved views, acts on many cases at once, what was read, who is mentioned, who has what open, words.

export type SavedViewTable = {
  id: string
  ownerId: string
  name: string
  isShared: Flag
  query: string
  digit: number | null
  createdAt: number
  updatedAt: number
  deletedAt: number | null
}

export type BulkRunTable = {
  id: string
  at: number
  actorId: string
  act: string
  undoneAt: number | null
}

export type BulkItemTable = {
  runId: string
  caseId: string
  outcome: 'done' | 'refused'
  failure: string | null
  seq: number
  before: string
  followUpId: string | null
  undone: 'done' | 'refused' | null
}

export type CaseReadTable = {
  userId: string
  caseId: string
  seq: number
  at: number
}

export type MentionTable = {
  userId: string
  caseId: string
  seq: number
  at: number
  byId: string
  seenAt: number | null
}

export type CaseOpeningTable = {
  window: string
  caseId: string
  userId: string
  openedAt: number
  beatAt: number
}

export type CaseSearchTable = {
  caseId: string
  place: number
}

export type CaseWordTable = {
  word: string
  place: number
}

export type QueueTables = {
  savedViews: SavedViewTable
  bulkRuns: BulkRunTable
  bulkItems: BulkItemTable
  caseReads: CaseReadTable
  mentions: MentionTable
  caseOpenings: CaseOpeningTable
  caseSearch: CaseSearchTable
  caseWords: CaseWordTable
}
