import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { written } from '../written.ts'
import { retentionRules } from './schedule.ts'
import { ERASED_KINDS } from './words.ts'

const count = z.number().int().min(0)
const manager = ['manager'] as const

const scheduleView = z.object({
  /** 0 is the schedule that comes with the program. */
  version: count,
  rules: retentionRules,
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
  reason: z.string(),
})

/** What is due of one kind of record on a day. */
export const dueOfKind = z.object({
  kind: z.enum(ERASED_KINDS),
  months: count,
  /** Records that ended on this day or before. */
  endedBy: day,
  due: count,
  held: count,
  sample: z.array(z.object({ label: z.string(), endedOn: day })),
})
export type DueOfKind = z.infer<typeof dueOfKind>

/** What a run erased. */
export const retentionRun = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  day,
  scheduleVersion: count,
  kinds: z.array(z.object({ kind: z.enum(ERASED_KINDS), erased: count, held: count, left: count })),
})
export type RetentionRun = z.infer<typeof retentionRun>

export const legalHold = z.object({
  id: z.string(),
  memberId: memberId.nullable(),
  caseId: caseId.nullable(),
  label: z.string(),
  reason: z.string(),
  setAt: instant,
  setByName: z.string(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string(),
})
export type LegalHold = z.infer<typeof legalHold>

/** How long records are kept, and their erasure when the time has come (PIPL 19, 47). */
export const retention = {
  schedule: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看保存期限', en: 'Show how long each kind of record is kept' },
    input: z.object({}),
    output: scheduleView,
  }),
  saveSchedule: call({
    kind: 'command',
    access: manager,
    summary: { zh: '修改保存期限', en: 'Save another schedule of retention' },
    input: z.object({ rules: retentionRules, reason: written(500) }),
    output: scheduleView,
    changes: ['rights'],
  }),
  preview: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '预览到期应删除的记录', en: 'Show what would be erased on a day' },
    input: z.object({ day: day.optional() }),
    output: z.object({ day, version: count, kinds: z.array(dueOfKind) }),
    heavy: true,
  }),
  run: call({
    kind: 'command',
    access: manager,
    summary: { zh: '删除到期记录中的个人信息', en: 'Erase the personal data of records that are due' },
    input: z.object({
      /** The version and the kinds that were seen in the preview. */
      version: count,
      kinds: z.array(z.enum(ERASED_KINDS)).min(1),
      reason: written(500),
      limit: z.number().int().min(1).max(5000).default(1000),
    }),
    output: retentionRun,
    changes: ['rights', 'members', 'cases', 'calls', 'messages'],
    heavy: true,
  }),
  runs: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出以往的到期删除', en: 'List earlier erasures' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(retentionRun),
  }),
  holds: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出依法保全', en: 'List the legal holds' },
    input: z.object({}),
    output: z.array(legalHold),
  }),
  hold: call({
    kind: 'command',
    access: manager,
    members: 'any',
    summary: { zh: '依法保全一位会员或一件工单', en: 'Hold the records of a member or a case' },
    input: z
      .object({
        memberId: memberId.nullable().default(null),
        caseId: caseId.nullable().default(null),
        reason: written(500),
      })
      .refine((input) => (input.memberId === null) !== (input.caseId === null), { message: 'one-of' }),
    output: legalHold,
    changes: ['rights'],
  }),
  endHold: call({
    kind: 'command',
    access: manager,
    summary: { zh: '解除保全', en: 'End a legal hold' },
    input: z.object({ id: z.string().min(1).max(64), reason: written(500) }),
    output: z.null(),
    changes: ['rights'],
  }),
}
