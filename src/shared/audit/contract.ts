import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId } from '../ids.ts'
import { instant } from '../time.ts'
import { AUDIT_OUTCOMES, auditFilter } from './filter.ts'
import { startCalls } from './start-check.ts'

/** One row of the audit log: who did or saw what, when, about whom. */
export const auditRow = z.object({
  seq: z.number().int(),
  at: instant,
  actorId: z.string(),
  actorName: z.string(),
  call: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  memberId: memberId.nullable(),
  memberCard: z.string().nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
})
export type AuditRow = z.infer<typeof auditRow>

export const chainHead = z.object({ sequence: z.number().int(), hash: z.string() })

/** What the desk puts on paper. */
export const PRINTED = ['hand-over', 'undertaking', 'anchor', 'policy', 'recovery-key'] as const
export type Printed = (typeof PRINTED)[number]

/** The hash-chained record of every view of personal data, change, refusal and export. */
export const audit = {
  list: call({
    kind: 'query',
    // Bodies hold members' data, which an administrator does not read (S3-129).
    access: ['manager'],
    members: 'any',
    summary: { zh: '查询审计日志', en: 'Read the audit log' },
    input: auditFilter.extend({
      /** Rows before this sequence number: the next page. */
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    /** `next`: where to read on, also when a search for words found nothing in its stretch; null at the beginning. */
    output: z.object({ rows: z.array(auditRow), next: z.number().int().nullable() }),
    discloses: true,
  }),
  verify: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '校验审计链', en: 'Verify the audit chain' },
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      entries: z.number().int(),
      checkpoints: z.number().int(),
      head: chainHead,
      problem: z
        .object({ sequence: z.number().int(), reason: z.enum(['sequence', 'hash', 'checkpoint', 'anchor']) })
        .nullable(),
      /** The newest place of the chain that was sent out and with which it was compared; null when none ever was. */
      anchor: chainHead.extend({ sentAt: instant, keptBy: z.string() }).nullable(),
    }),
    heavy: true,
  }),
  ...startCalls,
  checkpoint: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '签名并导出审计检查点', en: 'Sign a checkpoint of the audit log and save it elsewhere' },
    input: z.object({ out: z.string().min(1).max(1000) }),
    output: z.object({ head: chainHead, note: z.string() }),
  }),
  printed: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '记录一次打印', en: 'Record that something goes to a printer' },
    /** `subject`: which of them, by its id or fingerprint, never its content. */
    input: z.object({ what: z.enum(PRINTED), subject: z.string().min(1).max(200) }),
    output: z.null(),
  }),
}
