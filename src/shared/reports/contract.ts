import { z } from 'zod'
import { caseRow } from '../cases/views.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { ADMIN_ROLES, DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { instant } from '../time.ts'
import { remark } from '../written.ts'
import { kpiRow, totalDifference } from './kpi.ts'
import { difference, figureId, issuedReport, report } from './model.ts'
import { KPI_GROUPS, PERIOD_KINDS, REPORT_FORMATS, SPREADS } from './words.ts'

const id = z.string().min(1).max(64)
const period = {
  kind: z.enum(PERIOD_KINDS),
  /** The period that holds the present moment when left out. */
  period: z.string().trim().min(4).max(10).optional(),
}

/** Which cases of a report: those behind a number, in a row of a table, in a stage, or with a cause. */
export const casesBehind = z.union([
  z.object({ figure: figureId, part: z.enum(['hits', 'of', 'rest']).default('of') }),
  z.object({ spread: z.enum(SPREADS), key: z.string().max(80), kind: caseRow.shape.kind.optional() }),
  z.object({ clock: z.string().max(40), part: z.enum(['late', 'of']).default('late') }),
  z.object({ stage: z.string().max(40) }),
  z.object({ cause: z.string().max(80) }),
])
export type CasesBehind = z.input<typeof casesBehind>

/** The complaint figures of a day, week, month, quarter or year, and the reports that were handed out. */
export const reports = {
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '统计一个期间的投诉与服务数据', en: 'Count the complaint figures of a period' },
    input: z.object(period),
    output: report,
    heavy: true,
  }),
  cases: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '列出报表数字背后的工单', en: 'List the cases behind a number of a report' },
    input: z.object({ ...period, behind: casesBehind }),
    output: z.object({
      total: z.number().int(),
      /** The newest of them, each with its own time, points or amount where the number is made of such. */
      rows: z.array(z.object({ case: caseRow, value: z.number().nullable() })),
    }),
    heavy: true,
  }),
  ofCase: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一件工单的用时', en: 'Show the times of one case' },
    input: z.object({ caseId }),
    output: z.object({
      firstFeedbackMs: z.number().nullable(),
      handlingMs: z.number().nullable(),
      closureMs: z.number().nullable(),
      stages: z.array(z.object({ key: z.string(), name: bilingual, ms: z.number(), isRunning: z.boolean() })),
    }),
  }),
  kpi: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '统计来电指标', en: 'Count the figures of calls' },
    input: z.object({ from: instant, to: instant, by: z.enum(KPI_GROUPS).default('none') }),
    output: z.object({ from: instant, to: instant, by: z.enum(KPI_GROUPS), rows: z.array(kpiRow) }),
    heavy: true,
  }),
  checkTotals: call({
    kind: 'query',
    access: [...LEAD_ROLES, 'admin'],
    summary: { zh: '核对来电指标所依据的累计数', en: 'Compare the totals of calls with the calls themselves' },
    input: z.object({}),
    output: z.object({
      /** False while the calls of an older store are still being counted. */
      isWhole: z.boolean(),
      months: z.number().int(),
      calls: z.number().int(),
      differences: z.number().int(),
      /** The first of them. */
      found: z.array(totalDifference),
    }),
    heavy: true,
  }),
  rebuildTotals: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '依据来电重新计算累计数', en: 'Count the totals of calls anew from the calls' },
    input: z.object({}),
    output: z.object({ corrected: z.number().int() }),
    changes: ['calls'],
    heavy: true,
  }),
  issue: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '签发报告', en: 'Issue a report' },
    input: z.object({ ...period, note: remark(500) }),
    output: issuedReport,
    changes: ['cases'],
    heavy: true,
  }),
  issued: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出已签发的报告', en: 'List the reports that were issued' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(issuedReport),
  }),
  issuedReport: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '打开已签发的报告', en: 'Open a report as it was issued' },
    input: z.object({ id }),
    output: z.object({ issued: issuedReport, report, isWhole: z.boolean() }),
  }),
  compareIssued: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '将已签发的报告与现在的数据对比', en: 'Compare an issued report with the figures of now' },
    input: z.object({ id }),
    output: z.object({ asOf: instant, differences: z.array(difference) }),
    heavy: true,
  }),
  export: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导出已签发的报告', en: 'Export an issued report' },
    input: z.object({
      id,
      format: z.enum(REPORT_FORMATS),
      language: language.default('zh-CN'),
      out: z.string().min(1).max(1000),
    }),
    output: z.object({ id: z.string(), fileName: z.string(), rows: z.number().int(), sha256: z.string() }),
    changes: ['exports'],
    heavy: true,
  }),
}
