import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { plan, plansView, waitingPlan } from './model.ts'

const id = caseId
const output = plansView
const changes = ['cases'] as const

/** What is going to be done about a matter, who approves it and how it was carried out (S2-99..112). */
export const plans = {
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看处理方案', en: 'Show the plan of a case' },
    input: z.object({ id }),
    output,
    discloses: true,
  }),
  draft: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '拟定处理方案', en: 'Draft the plan' },
    input: plan.extend({ id, expectedSeq }),
    output,
    changes,
  }),
  submit: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提交方案审批', en: 'Hand the plan in for approval' },
    input: z.object({ id, expectedSeq }),
    output,
    changes: ['cases', 'clocks'],
  }),
  decide: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '批准或退回方案', en: 'Approve a plan, or return it with the reason' },
    input: z.object({ id, isApproved: z.boolean(), reason: remark(1000), expectedSeq }),
    output,
    changes: ['cases', 'clocks'],
  }),
  revise: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '调整方案', en: 'Revise an approved plan' },
    input: plan.extend({ id, reason: written(1000), expectedSeq }),
    output,
    changes,
  }),
  start: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '开始执行方案', en: 'Begin to carry the plan out' },
    input: z.object({ id, expectedSeq }),
    output,
    changes,
  }),
  milestone: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录节点完成', en: 'Record that a milestone was reached' },
    input: z.object({ id, seq: z.number().int().min(1), text: written(1000), expectedSeq }),
    output,
    changes: ['cases', 'clocks'],
  }),
  finish: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录方案执行完毕', en: 'Record that the plan was carried out' },
    input: z.object({ id, evidence: written(2000), expectedSeq }),
    output,
    changes: ['cases', 'clocks'],
  }),
  waiting: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '待审批方案', en: 'Plans that wait for approval' },
    input: z.object({}),
    output: z.array(waitingPlan),
  }),
}
