import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { bilingual } from '../policy.ts'
import { day, instant } from '../time.ts'

/** Kinds of policy that a manager reads here; the tiers are changed on a page of their own. */
export const POLICY_KINDS = ['targets', 'workflow', 'compensation', 'tiers'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

/** Kinds whose next version is drafted, submitted and approved. */
export const DRAFTED_KINDS = ['targets', 'workflow', 'compensation'] as const satisfies readonly PolicyKind[]
export type DraftedKind = (typeof DRAFTED_KINDS)[number]

export const POLICY_KIND_NAMES: Record<PolicyKind, Bilingual> = {
  targets: { zh: '服务时限', en: 'Service targets' },
  workflow: { zh: '处理流程', en: 'Workflow' },
  compensation: { zh: '补偿标准', en: 'Compensation' },
  tiers: { zh: '会员分级', en: 'Member tiers' },
}

/** Where a version stands: on its way, waiting for its day, in force, replaced by another, or only on offer. */
export const VERSION_STATES = [
  'draft',
  'submitted',
  'rejected',
  'scheduled',
  'inForce',
  'replaced',
  'offered',
  'withdrawn',
] as const
export type VersionState = (typeof VERSION_STATES)[number]

export const VERSION_STATE_NAMES: Record<VersionState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Awaiting approval' },
  rejected: { zh: '已退回', en: 'Returned' },
  scheduled: { zh: '待生效', en: 'Scheduled' },
  inForce: { zh: '现行', en: 'In force' },
  replaced: { zh: '已被替换', en: 'Replaced' },
  offered: { zh: '备选', en: 'On offer' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

/** One version of a policy, as a line of the list. */
export const policyVersion = z.object({
  /** `pack@version`: what a case keeps. */
  id: z.string(),
  pack: z.string(),
  kind: z.enum(POLICY_KINDS),
  version: z.number().int(),
  name: bilingual,
  state: z.enum(VERSION_STATES),
  effectiveFrom: day,
  /** The version this one was made of. */
  basedOn: z.string().nullable(),
  authorName: z.string().nullable(),
  /** True for the person who asks: they wrote it or changed it, and so may not approve it. */
  isOwn: z.boolean(),
  createdAt: instant,
  approvedByName: z.string().nullable(),
  /** SHA-256 of what the policy says; number, date and status do not count. */
  hash: z.string(),
})
export type PolicyVersion = z.infer<typeof policyVersion>

export const POLICY_DEEDS = [
  'drafted',
  'imported',
  'tookShipped',
  'edited',
  'submitted',
  'approved',
  'rejected',
  'withdrawn',
] as const
export type PolicyDeed = (typeof POLICY_DEEDS)[number]

export const POLICY_DEED_NAMES: Record<PolicyDeed, Bilingual> = {
  drafted: { zh: '起草', en: 'Drafted' },
  imported: { zh: '从文件导入', en: 'Taken in from a file' },
  tookShipped: { zh: '并入产品新版', en: 'Took in what the product ships' },
  edited: { zh: '修改', en: 'Changed' },
  submitted: { zh: '提交审批', en: 'Submitted' },
  approved: { zh: '批准', en: 'Approved' },
  rejected: { zh: '退回', en: 'Returned' },
  withdrawn: { zh: '撤销', en: 'Withdrawn' },
}

/** One entry of a version's history. */
export const policyDeed = z.object({
  at: instant,
  actorName: z.string(),
  deed: z.enum(POLICY_DEEDS),
  reason: z.string(),
})
export type PolicyDeedEntry = z.infer<typeof policyDeed>

export const PROBLEM_LEVELS = ['error', 'warning'] as const

/** Something wrong with a policy, in words for people; an error keeps it from being submitted. */
export const policyProblem = z.object({
  level: z.enum(PROBLEM_LEVELS),
  code: z.string(),
  /** Where: the path inside the policy, a rule by its id. */
  path: z.string(),
  text: bilingual,
})
export type PolicyProblem = z.infer<typeof policyProblem>

/** One difference between two versions; absent sides are what was added or taken away. */
export const policyChange = z.object({
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  text: bilingual,
})
export type PolicyChange = z.infer<typeof policyChange>

/** One version in full. */
export const policyDetail = policyVersion.extend({
  /** When it was changed last: rises with each change of a draft, and is what the next change names. */
  revision: instant,
  body: z.unknown(),
  problems: z.array(policyProblem),
  history: z.array(policyDeed),
})
export type PolicyDetail = z.infer<typeof policyDetail>

/** How a pack is written to a file: canonical JSON, with the hash of what it says. */
export const PACK_FORMAT = 'vip-desk-policy/1'
export const packFile = z.strictObject({ format: z.literal(PACK_FORMAT), hash: z.string(), policy: z.unknown() })
