import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { benefitInput, benefitView, costAnalysis, costEntry, costView, month } from './cost-model.ts'
import { compensationCase, compensationRow, loss, proposal, quote, quoteView } from './model.ts'
import { compensationPolicy } from './policy.ts'
import { EFFECTS } from './words.ts'

const id = caseId
const compensationId = z.string().min(1).max(64)
const output = compensationCase
const changes = ['cases'] as const

const oneCase = {
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看补偿', en: 'Show the compensation of a case' },
    input: z.object({ id }),
    output,
    discloses: true,
  }),
  addLoss: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录客户损失', en: 'Assess a loss of the customer' },
    input: loss.extend({ id, expectedSeq }),
    output,
    changes,
  }),
  removeLoss: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤销客户损失', en: 'Withdraw a loss that was assessed' },
    input: z.object({ id, lossId: compensationId, reason: written(500), expectedSeq }),
    output,
    changes,
  }),
  reckon: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '试算补偿金额与审批级别', en: 'Reckon an amount and who would have to approve it' },
    input: quote.extend({ id }),
    output: quoteView,
  }),
  propose: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提出补偿', en: 'Propose a compensation' },
    input: proposal.extend({ id, expectedSeq }),
    output,
    changes,
  }),
  none: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录无须补偿', en: 'Record that no compensation is owed' },
    input: z.object({ id, reason: written(1000), expectedSeq }),
    output,
    changes,
  }),
}

const oneAmount = {
  decide: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '批准或退回补偿', en: 'Approve a compensation, or return it with the reason' },
    input: z.object({
      compensationId,
      isApproved: z.boolean(),
      reason: remark(1000),
      /** The department that a second person signs for, above the manager's limit. */
      signsFor: departmentCode.nullable().default(null),
    }),
    output,
    changes,
  }),
  consent: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录客户对补偿的意见', en: 'Record whether the customer accepts the compensation' },
    input: z.object({
      compensationId,
      isAccepted: z.boolean(),
      text: written(1000),
      channel: z.enum(CONTACT_CHANNELS),
      at: instant.optional(),
    }),
    output,
    changes,
  }),
  execute: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录补偿实施', en: 'Record that the compensation was carried out' },
    input: z.object({
      compensationId,
      at: instant.optional(),
      evidence: written(2000),
      voucherNo: written(60),
      /** What it has really cost, when a supplier has billed it. */
      supplierFen: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
    }),
    output,
    changes,
  }),
  cancel: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '取消补偿', en: 'Cancel a compensation that was not carried out' },
    input: z.object({ compensationId, reason: written(1000) }),
    output,
    changes,
  }),
  effect: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录补偿效果', en: 'Record what the customer says to the compensation' },
    input: z.object({ compensationId, effect: z.enum(EFFECTS), text: written(1000) }),
    output,
    changes,
  }),
}

const supervision = {
  waiting: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '待审批补偿', en: 'Compensation that waits for approval' },
    input: z.object({}),
    output: z.array(compensationRow),
  }),
  unexecuted: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '已批准未实施的补偿', en: 'Compensation that was approved and not carried out' },
    input: z.object({}),
    output: z.array(compensationRow),
  }),
  analysis: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '补偿成本分析', en: 'Analyse what compensation costs' },
    input: z.object({ from: month, until: month }),
    output: costAnalysis,
    heavy: true,
  }),
  setBudget: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '设定月度补偿预算', en: "Set a month's budget for compensation" },
    input: z.object({ month, amountFen: z.number().int().min(0).max(1_000_000_000_000) }),
    output: z.null(),
    changes,
  }),
  addCost: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记人员、系统或营销成本', en: 'Enter costs of personnel, systems or surveys' },
    input: costEntry,
    output: costView,
    changes,
  }),
  costs: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出投诉处理成本', en: 'List the costs of complaint work' },
    input: z.object({ from: month, until: month }),
    output: z.array(costView),
  }),
  benefit: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '测算成本效益', en: 'Reckon costs against benefit' },
    input: benefitInput,
    output: benefitView,
  }),
  policy: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看补偿标准与授权', en: 'Show the compensation tariff and authority in force' },
    input: z.object({}),
    output: compensationPolicy,
  }),
}

/** What a customer is given for a loss, who decides about it and what it costs (S2-152..166, S1-63..69). */
export const compensation = { ...oneCase, ...oneAmount, ...supervision }
