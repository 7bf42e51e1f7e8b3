import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { figure, rowId as id, said } from './fields.ts'
import { improvementRow, improvementSheet } from './model.ts'
import { IMPROVEMENT_KINDS, IMPROVEMENT_SOURCES, IMPROVEMENT_STATES, STANDING_STATES } from './words.ts'

const source = { sourceKind: z.enum(IMPROVEMENT_SOURCES), sourceId: id.nullable().default(null) }
const about = {
  kind: z.enum(IMPROVEMENT_KINDS),
  title: said(2, 120),
  finding: said(2, 4000),
  ownerId: userId.nullable().default(null),
  dueDay: day.nullable().default(null),
  /** What people are to be trained in; asked of a training action. */
  topic: said(2, 200).nullable().default(null),
  /** The policy draft or version that carries out a rule revision. */
  policyId: id.nullable().default(null),
}
const changes = ['improvements'] as const

/** The continuous-improvement list (S2-144): findings become changes that one person finishes and another verifies. */
export const improvements = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出持续改进清单', en: 'List the improvements' },
    input: z.object({
      states: z
        .array(z.enum(IMPROVEMENT_STATES))
        .min(1)
        .default([...STANDING_STATES]),
      kind: z.enum(IMPROVEMENT_KINDS).nullable().default(null),
      ownerId: userId.nullable().default(null),
      isOverdue: z.boolean().default(false),
      /** Words of the number, the title or the finding. */
      text: z.string().trim().max(100).default(''),
      limit: z.number().int().min(1).max(500).default(300),
    }),
    output: z.array(improvementRow),
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出由某项记录引出的改进', en: 'List the improvements that came from one record' },
    input: z.object({ sourceKind: source.sourceKind, sourceId: id }),
    output: z.array(improvementRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一项改进', en: 'Show one improvement' },
    input: z.object({ id }),
    output: improvementSheet,
  }),
  propose: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提出改进', en: 'Propose an improvement' },
    input: z.object({ ...about, ...source, trainees: z.array(userId).max(200).default([]) }),
    output: improvementSheet,
    changes,
  }),
  change: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '修改改进的内容、责任人或期限', en: 'Change what an improvement says, its owner or its day' },
    input: z.object({ id, ...about }),
    output: improvementSheet,
    changes,
  }),
  accept: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '采纳改进并指定责任人与期限', en: 'Accept an improvement and name its owner and day' },
    input: z.object({ id, ownerId: userId, dueDay: day }),
    output: improvementSheet,
    changes,
  }),
  decline: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '不采纳改进', en: 'Decline an improvement' },
    input: z.object({ id, reason: said(2, 1000) }),
    output: improvementSheet,
    changes,
  }),
  addMeasure: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '制定改进措施', en: 'Set a measure of an improvement' },
    input: z.object({ id, text: said(2, 2000), ownerId: userId, dueDay: day }),
    output: improvementSheet,
    changes,
  }),
  measureDone: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记措施落实结果', en: 'Record that a measure was carried out' },
    input: z.object({ id, measureId: id, result: said(2, 2000), doneDay: day }),
    output: improvementSheet,
    changes,
  }),
  addTrainees: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '指定参训人员', en: 'Name people to be trained' },
    input: z.object({ id, people: z.array(userId).min(1).max(200) }),
    output: improvementSheet,
    changes,
  }),
  trained: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记一人完成培训', en: 'Record that a person was trained, or was not after all' },
    input: z.object({ id, userId, day: day.nullable() }),
    output: improvementSheet,
    changes,
  }),
  start: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '开始落实改进', en: 'Begin to carry out an improvement' },
    input: z.object({ id }),
    output: improvementSheet,
    changes,
  }),
  finish: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '报告改进已落实', en: 'Report that an improvement is carried out' },
    input: z.object({ id, text: said(2, 2000) }),
    output: improvementSheet,
    changes,
  }),
  verify: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '验证改进效果', en: 'Verify what an improvement changed' },
    input: z.object({
      id,
      text: said(2, 2000),
      effect: z.object({ of: said(1, 120), unit: said(1, 20), before: figure, after: figure, day }),
    }),
    output: improvementSheet,
    changes,
  }),
  sendBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '退回改进继续落实', en: 'Send an improvement back to be carried out properly' },
    input: z.object({ id, reason: said(2, 1000) }),
    output: improvementSheet,
    changes,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '关闭改进', en: 'Close an improvement' },
    input: z.object({ id, text: said(2, 1000) }),
    output: improvementSheet,
    changes,
  }),
  comment: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '对改进加备注', en: 'Comment on an improvement' },
    input: z.object({ id, text: said(1, 2000) }),
    output: improvementSheet,
    changes,
  }),
}
