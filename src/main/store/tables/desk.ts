import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

// People, settings, audit, policies and drafts: the tables every feature stands on.

export type MetaTable = {
  key: string
  value: string
}

export type SettingsTable = {
  key: string
  value: string
}

export type KeyringTable = {
  id: number
  body: string
}

export type UserTable = {
  id: string
  login: string
  name: string
  role: 'agent' | 'lead' | 'manager' | 'admin'
  status: 'active' | 'disabled'
  leadId: string | null
  mustChangePassword: Generated<Flag>
  createdAt: number
  lastSignInAt: number | null
}

export type NumberSeriesTable = {
  kind: string
  day: string
  last: number
}

export type AuditTable = {
  seq: number
  at: number
  actorId: string
  call: string
  outcome: 'done' | 'refused'
  memberId: string | null
  caseId: string | null
  body: string
  hash: string
}

export type CheckpointTable = {
  seq: number
  at: number
  keyId: string
  note: string
  signature: string
}

export type SigningKeyTable = {
  id: string
  publicKey: string
  sealedSecret: string
  createdAt: number
}

export type ExportTable = {
  id: string
  at: number
  actorId: string
  memberId: string | null
  purpose: string
  requester: string
  fileName: string
  rows: number
  sha256: string
  head: string
}

export type PolicyTable = {
  id: string
  pack: string
  kind: 'tiers' | 'targets' | 'workflow' | 'compensation'
  version: number
  effectiveFrom: number
  body: string
  createdAt: number
  createdBy: string | null
}

export type CalendarTable = {
  id: string
  body: string
  updatedAt: number
}

export type DraftTable = {
  userId: string
  kind: string
  subject: string
  body: string
  savedAt: number
}

/** A move of a computer's clock: what it would have shown and what it showed, who was at the desk. */
export type ClockJumpTable = {
  id: string
  truthAt: number
  shownAt: number
  byMs: number
  userId: string
  recordedAt: number
}

export type ClockJumpSeenTable = {
  jumpId: string
  userId: string
  seenAt: number
}

export type DeskTables = {
  meta: MetaTable
  settings: SettingsTable
  keyring: KeyringTable
  users: UserTable
  numberSeries: NumberSeriesTable
  audit: AuditTable
  checkpoints: CheckpointTable
  signingKeys: SigningKeyTable
  exports: ExportTable
  policies: PolicyTable
  calendars: CalendarTable
  drafts: DraftTable
  clockJumps: ClockJumpTable
  clockJumpsSeen: ClockJumpSeenTable
}
