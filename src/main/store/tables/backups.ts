// Backups that the desk made by its plan.

export type BackupTable = {
  id: string
  seq: number
  at: number
  folder: string
  fileName: string
  bytes: number
  sha256: string
  entries: number
  tookMs: number
  outcome: 'done' | 'failed'
  fault: string | null
  madeBy: string
  removedAt: number | null
}

export type BackupsTables = {
  backups: BackupTable
}
