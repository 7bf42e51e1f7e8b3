import { z } from 'zod'
import { call } from '../contract.ts'
import { instant } from '../time.ts'

/** Why a chain is not what was written; `mark`: the note of how far it had been verified was changed. */
export const START_REASONS = ['sequence', 'hash', 'checkpoint', 'anchor', 'mark'] as const

/** How the chain fared from the place that was verified before. */
export const startCheck = z.object({
  /** The last entry that an earlier verification had reached; 0 when all were verified now. */
  after: z.number().int().min(0),
  /** The last entry that was reached now, and its hash. */
  upTo: z.number().int().min(0),
  hash: z.string(),
  problem: z.object({ sequence: z.number().int(), reason: z.enum(START_REASONS) }).nullable(),
})
export type StartCheck = z.infer<typeof startCheck>

/** The calls about the verification at each start; part of the calls about the audit log. */
export const startCalls = {
  verifyRecent: call({
    kind: 'query',
    access: ['system', 'manager', 'admin'],
    summary: { zh: '校验审计链自上次校验以来的部分', en: 'Verify the audit chain from where it was verified before' },
    input: z.object({}),
    output: startCheck,
    heavy: true,
  }),
  noteVerified: call({
    kind: 'command',
    access: ['system'],
    summary: { zh: '登记启动时审计链的校验结果', en: 'Note how the audit chain fared at the start' },
    input: startCheck,
    output: z.null(),
    changes: ['trust'],
  }),
  lastVerified: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '最近一次启动时审计链的校验结果', en: 'How the audit chain fared at the last start' },
    input: z.object({}),
    /** Null until a start has verified it. */
    output: startCheck.extend({ at: instant }).nullable(),
  }),
}
