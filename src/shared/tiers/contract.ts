import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId, policyId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { day } from '../time.ts'
import { entitlement, MEMBER_TIERS, tierClause, tierLevel } from './model.ts'
import { noticePlace, storedProgramme, tierHistory, tierMove, tierNotice, tierProposal, tierRun } from './views.ts'

const count = z.number().int().min(0)
const id = z.string().min(1).max(64)

/** Tiers of members: the programme, the rating, the history, and what members are told (S3-30..44). */
export const tiers = {
  policy: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '查看现行分级标准与权益', en: 'Show the tier programme in force with its entitlements' },
    input: z.object({}),
    output: storedProgramme,
  }),
  policies: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出分级标准的各版本', en: 'List the versions of the tier programmes' },
    input: z.object({}),
    output: z.array(storedProgramme),
  }),
  activate: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '启用分级标准或其新版本', en: 'Put a tier programme in force, as it is or with other thresholds' },
    input: z.object({
      /** The programme or version this one is made of. */
      policyId,
      effectiveFrom: day,
      changes: z
        .object({
          levels: z.array(tierLevel).min(1).max(4),
          clauses: z.array(tierClause).max(50),
          validityMonths: z.object({
            upgrade: z.number().int().min(1).max(120),
            retain: z.number().int().min(1).max(120),
          }),
        })
        .partial()
        .default({}),
    }),
    output: storedProgramme,
    changes: ['policies', 'tiers'],
  }),
  setEntitlements: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '维护各等级权益', en: 'Maintain what each tier is entitled to' },
    input: z.object({ entitlements: z.array(entitlement).max(200), effectiveFrom: day.optional() }),
    output: storedProgramme,
    changes: ['policies', 'tiers'],
  }),
  preview: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'rows',
    summary: { zh: '预览等级评定', en: 'Show what a rating would change' },
    input: z.object({
      /** Today when absent. */
      at: day.optional(),
      /** A programme that is not in force, to see what it would do. */
      policyId: policyId.optional(),
      /** The last member of the page before; the counts come with the first page only. */
      after: memberId.optional(),
      limit: z.number().int().min(1).max(1000).default(100),
      language: language.default('zh-CN'),
    }),
    output: z.object({
      at: day,
      policyId,
      rated: count,
      changed: count,
      moves: z.array(tierMove),
      changes: z.array(tierProposal),
      next: memberId.nullable(),
    }),
    heavy: true,
  }),
  run: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '执行等级评定', en: 'Rate all members and apply the result' },
    input: z.object({
      dryRun: z.boolean().default(false),
      at: day.optional(),
      /** How many of the changes the answer lists. */
      limit: z.number().int().min(0).max(1_000_000).default(1000),
      language: language.default('zh-CN'),
    }),
    output: z.object({
      runId: z.string().nullable(),
      rated: count,
      changed: count,
      moves: z.array(tierMove),
      changes: z.array(tierProposal),
    }),
    changes: ['tiers', 'members'],
    heavy: true,
  }),
  runs: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '列出已执行的评定', en: 'List the ratings that were applied' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(50) }),
    output: z.array(tierRun),
  }),
  runChanges: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次评定的变动', en: 'Show what a rating changed' },
    input: z.object({
      runId: id,
      after: id.optional(),
      limit: z.number().int().min(1).max(500).default(100),
      language: language.default('zh-CN'),
    }),
    output: z.object({
      rows: z.array(tierProposal.extend({ id: z.string() })),
      total: count,
      next: z.string().nullable(),
    }),
  }),
  history: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员等级历史', en: "Show a member's tier history" },
    input: z.object({ memberId, language: language.default('zh-CN') }),
    output: tierHistory,
    discloses: true,
  }),
  notices: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出升级、保级、降级提示', en: 'List the notices of upgrades, retentions and downgrades' },
    input: z.object({
      state: z.enum(['open', 'told']).default('open'),
      after: noticePlace.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(tierNotice), total: count, next: noticePlace.nullable() }),
  }),
  told: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录已告知会员', en: 'Note that a member was told' },
    input: z.object({ noticeId: id }),
    output: tierNotice,
    changes: ['tiers', 'members'],
  }),
  setManual: call({
    kind: 'command',
    access: ['manager'],
    members: 'file',
    summary: { zh: '人工列入或调整VIP等级', en: "Set a member's tier by hand, for a reason" },
    input: z.object({
      memberId,
      tier: z.enum(MEMBER_TIERS),
      reason: z.string().trim().min(1).max(500),
      /** The last day the tier is good for; null for good. */
      until: day.nullable(),
    }),
    output: tierHistory,
    changes: ['tiers', 'members'],
  }),
}
