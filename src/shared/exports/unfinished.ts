import { z } from 'zod'
import { instant } from '../time.ts'
import { APPROVAL_REASONS, ENCRYPTIONS, exportProfile, exportScope, SCOPE_KINDS } from './model.ts'

/**
 * What would come of going on: an export that runs just now, finished parts that are taken over, parts that no longer
 * count, a folder that is not where it was, or one on another machine.
 */
export const UNFINISHED_STATES = ['running', 'kept', 'anew', 'gone', 'elsewhere'] as const
export type UnfinishedState = (typeof UNFINISHED_STATES)[number]

/** Whether the person who looks may go on: nobody else has to agree, somebody did, was asked, or is still to be asked. */
export const APPROVAL_STATES = ['unneeded', 'held', 'asked', 'missing'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** A large export that was begun and did not end, and what lies of it on the disk. */
export const unfinishedRow = z.object({
  id: z.string(),
  begunAt: instant,
  begunBy: z.string(),
  begunByMe: z.boolean(),
  scope: exportScope,
  scopeKind: z.enum(SCOPE_KINDS),
  scopeLabel: z.string(),
  profile: exportProfile,
  recipient: z.string(),
  requester: z.string(),
  purpose: z.string(),
  encryption: z.enum(ENCRYPTIONS),
  /** The machine, the bundle's name there, and the folder where its parts wait. */
  place: z.string(),
  fileName: z.string(),
  folder: z.string(),
  state: z.enum(UNFINISHED_STATES),
  rows: z.number().int(),
  files: z.number().int(),
  /** Files that are finished, the rows in them, and the bytes in the folder; nulls where the folder cannot be seen. */
  done: z.object({ files: z.number().int(), rows: z.number().int(), bytes: z.number().int() }).nullable(),
  reasons: z.array(z.enum(APPROVAL_REASONS)),
  approval: z.enum(APPROVAL_STATES),
})
export type UnfinishedRow = z.infer<typeof unfinishedRow>
