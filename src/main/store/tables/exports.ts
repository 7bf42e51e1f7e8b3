export type ExportRequestTable = {
  id: string
  scope: string
  scopeKey: string
  scopeLabel: string
  profile: 'archive' | 'customer' | 'regulator' | 'partner' | 'court'
  recipient: string
  purpose: string
  rows: number
  reasons: string
  state: 'asked' | 'approved' | 'refused' | 'used'
  askedAt: number
  askedBy: string
  decidedAt: number | null
  decidedBy: string | null
  decisionNote: string | null
}

export type ExportCopyTable = {
  exportId: string
  scopeKind: 'member' | 'case' | 'period' | 'members'
  scopeLabel: string
  profile: 'archive' | 'customer' | 'regulator' | 'partner' | 'court'
  recipient: string
  heldBack: number
  encryption: 'none' | 'passphrase' | 'recipients'
  requestId: string | null
  destroyBy: string | null
  destroyedOn: string | null
  destroyedNote: string | null
  confirmedAt: number | null
  confirmedBy: string | null
}

export type UnfinishedExportTable = {
  id: string
  place: string
  out: string
  begunAt: number
  begunBy: string
  scope: string
  scopeKey: string
  scopeLabel: string
  profile: 'archive' | 'customer' | 'regulator' | 'partner' | 'court'
  recipient: string
  requester: string
  purpose: string
  encryption: 'none' | 'passphrase' | 'recipients'
  options: string
  rows: number
  files: number
  sealedKey: string
}

export type ExportLimitsTable = {
  id: string
  rows: number
  people: number
  reason: string
  state: 'asked' | 'approved' | 'refused'
  askedAt: number
  askedBy: string
  decidedAt: number | null
  decidedBy: string | null
  decisionNote: string | null
}

export type ExportsTables = {
  exportLimits: ExportLimitsTable
  exportRequests: ExportRequestTable
  exportCopies: ExportCopyTable
  unfinishedExports: UnfinishedExportTable
}
