import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark, written } from '../written.ts'
import {
  dueRectification,
  finding,
  liabilityCounts,
  liabilityFilter,
  liabilityRow,
  liabilityView,
  waitingReview,
} from './model.ts'
import { MEASURE_KINDS, OPINIONS } from './words.ts'

const id = caseId
const measureId = z.string().min(1).max(64)
const output = liabilityView
const changes = ['cases'] as const

/** Who is at fault, how that was found, and what follows from it (S2-73..98). */
export const liability = {
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看责任认定', en: 'Show the finding of fault of a case' },
    input: z.object({ id }),
    output,
    discloses: true,
  }),
  draft: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '拟定责任认定', en: 'Draft the finding of fault' },
    input: finding.extend({ id, expectedSeq }),
    output,
    changes,
  }),
  submit: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提交内部审核', en: 'Hand the finding in for review' },
    input: z.object({ id, expectedSeq }),
    output,
    changes,
  }),
  review: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '内部审核责任认定', en: 'Review a finding of somebody else' },
    input: z.object({ id, isAgreed: z.boolean(), note: written(1000), expectedSeq }),
    output,
    changes,
  }),
  opinion: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录客户对责任认定的意见', en: 'Record what the customer says to the finding' },
    input: z.object({
      id,
      opinion: z.enum(OPINIONS),
      text: written(2000),
      channel: z.enum(CONTACT_CHANNELS),
      /** When it was said; now when left out. */
      at: instant.optional(),
      expectedSeq,
    }),
    output,
    changes,
  }),
  finish: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '作出最终责任认定', en: 'Make the finding final' },
    input: z.object({ id, expectedSeq }),
    output,
    changes: ['cases', 'clocks', 'products'],
  }),
  notApplicable: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录责任认定不适用', en: 'Record that the question of fault does not arise' },
    input: z.object({ id, reason: written(1000), expectedSeq }),
    output,
    changes: ['cases', 'clocks', 'products'],
  }),
  revise: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '另立新版责任认定', en: 'Begin a new version of a final finding' },
    input: z.object({ id, reason: written(1000), expectedSeq }),
    output,
    changes,
  }),
  tie: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '将责任认定中的合作伙伴名称对应到已登记的合作伙伴',
      en: 'Tie the name of a partner in a finding to a kept partner',
    },
    input: z.object({
      id,
      version: z.number().int().min(1),
      /** Which bearer of fault, from 1. */
      bearer: z.number().int().min(1).max(20),
      /** None: the tie was wrong and ends. */
      partnerId: z.string().min(1).max(64).nullable(),
    }),
    output,
    changes: ['cases', 'products'],
  }),
  measure: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录追责、整改或反馈', en: 'Record accountability, rectification or feedback' },
    input: z.object({
      id,
      kind: z.enum(MEASURE_KINDS),
      text: written(2000),
      department: departmentCode.nullable().default(null),
      person: remark(60),
      /** Who at the desk sees to it. */
      responsibleId: userId.nullable().default(null),
      dueAt: instant.nullable().default(null),
      expectedSeq,
    }),
    output,
    changes,
  }),
  measureDone: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '报告整改完成', en: 'Report a rectification as carried out' },
    input: z.object({ measureId, text: written(2000) }),
    output,
    changes,
  }),
  verify: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '验证整改落实', en: 'Verify that a rectification was carried out' },
    input: z.object({ measureId, isEffective: z.boolean(), text: written(2000) }),
    output,
    changes,
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '检索责任认定记录', en: 'Search final findings' },
    input: liabilityFilter.extend({
      after: z.object({ finalAt: instant, id: z.string().max(64) }).optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(liabilityRow), hasMore: z.boolean() }),
  }),
  counts: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '责任认定统计', en: 'Count final findings by party, ground and department' },
    input: liabilityFilter.pick({ from: true, until: true }),
    output: liabilityCounts,
    heavy: true,
  }),
  waiting: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '待审核责任与到期整改', en: 'Findings to review and rectifications to see to' },
    input: z.object({}),
    output: z.object({ reviews: z.array(waitingReview), rectifications: z.array(dueRectification) }),
  }),
}
