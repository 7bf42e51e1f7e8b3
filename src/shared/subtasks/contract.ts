import { z } from 'zod'
import { CASE_KINDS, departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'
import { SUB_TASK_ACTIONS, SUB_TASK_STATES } from './words.ts'

const said = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isStorable, { message: 'unreadable' })
const id = z.string().min(1).max(64)
const reason = said(1, 500)
const to = { department: departmentCode, assigneeId: userId.nullable().default(null) }

/** One sub-task as a list shows it; nothing in it says who the customer is. */
export const subTaskRow = z.object({
  id,
  caseId,
  caseNumber: z.string(),
  caseKind: z.enum(CASE_KINDS),
  caseTitle: z.string(),
  isCaseOpen: z.boolean(),
  place: z.number().int(),
  state: z.enum(SUB_TASK_STATES),
  question: z.string(),
  department: departmentCode,
  assigneeId: userId.nullable(),
  assigneeName: z.string().nullable(),
  needsIdentity: z.boolean(),
  requestedBy: userId,
  requestedByName: z.string(),
  requestedAt: instant,
  dueAt: instant,
  /** True when its time ran out before it was answered. */
  isLate: z.boolean(),
  acceptedAt: instant.nullable(),
  acceptedByName: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string().nullable(),
  endedAt: instant.nullable(),
  reason: z.string().nullable(),
  /** What this person may do with it now. */
  mayDo: z.array(z.enum(SUB_TASK_ACTIONS)),
})
export type SubTaskRow = z.infer<typeof subTaskRow>

/** What the other side has to know to work on it; the customer stays hidden unless that was asked for (S2-43). */
export const subTaskSheet = z.object({
  row: subTaskRow,
  category: z.string(),
  content: z.string(),
  reason: z.string(),
  demand: z.string(),
  flightNo: z.string().nullable(),
  flightDay: z.string().nullable(),
  route: z.string().nullable(),
  baggageTag: z.string().nullable(),
  isHidden: z.boolean(),
  customerName: z.string(),
  customerPhone: z.string(),
  ticketNo: z.string().nullable(),
  pnr: z.string().nullable(),
  history: z.array(
    z.object({ at: instant, actorName: z.string(), action: z.string(), to: z.string(), text: z.string() }),
  ),
})
export type SubTaskSheet = z.infer<typeof subTaskSheet>

export const SUB_TASK_LISTS = ['mine', 'department', 'asked'] as const

/** What other departments and people are asked to do for a case, with receipt and their own time. */
export const subTasks = {
  ask: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '请其他部门或人员协办', en: 'Ask another department or person to help with a case' },
    input: z.object({
      caseId,
      ...to,
      question: said(2, 2000),
      /** When left out, the rule for sub-tasks says when. */
      dueAt: instant.nullable().default(null),
      /** Whether they need to know who the customer is, and what for (S2-43). */
      needsIdentity: z.boolean().default(false),
    }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  accept: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '接收协办（签收）', en: 'Accept a sub-task, with receipt' },
    input: z.object({ id }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '答复协办', en: 'Answer a sub-task' },
    input: z.object({ id, answer: said(2, 4000) }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  giveBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '退回协办', en: 'Give a sub-task back without an answer' },
    input: z.object({ id, reason }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  handOn: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '将协办转给其他部门或人员', en: 'Hand a sub-task to another department or person' },
    input: z.object({ id, ...to, reason }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  sendBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '答复不充分，请补充', en: 'Ask for more after an answer' },
    input: z.object({ id, reason, dueAt: instant.nullable().default(null) }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  finish: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '认可协办答复并办结', en: 'Take the answer of a sub-task as done' },
    input: z.object({ id }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  cancel: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '取消协办', en: 'Cancel a sub-task' },
    input: z.object({ id, reason }),
    output: subTaskRow,
    changes: ['cases', 'clocks'],
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出工单的协办', en: 'List the sub-tasks of a case' },
    input: z.object({ caseId }),
    output: z.object({
      rows: z.array(subTaskRow),
      /** When a sub-task asked now would be due by rule, and the rule's name; no name when none holds. */
      due: z.object({ at: instant, ruleName: bilingual.nullable() }),
    }),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出我的协办', en: 'List the sub-tasks that concern me' },
    input: z.object({
      /** Given to me, given to a department and not accepted by anybody, or asked by me. */
      list: z.enum(SUB_TASK_LISTS).default('mine'),
      department: departmentCode.nullable().default(null),
      includeEnded: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(subTaskRow),
  }),
  sheet: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看协办单', en: 'Look at the sheet of a sub-task' },
    input: z.object({ id }),
    output: subTaskSheet,
    discloses: true,
  }),
}
