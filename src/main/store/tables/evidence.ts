// Files attached to cases, and their sealed content in pieces.

export type EvidenceTable = {
  id: string
  caseId: string
  name: string
  kind: string
  size: number
  sha256: string
  note: string
  addedAt: number
  addedBy: string
  sealedKey: string
  chunks: number
  withdrawnAt: number | null
  withdrawnBy: string | null
  withdrawReason: string | null
}

export type EvidenceChunkTable = {
  evidenceId: string
  seq: number
  body: Uint8Array
}

export type EvidenceTables = {
  evidence: EvidenceTable
  evidenceChunks: EvidenceChunkTable
}
