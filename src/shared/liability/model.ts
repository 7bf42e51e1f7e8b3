import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { departmentCode } from '../cases/words.ts'
import { caseId, userId } from '../ids.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import {
  FINDING_STATUSES,
  GROUNDS,
  LIABLE_PARTIES,
  MATTERS,
  MEASURE_KINDS,
  OPINIONS,
  PARTIES,
  SHARE_KINDS,
} from './words.ts'

/** One bearer of fault and how much of it, in whole percent (S2-86). */
export const share = z.object({
  kind: z.enum(SHARE_KINDS),
  department: departmentCode.nullable().default(null),
  /** The person, the partner in words; empty for a department and the customer. */
  name: remark(120),
  /** The kept partner (S4-16), so that one supplier counts as one however it is written; none for a name alone. */
  partnerId: z.string().min(1).max(64).nullable().default(null),
  percent: z.number().int().min(1).max(100),
})
export type Share = z.infer<typeof share>

/** What a finding says (S2-82..87): ground and evidence are never left out. */
export const finding = z.object({
  matter: z.enum(MATTERS),
  party: z.enum(LIABLE_PARTIES),
  grounds: z.array(z.enum(GROUNDS)).min(1, { message: 'required' }).max(GROUNDS.length),
  shares: z.array(share).min(1, { message: 'required' }).max(20),
  facts: written(),
  /** The law, regulation or policy that it rests on (S2-83). */
  basis: written(1000),
  evidence: written(2000),
})
export type Finding = z.infer<typeof finding>

/** One version of a finding, as the window shows it. */
export const findingView = z.object({
  id: z.string(),
  version: z.number().int(),
  status: z.enum(FINDING_STATUSES),
  matter: z.enum(MATTERS),
  party: z.enum(PARTIES),
  grounds: z.array(z.enum(GROUNDS)),
  shares: z.array(share),
  /** What the kept partners among the bearers are called now, by id. */
  partnerNames: z.record(z.string(), z.string()),
  facts: z.string(),
  basis: z.string(),
  evidence: z.string(),
  /** Why the question does not arise, or why a newer version was begun. */
  reason: z.string().nullable(),
  authorNames: z.array(z.string()),
  createdAt: instant,
  submittedAt: instant.nullable(),
  reviewerName: z.string().nullable(),
  reviewedAt: instant.nullable(),
  reviewNote: z.string().nullable(),
  opinion: z.enum(OPINIONS).nullable(),
  opinionText: z.string().nullable(),
  opinionChannel: z.enum(CONTACT_CHANNELS).nullable(),
  opinionAt: instant.nullable(),
  finalAt: instant.nullable(),
  finalByName: z.string().nullable(),
})
export type FindingView = z.infer<typeof findingView>

/** Something that follows from a finding; a rectification is due, done and then verified by somebody else. */
export const measureView = z.object({
  id: z.string(),
  kind: z.enum(MEASURE_KINDS),
  text: z.string(),
  department: departmentCode.nullable(),
  person: z.string(),
  responsibleId: userId.nullable(),
  responsibleName: z.string().nullable(),
  dueAt: instant.nullable(),
  createdAt: instant,
  createdByName: z.string(),
  doneAt: instant.nullable(),
  doneById: userId.nullable(),
  doneByName: z.string().nullable(),
  doneText: z.string().nullable(),
  verifiedAt: instant.nullable(),
  verifiedByName: z.string().nullable(),
  verifiedText: z.string().nullable(),
})
export type MeasureView = z.infer<typeof measureView>

/** The question of fault of one case: every version, newest first, and what follows. */
export const liabilityView = z.object({
  caseId,
  lastSeq: z.number().int(),
  versions: z.array(findingView),
  measures: z.array(measureView),
  /** What this person may do with the newest version. */
  may: z.object({ draft: z.boolean(), review: z.boolean(), verify: z.boolean() }),
})
export type LiabilityView = z.infer<typeof liabilityView>

/** Which records are looked for (S2-97). */
export const liabilityFilter = z.object({
  party: z.enum(PARTIES).optional(),
  ground: z.enum(GROUNDS).optional(),
  department: departmentCode.optional(),
  from: instant.optional(),
  until: instant.optional(),
})
export type LiabilityFilter = z.infer<typeof liabilityFilter>

export const liabilityRow = z.object({
  id: z.string(),
  caseId,
  caseNumber: z.string(),
  version: z.number().int(),
  party: z.enum(PARTIES),
  matter: z.enum(MATTERS),
  grounds: z.array(z.enum(GROUNDS)),
  departments: z.array(departmentCode),
  finalAt: instant,
})
export type LiabilityRow = z.infer<typeof liabilityRow>

const count = z.number().int().min(0)
/** How final findings spread (S2-98). */
export const liabilityCounts = z.object({
  total: count,
  parties: z.array(z.object({ party: z.enum(PARTIES), count })),
  grounds: z.array(z.object({ ground: z.enum(GROUNDS), count })),
  departments: z.array(z.object({ department: departmentCode, count, percentSum: count })),
  months: z.array(z.object({ month: z.string(), count })),
})
export type LiabilityCounts = z.infer<typeof liabilityCounts>

/** A finding that waits for a reviewer, or a rectification that waits to be done or verified. */
export const waitingReview = z.object({
  id: z.string(),
  caseId,
  caseNumber: z.string(),
  party: z.enum(PARTIES),
  authorNames: z.array(z.string()),
  submittedAt: instant,
  /** False for its own authors. */
  mayReview: z.boolean(),
})
export type WaitingReview = z.infer<typeof waitingReview>

export const dueRectification = measureView.extend({ caseId, caseNumber: z.string(), mayVerify: z.boolean() })
export type DueRectification = z.infer<typeof dueRectification>
