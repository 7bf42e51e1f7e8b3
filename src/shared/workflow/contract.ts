import { z } from 'zod'
import { CASE_KINDS, categoryCode, departmentCode, URGENCIES } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { stepClocks, workflowDefinition, workflowProblem } from './model.ts'
import { ownerProposal, specialist } from './specialists.ts'

/** One version of a workflow, as the list shows it. */
export const workflowLine = z.object({
  /** The id under which cases keep it. */
  policyId: z.string(),
  id: z.string(),
  version: z.number().int(),
  name: bilingual,
  caseKinds: z.array(z.enum(CASE_KINDS)),
  effectiveFrom: day,
  /** New cases of its kinds begin with this one now. */
  isInForce: z.boolean(),
  /** Nobody has approved it yet: no case follows it. */
  isDraft: z.boolean(),
})
export type WorkflowLine = z.infer<typeof workflowLine>

export const workflowSheet = z.object({
  policyId: z.string(),
  definition: workflowDefinition,
  /** What is wrong with it; none for one that may be put into force. */
  problems: z.array(workflowProblem),
  /** What its steps do to the limits, by the targets in force. */
  clocks: z.array(stepClocks),
  /** Open cases that keep this version, by state. */
  open: z.array(z.object({ state: z.string(), count: z.number().int() })),
})
export type WorkflowSheet = z.infer<typeof workflowSheet>

/** The stages that cases go through, who looks after each category, and what comes of it. */
export const workflow = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出处理流程及其版本', en: 'List the workflows and their versions' },
    /** With `drafts` also those that nobody has approved yet. */
    input: z.object({ drafts: z.boolean().default(false) }),
    output: z.array(workflowLine),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: {
      zh: '查看一版流程的阶段、步骤与检查结果',
      en: 'Show the stages and steps of one version, and its check',
    },
    input: z.object({ policyId: z.string().min(1).max(100) }),
    output: workflowSheet,
    heavy: true,
  }),
  specialists: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出各分类的专人与代理人', en: 'List who looks after each category' },
    input: z.object({}),
    output: z.array(specialist),
  }),
  setSpecialist: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '指定某一分类的专人与代理人', en: 'Name who looks after a category and who steps in' },
    input: specialist,
    output: z.array(specialist),
    changes: ['policies'],
  }),
  removeSpecialist: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '取消某一分类的专人', en: 'Leave a category without a named person' },
    input: z.object({ category: categoryCode }),
    output: z.array(specialist),
    changes: ['policies'],
  }),
  propose: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按分类与紧急程度建议责任人', en: 'Propose an owner by category and urgency' },
    input: z.object({
      category: categoryCode,
      urgency: z.enum(URGENCIES),
      department: departmentCode,
      ownerId: userId.nullable().default(null),
    }),
    output: ownerProposal,
  }),
  move: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '把事项移到另一版流程', en: 'Move a case to another version of its workflow' },
    input: z.object({
      id: caseId,
      policyId: z.string().min(1).max(100),
      reason: z.string().trim().min(2, { message: 'required' }).max(500),
      expectedSeq: z.number().int().min(1),
    }),
    output: z.object({ policyId: z.string(), lastSeq: z.number().int() }),
    changes: ['cases'],
  }),
}
