import { z } from 'zod'
import { CASE_KINDS, plainCode, SEVERITIES } from '../cases/words.ts'
import { bilingual, policyHeader, policySource } from '../policy.ts'
import { ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { CLOCK_KINDS, neverPauses } from '../targets/model.ts'
import { CASE_EVENTS } from './words.ts'

export { CASE_EVENTS, type CaseEvent } from './words.ts'

export const FIELD_TYPES = ['text', 'number', 'tick', 'choice', 'day', 'instant', 'user', 'score'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** For which cases something is asked at all; what is left out always holds. */
export const fieldWhen = z.object({
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  channels: z.array(plainCode).min(1).optional(),
  severities: z.array(z.enum(SEVERITIES)).min(1).optional(),
  isComplex: z.boolean().optional(),
  /** Only if something was said under this name, be it false. */
  mentions: z.string().optional(),
})
export type FieldWhen = z.infer<typeof fieldWhen>

/** What must stand on record before a step; a value of false counts as not recorded. */
export const workflowNeed = z.object({
  record: z.string().min(1),
  /** Any of these will do as well. */
  orElse: z.array(z.string().min(1)).default([]),
  /** Only these values will do. */
  is: z.array(z.string().min(1)).min(1).optional(),
  /** Must not be on record: another way is meant for such a case. */
  isAbsent: z.boolean().optional(),
  when: fieldWhen.optional(),
  /** The refusal that says more than that a record is missing. */
  rule: z.string().optional(),
})
export type WorkflowNeed = z.infer<typeof workflowNeed>

/** One thing a step asks for; an earlier step may already have recorded it. */
export const workflowField = z.object({
  name: z.string().min(1),
  type: z.enum(FIELD_TYPES),
  isRequired: z.boolean(),
  label: bilingual,
  options: z.array(z.string()).optional(),
  /** What the choices of a desk's own field are called; the others have their names from the desk's lists. */
  optionNames: z.record(z.string(), bilingual).optional(),
  minLength: z.number().int().min(1).optional(),
  when: fieldWhen.optional(),
  /** Not needed when this other field is given. */
  unless: z.string().optional(),
  /** Must be given anew at this step, even if an earlier step recorded it. */
  isFresh: z.boolean().optional(),
  requirement: z.string().optional(),
})
export type WorkflowField = z.infer<typeof workflowField>

/** Limits that may stand still while a case is in a stage: those that others set never do. */
export const PAUSABLE_CLOCKS = CLOCK_KINDS.filter((kind) => !neverPauses(kind))

export const workflowState = z.object({
  id: z.string().min(1),
  name: bilingual,
  /** Words that can be read to the customer (S1-07). */
  forCustomer: bilingual,
  /** Who looks after a case in this state; nobody only when it is final. */
  ownerRoles: z.array(z.enum(ROLES)),
  isFinal: z.boolean(),
  /** Limits that stand still here, beside those whose own rules say so. */
  pauses: z.array(z.enum(CLOCK_KINDS).exclude(['legal', 'appeal'])).optional(),
})
export type WorkflowState = z.infer<typeof workflowState>

/** Who of those whose role allows a step may take it: the owner in person, or anybody but those who handled the case. */
export const STEP_PEOPLE = ['owner', 'notHandler'] as const

const stepValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const workflowTransition = z.object({
  id: z.string().min(1),
  /** The states it leads on from. */
  from: z.union([
    z
      .string()
      .min(1)
      .transform((state) => [state]),
    z.array(z.string().min(1)).min(1),
  ]),
  to: z.string().min(1),
  name: bilingual,
  /** `system` is the desk itself, when the time has come. */
  roles: z.array(z.enum([...ROLES, 'system'])).min(1),
  who: z.enum(STEP_PEOPLE).optional(),
  /** Only for cases of these kinds; without it, for all that follow the workflow. */
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  /** An agent may take this step only on a case of their own. */
  isOwnersOnly: z.boolean(),
  /** What is written to the case's log; the limits listen to these. */
  emits: z.array(z.enum(CASE_EVENTS)).min(1),
  fields: z.array(workflowField),
  /** What must stand on record from earlier steps and from the stages' own records. */
  needs: z.array(
    z.union([
      z
        .string()
        .min(1)
        .transform((record): WorkflowNeed => ({ record, orElse: [] })),
      workflowNeed,
    ]),
  ),
  /** Taken by itself when one of these is recorded at a stage, if its needs are met. */
  follows: z.array(z.enum(CASE_EVENTS)).min(1).optional(),
  /** What taking the step puts on record by itself; null takes a record back. */
  records: z.record(z.string(), stepValue).optional(),
  /** Only so many days after the case was closed (S2-171). */
  withinDays: z.number().int().min(1).optional(),
  /** Taken by the desk itself so many days after the case was closed. */
  afterDays: z.number().int().min(1).optional(),
  /** How long the case is kept from this step on, in years. */
  keepYears: z.number().int().min(1).optional(),
  /** Where its days and years come from. */
  source: policySource.optional(),
  requirement: z.string().optional(),
})
export type WorkflowTransition = z.infer<typeof workflowTransition>

/** What a reply is about: a definite answer, a result, where it stands, what is still needed, thanks (S2-66..71). */
export const REPLY_CASES = ['answer', 'solved', 'unsolved', 'material', 'thanks'] as const
export type ReplyCase = (typeof REPLY_CASES)[number]

export const replyTemplate = z.object({
  id: z.string().min(1),
  about: z.enum(REPLY_CASES),
  name: bilingual,
  /** `{{name}}` where a value of the case goes. */
  text: bilingual,
  requirement: z.string().optional(),
})
export type ReplyTemplate = z.infer<typeof replyTemplate>

export const workflowDefinition = z.object({
  ...policyHeader,
  kind: z.literal('workflow'),
  caseKinds: z.array(z.enum(CASE_KINDS)).min(1),
  initial: z.string().min(1),
  states: z.array(workflowState).min(2),
  transitions: z.array(workflowTransition).min(1),
  /** Wordings for the customer, to be filled in from the case (S2-72). */
  templates: z.array(replyTemplate).default([]),
})
export type WorkflowDefinition = z.infer<typeof workflowDefinition>

/** What a step records, by field name. */
export const stepData = z.record(z.string(), stepValue)
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
  'closesWithout',
  'registersNot',
  'registerAsks',
  'fieldTwice',
  'asksNobody',
  'neverRecorded',
] as const
const clockKinds = z.array(z.enum(CLOCK_KINDS))

/** What a step does to the limits of its case, by kind of limit; at an end those that still run end too. */
export const stepClocks = z.object({
  step: z.string(),
  starts: clockKinds,
  stops: clockKinds,
  pauses: clockKinds,
  resumes: clockKinds,
  cancels: clockKinds,
  endsAll: z.boolean(),
})
export type StepClocks = z.infer<typeof stepClocks>

/** A fault of a workflow; `record` is the field or the record that it is about. */
export const workflowProblem = z.object({
  code: z.enum(WORKFLOW_PROBLEMS),
  where: z.string(),
  record: z.string().optional(),
})
export type WorkflowProblem = z.infer<typeof workflowProblem>
