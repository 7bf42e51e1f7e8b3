import { z } from 'zod'
import { call } from '../contract.ts'
import { offeredFile } from '../evidence/contract.ts'
import { MOST_ATTACHED } from '../evidence/kinds.ts'
import { callId, caseId, memberId, userId } from '../ids.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { stepForm } from '../workflow/model.ts'
import { CONTACT_CHANNELS, CONTACT_DIRECTIONS } from './axes.ts'
import { clocksContract } from './clocks-contract.ts'
import { followUpsContract } from './follow-ups-contract.ts'
import { caseChanges, caseDraft, previewFacts, QUEUE_ORDERS, queueFilter, queueKey } from './model.ts'
import { pausesContract } from './pauses-contract.ts'
import { restrictedContract } from './restricted-contract.ts'
import { stagesContract } from './stages-contract.ts'
import {
  caseState,
  caseView,
  foundCase,
  openBasis,
  openPreview,
  queueCounts,
  queuePage,
  resemblingCase,
  similarCase,
  workflowView,
} from './views.ts'

/** The number of the newest event that the caller has seen: a change made meanwhile by somebody else is a CONFLICT. */
const expectedSeq = z.number().int().min(1)
const text = z.string().trim().min(1, { message: 'required' }).max(4000)

/** Enquiries, complaints, suggestions and service requests from the first word to the last (S1 三, S2 二, S3 四.2). */
export const cases = {
  open: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: {
      zh: '登记咨询、投诉、建议或服务请求',
      en: 'Register an enquiry, complaint, suggestion or service request',
    },
    // S5-06: what came with the complaint is attached with its registration, or neither is stored.
    input: caseDraft.safeExtend({ attachments: z.array(offeredFile).max(MOST_ATTACHED).default([]) }),
    reads: READS.pieces,
    output: caseState,
    changes: ['cases', 'clocks'],
    secrets: ['attachments'],
  }),
  begin: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '新建事项时已知的客户与来电', en: 'What is known of the member and the call when a case is begun' },
    input: z.object({ memberId: memberId.nullable().default(null), callId: callId.nullable().default(null) }),
    output: openBasis,
  }),
  preview: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'any',
    summary: {
      zh: '预览登记后的分类、优先级与时限',
      en: 'Show what classification, priority and limits a case would get',
    },
    input: previewFacts,
    output: openPreview,
  }),
  similar: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '查找可能重复的事项', en: 'Find cases that may be about the same matter' },
    input: z.object({
      memberId: memberId.nullable().default(null),
      phone: z.string().max(30).default(''),
      category: z.string().max(40).default(''),
      flightNo: z.string().max(8).default(''),
      flightDay: z.string().max(10).default(''),
      days: z.number().int().min(1).max(365).default(30),
      exceptId: caseId.nullable().default(null),
    }),
    output: z.array(similarCase),
  }),
  resembling: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: {
      zh: '可能相关的事项：同航班同日期、同一会员或电话、相同文字',
      en: 'Cases that may belong to one: same flight and date, same member or telephone, same words',
    },
    input: z.object({ id: caseId, limit: z.number().int().min(1).max(20).default(6) }),
    output: z.array(resemblingCase),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '查看事项全貌', en: 'Show everything about one case' },
    input: z.object({ id: caseId }),
    output: caseView,
    discloses: true,
  }),
  pulse: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '事项是否有变化', en: 'Whether a case has changed since it was read' },
    input: z.object({ id: caseId }),
    output: z.object({ lastSeq: z.number().int(), escalation: z.number().int(), updatedAt: instant }),
  }),
  find: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: {
      zh: '按编号、电话、票号、PNR或卡号查询进度',
      en: 'Find cases by number, phone, ticket, booking or card',
    },
    input: z.object({ text: z.string().trim().min(1).max(60), limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(foundCase),
  }),
  queue: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '待办队列，按真实紧急程度排列', en: 'The queue, in order of true urgency' },
    input: queueFilter.extend({
      order: z.enum(QUEUE_ORDERS).default('due'),
      /** Begins after this row; or at a place, for a list that is scrolled to anywhere. */
      after: queueKey.optional(),
      offset: z.number().int().min(0).max(1_000_000).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: queuePage,
  }),
  queueTotal: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '队列共有多少事项', en: 'How many cases the queue holds' },
    input: queueFilter,
    output: z.number().int().min(0),
    heavy: true,
  }),
  counts: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '队列各类数量', en: 'How many cases each quick filter of the queue holds' },
    input: z.object({}),
    output: queueCounts,
    heavy: true,
  }),
  workflows: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '各类事项的处理阶段', en: 'The stages that each kind of case goes through' },
    input: z.object({}),
    output: z.array(workflowView),
  }),
  advance: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '推进到下一阶段', en: 'Take the next step of a case' },
    input: z
      .object({
        id: caseId,
        /** A step by its id, or the state it leads to. */
        step: z.string().max(40).optional(),
        to: z.string().max(40).optional(),
        data: stepForm.default({}),
        expectedSeq,
      })
      .refine(({ step, to }) => (step === undefined) !== (to === undefined), { path: ['step'], message: 'one-of' }),
    output: caseState,
    changes: ['cases', 'clocks'],
  }),
  assign: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '指定责任人', en: 'Give a case to its one owner' },
    input: z.object({ id: caseId, ownerId: userId, reason: z.string().trim().max(500).default(''), expectedSeq }),
    output: caseState,
    changes: ['cases'],
  }),
  amend: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '更正登记内容', en: 'Correct what was registered' },
    input: z.object({ id: caseId, changes: caseChanges, reason: text.max(500), expectedSeq }),
    output: caseState,
    changes: ['cases'],
  }),
  link: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '关联同一事项', en: 'Link two cases about the same matter' },
    input: z.object({ id: caseId, otherId: caseId, reason: z.string().trim().max(500).default('') }),
    output: caseState,
    changes: ['cases'],
  }),
  unlink: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤销关联', en: 'Take back a link between two cases' },
    input: z.object({ id: caseId, otherId: caseId, reason: z.string().trim().max(500).default('') }),
    output: caseState,
    changes: ['cases'],
  }),
  note: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '添加处理记录', en: 'Add a note to a case' },
    input: z.object({ id: caseId, text }),
    output: caseState,
    changes: ['cases'],
  }),
  contact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录与客户的联系', en: 'Record a contact with the customer' },
    input: z.object({
      id: caseId,
      /** When it took place; now when left out. */
      at: instant.optional(),
      direction: z.enum(CONTACT_DIRECTIONS).default('outbound'),
      channel: z.enum(CONTACT_CHANNELS),
      person: z.string().trim().min(1, { message: 'required' }).max(60),
      text,
      /** A new time told to the customer. */
      expectedAt: instant.nullable().default(null),
      /** How far it has come: what is being done, by when, and whom to ask (S2-111, S2-121). */
      progress: z
        .object({ steps: text.max(1000), expectedAt: instant, agentContact: text.max(200) })
        .nullable()
        .default(null),
      /** Which of the workflow's wordings the text was made from (S2-72). */
      templateId: z.string().max(64).nullable().default(null),
    }),
    output: caseState,
    changes: ['cases', 'clocks'],
  }),
  ...followUpsContract,
  ...restrictedContract,
  ...stagesContract,
  ...pausesContract,
  ...clocksContract,
}
