import { z } from 'zod'
import { CASE_KINDS, CHANNELS } from '../cases/words.ts'
import { bilingual, policyHeader } from '../policy.ts'
import { ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { CASE_EVENTS } from './words.ts'

export { CASE_EVENTS, type CaseEvent } from './words.ts'

export const FIELD_TYPES = ['text', 'tick', 'choice', 'day', 'instant', 'user', 'score'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** When a field is asked for at all; what is left out always holds. */
export const fieldWhen = z.object({
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  isComplex: z.boolean().optional(),
})

/** One thing a step asks for; an earlier step may already have recorded it. */
export const workflowField = z.object({
  name: z.string().min(1),
  type: z.enum(FIELD_TYPES),
  isRequired: z.boolean(),
  label: bilingual,
  options: z.array(z.string()).optional(),
  minLength: z.number().int().min(1).optional(),
  when: fieldWhen.optional(),
  /** Not needed when this other field is given. */
  unless: z.string().optional(),
  /** Must be given anew at this step, even if an earlier step recorded it. */
  isFresh: z.boolean().optional(),
  requirement: z.string().optional(),
})
export type WorkflowField = z.infer<typeof workflowField>

export const workflowState = z.object({
  id: z.string().min(1),
  name: bilingual,
  /** Words that can be read to the customer (S1-07). */
  forCustomer: bilingual,
  /** Who looks after a case in this state; nobody only when it is final. */
  ownerRoles: z.array(z.enum(ROLES)),
  isFinal: z.boolean(),
})
export type WorkflowState = z.infer<typeof workflowState>

export const workflowTransition = z.object({
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  name: bilingual,
  roles: z.array(z.enum(ROLES)).min(1),
  /** Only for cases of these kinds; without it, for all that follow the workflow. */
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  /** An agent may take this step only on a case of their own. */
  isOwnersOnly: z.boolean(),
  /** What is written to the case's log; the limits listen to these. */
  emits: z.array(z.enum(CASE_EVENTS)).min(1),
  fields: z.array(workflowField),
  /** What must stand on record from earlier steps. */
  needs: z.array(z.string()),
  requirement: z.string().optional(),
})
export type WorkflowTransition = z.infer<typeof workflowTransition>

export const workflowDefinition = z.object({
  ...policyHeader,
  kind: z.literal('workflow'),
  caseKinds: z.array(z.enum(CASE_KINDS)).min(1),
  initial: z.string().min(1),
  states: z.array(workflowState).min(2),
  transitions: z.array(workflowTransition).min(1),
})
export type WorkflowDefinition = z.infer<typeof workflowDefinition>

/** What a step records, by field name. */
export const stepData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type StepData = z.infer<typeof stepData>

const stepText = z.string().max(4000).refine(isStorable, { message: 'unreadable' })

/** What a step's form may send: texts of a length and with characters that both engines hold. */
export const stepForm = z.record(z.string(), z.union([stepText, z.number(), z.boolean(), z.null()]))

export const WORKFLOW_PROBLEMS = [
  'unknownState',
  'stateTwice',
  'transitionTwice',
  'unreachable',
  'deadEnd',
  'noOwnerRole',
  'leavesFinal',
  'closesWithoutFeedback',
] as const
export type WorkflowProblem = { code: (typeof WORKFLOW_PROBLEMS)[number]; where: string }
