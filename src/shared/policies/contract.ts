import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { policySource } from '../policy.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { written } from '../written.ts'
import { backtestInput, backtestReport } from './backtest.ts'
import { DRAFTED_KINDS, POLICY_KINDS, policyChange, policyDetail, policyProblem, policyVersion } from './model.ts'
import { packDetail, packLine } from './packs.ts'
import { rebaseOutcome, rebasePreview } from './rebase.ts'
import { shippedNewer } from './shipped.ts'

const id = z.string().min(1).max(100)
const reason = z.string().trim().min(2).max(500)
const file = z.string().min(1).max(1000)

const draftInput = z
  .object({
    /** The draft to change; a new version when absent. */
    id: id.optional(),
    /** With `id`: the `revision` of the draft that the caller has seen; what was changed meanwhile is a CONFLICT. */
    revision: instant.optional(),
    /** The version this one is made of; what is not said in `body` is taken from it. */
    basedOn: id.optional(),
    effectiveFrom: day,
    body: z.record(z.string(), z.unknown()).default({}),
    reason: z.string().trim().max(500).default(''),
  })
  .refine(({ id, revision }) => id === undefined || revision !== undefined, {
    path: ['revision'],
    message: 'policy-missing',
  })

/** Policies as data: versions, drafts, approval by a second person, packs as files, trying out on history (S3-03). */
export const policies = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出各类策略的版本', en: 'List the versions of the policies' },
    input: z.object({ kind: z.enum(POLICY_KINDS).optional() }),
    output: z.array(policyVersion),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一个策略版本', en: 'Show one version of a policy' },
    input: z.object({ id }),
    output: policyDetail,
  }),
  diff: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '比较两个策略版本', en: 'Compare two versions of a policy' },
    input: z.object({ before: id, after: id }),
    output: z.object({ before: policyVersion, after: policyVersion, changes: z.array(policyChange) }),
  }),
  check: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '检查策略内容', en: 'Say what is wrong with a policy' },
    input: z.object({ kind: z.enum(DRAFTED_KINDS), body: z.unknown() }),
    output: z.array(policyProblem),
  }),
  draft: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '起草或修改策略版本', en: 'Draft a version of a policy, or change a draft' },
    input: draftInput,
    output: policyDetail,
    changes: ['policies'],
    // A whole policy is kept in its own row; the audit row holds its hash and what changed.
    secrets: ['body'],
  }),
  submit: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '提交策略版本审批', en: 'Submit a version for approval' },
    input: z.object({ id, reason }),
    output: policyDetail,
    changes: ['policies'],
  }),
  approve: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '批准他人起草的策略版本', en: 'Approve a version that somebody else wrote' },
    input: z.object({ id, reason: z.string().trim().max(500).default('') }),
    output: policyDetail,
    changes: ['policies'],
  }),
  reject: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '退回策略版本', en: 'Return a version to its author' },
    input: z.object({ id, reason }),
    output: policyDetail,
    changes: ['policies'],
  }),
  withdraw: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤销尚未生效的策略版本', en: 'Take back a version that has not been in force' },
    input: z.object({ id, reason }),
    output: policyDetail,
    changes: ['policies'],
  }),
  import: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '从文件导入策略为草稿', en: 'Take a policy pack in from a file, as a draft' },
    input: z.object({ file, effectiveFrom: day.optional(), reason: z.string().trim().max(500).default('') }),
    reads: READS.json,
    output: policyDetail,
    changes: ['policies'],
  }),
  export: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导出策略为文件', en: 'Write a policy to a pack file' },
    input: z.object({ id, out: file }),
    output: z.object({ id: z.string(), fileName: z.string(), hash: z.string(), bytes: z.number().int() }),
  }),
  shipped: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: {
      zh: '列出产品已有更新的策略及其不同',
      en: 'List policies that the product ships newer, with the differences',
    },
    input: z.object({}),
    output: z.array(shippedNewer),
  }),
  takeShipped: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '起草并入产品新版的策略版本',
      en: "Draft the desk's version with what the product ships newer",
    },
    input: z.object({
      /** The desk's own version, as the list of what is newer names it. */
      id,
      /** Paths of conflicts in which the product's word holds; in the others the desk's does. */
      theirs: z.array(z.string().min(1).max(200)).max(500).default([]),
      effectiveFrom: day.optional(),
      reason: z.string().trim().max(500).default(''),
    }),
    output: policyDetail,
    changes: ['policies'],
  }),
  packs: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出随产品提供的规则包', en: 'List the rule packs that come with the product' },
    input: z.object({}),
    output: z.array(packLine),
  }),
  pack: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: {
      zh: '查看规则包的内容、出处与启停后的变化',
      en: 'Show a rule pack, its sources and what switching it changes',
    },
    input: z.object({ id }),
    output: packDetail,
  }),
  switchPack: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '起草启用或停用规则包的策略版本',
      en: 'Draft a version of a policy with a rule pack on, or off',
    },
    input: z.object({
      id,
      isOn: z.boolean(),
      /** A draft that takes the change in besides what it has, as the caller has seen it; a new version without it. */
      into: z.object({ id, revision: instant }).optional(),
      effectiveFrom: day.optional(),
      reason: z.string().trim().max(500).default(''),
    }),
    output: policyDetail,
    changes: ['policies'],
  }),
  packValue: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '起草修改规则包中仅供查阅的一项内容',
      en: 'Draft other words for a value of a rule pack that is only told',
    },
    input: z.object({
      pack: id,
      id,
      /** Null: what the pack itself says again. */
      value: z.object({ zh: written(300), en: written(300) }).nullable(),
      source: policySource.optional(),
      into: z.object({ id, revision: instant }).optional(),
      effectiveFrom: day.optional(),
      reason: z.string().trim().max(500).default(''),
    }),
    output: policyDetail,
    changes: ['policies'],
  }),
  rebasePreview: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '预览一个事项改按现行策略计时', en: 'Show what a case would be due by under the policy in force' },
    input: z.object({ caseId }),
    output: rebasePreview,
    discloses: true,
  }),
  rebase: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '决定一个事项保留或重算时限', en: "Keep a case's limits or work them out anew, for a reason" },
    input: z.object({
      caseId,
      choice: z.enum(['keep', 'recompute']),
      reason,
      expectedSeq: z.number().int().min(1),
    }),
    output: rebaseOutcome,
    changes: ['cases', 'clocks'],
  }),
  backtest: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '在历史事项上试算时限或补偿策略', en: 'Try targets or a tariff out on the cases of the past' },
    input: backtestInput,
    output: backtestReport,
    heavy: true,
  }),
}
