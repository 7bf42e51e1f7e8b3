import { z } from 'zod'
import { instant } from '../time.ts'

/** Hours between two backups that people may choose. */
export const BACKUP_HOURS = [1, 4, 8, 12, 24, 72, 168] as const
/** Backups that may be kept at most. */
export const MOST_KEPT = 100

export const everyHours = z
  .number()
  .int()
  .refine((hours) => BACKUP_HOURS.some((one) => one === hours), { message: 'hours' })
export const keep = z.number().int().min(1).max(MOST_KEPT)

/** How often and how many, where nobody has chosen. */
export const USUAL_HOURS = 24
export const USUALLY_KEPT = 14

/** When backups are made by themselves, where, and how many stay. */
export const backupPlan = z.object({
  /** False for a plan that was stopped: it keeps the rest until it is started again. */
  isOn: z.boolean(),
  folder: z.string(),
  everyHours,
  keep,
  /** Since when it holds; the first backup is due then. */
  since: instant,
})
export type BackupPlan = z.infer<typeof backupPlan>

export const BACKUP_OUTCOMES = ['done', 'failed'] as const

/** One backup that was made, or was to be made. */
export const backupRow = z.object({
  id: z.string(),
  at: instant,
  folder: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** Entries of the audit log that it holds. */
  entries: z.number().int(),
  tookMs: z.number().int(),
  outcome: z.enum(BACKUP_OUTCOMES),
  /** Why it failed: a fault of the store or the disk; null for one that stands. */
  fault: z.string().nullable(),
  /** Who asked for it; null for the desk itself. */
  madeByName: z.string().nullable(),
  /** When it gave way to newer ones. */
  removedAt: instant.nullable(),
  /** Whether its file is where it was put. */
  isThere: z.boolean(),
})
export type BackupRow = z.infer<typeof backupRow>
