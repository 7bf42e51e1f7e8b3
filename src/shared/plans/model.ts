import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { caseId, userId } from '../ids.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { PLAN_STATUSES } from './words.ts'

/** Something that happens on the way, by a moment; what the customer is told is marked (S2-104, S2-111). */
export const milestone = z.object({ name: written(120), dueAt: instant, tellsCustomer: z.boolean().default(false) })
export type Milestone = z.infer<typeof milestone>

/** Which of the five principles the author has held the plan against (S2-99). */
export const principleTicks = z.object({
  fair: z.boolean(),
  timely: z.boolean(),
  personal: z.boolean(),
  lawful: z.boolean(),
  cooperative: z.boolean(),
})
export type PrincipleTicks = z.infer<typeof principleTicks>

/** What a plan says (S2-99..106). */
export const plan = z.object({
  cause: written(2000),
  demand: written(2000),
  /** What the assessment says about the way to go (S2-102). */
  direction: written(1000),
  measures: written(),
  deadlineAt: instant,
  department: departmentCode,
  responsibleId: userId,
  /** Further people who take part (S2-105). */
  people: remark(300),
  communication: written(1000),
  /** What it may cost at most, in fen and in miles. */
  amountFen: z.number().int().min(0).max(1_000_000_000).default(0),
  miles: z.number().int().min(0).max(100_000_000).default(0),
  principles: principleTicks,
  milestones: z.array(milestone).max(20).default([]),
})
export type Plan = z.infer<typeof plan>

export const milestoneView = milestone.extend({
  seq: z.number().int(),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
  doneText: z.string().nullable(),
})

/** One version of a plan, as the window shows it. */
export const planView = plan.extend({
  id: z.string(),
  version: z.number().int(),
  status: z.enum(PLAN_STATUSES),
  responsibleName: z.string(),
  people: z.string(),
  milestones: z.array(milestoneView),
  /** Why this version was made of the one before. */
  reason: z.string().nullable(),
  authorNames: z.array(z.string()),
  createdAt: instant,
  submittedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  startedAt: instant.nullable(),
  startedByName: z.string().nullable(),
  executedAt: instant.nullable(),
  executedByName: z.string().nullable(),
  evidence: z.string().nullable(),
})
export type PlanView = z.infer<typeof planView>

/** The plan of one case: every version, newest first. */
export const plansView = z.object({
  caseId,
  lastSeq: z.number().int(),
  versions: z.array(planView),
  /** What the case itself says, to begin a plan with. */
  basis: z.object({ cause: z.string(), demand: z.string(), department: z.string(), ownerId: userId.nullable() }),
  may: z.object({ draft: z.boolean(), decide: z.boolean() }),
})
export type PlansView = z.infer<typeof plansView>

export const waitingPlan = z.object({
  id: z.string(),
  caseId,
  caseNumber: z.string(),
  version: z.number().int(),
  measures: z.string(),
  amountFen: z.number().int(),
  miles: z.number().int(),
  deadlineAt: instant,
  authorNames: z.array(z.string()),
  submittedAt: instant,
  /** False for its own authors and beyond one's authority. */
  mayDecide: z.boolean(),
})
export type WaitingPlan = z.infer<typeof waitingPlan>
