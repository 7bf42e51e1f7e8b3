import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { written } from '../written.ts'
import { auditRow, auditView, redrawn, sampleRule } from './audits.ts'
import { AUDIT_SUBJECTS, FINDING_GRADES } from './words.ts'

const one = z.object({ id: z.string().min(1).max(64) })
const changes = ['reviews'] as const

/** S2-138 S4-118: internal audits by sample, from the plan to the conclusion. */
export const auditsContract = {
  audits: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出内部审计', en: 'List the internal audits' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(auditRow),
  }),
  audit: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次内部审计及样本', en: 'Show one internal audit with its sample' },
    input: one,
    output: auditView,
  }),
  planAudit: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '计划一次内部审计', en: 'Plan an internal audit' },
    input: z.object({
      title: written(120),
      subject: z.enum(AUDIT_SUBJECTS),
      plannedDay: day,
      fromDay: day,
      toDay: day,
      auditorId: userId,
      rule: sampleRule,
    }),
    output: auditView,
    changes,
  }),
  drawAudit: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '抽取审计样本', en: "Draw an audit's sample" },
    input: one,
    output: auditView,
    changes,
    heavy: true,
  }),
  redraw: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '按种子与总体重新抽样以核对', en: 'Draw a sample again from its seed and population' },
    input: one,
    output: redrawn,
  }),
  finding: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '记录一件样本的审计发现', en: 'Record what was found in one case of a sample' },
    input: z.object({ itemId: z.string().min(1).max(64), grade: z.enum(FINDING_GRADES), finding: written(2000) }),
    output: auditView,
    changes,
  }),
  closeAudit: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '以结论关闭审计', en: 'Close an audit with its conclusion' },
    input: one.extend({ conclusion: written(4000) }),
    output: auditView,
    changes,
  }),
}
