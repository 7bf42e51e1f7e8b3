import type { FeatureHandlers } from '../engine/handler.ts'
import { check, rebuild } from '../kpi/check.ts'
import { cases, ofCase } from './behind.ts'
import { askedPeriod, countReport, narrowScopeOf } from './count.ts'
import { exportIssued } from './export.ts'
import { compareIssued, issue, issued, issuedReport } from './issue.ts'
import { kpi } from './kpi.ts'

export const reports: FeatureHandlers<'reports'> = {
  show: async (ctx, asked) => countReport(ctx, askedPeriod(ctx, asked), narrowScopeOf(ctx)),
  cases,
  ofCase,
  kpi,
  checkTotals: check,
  rebuildTotals: rebuild,
  issue,
  issued,
  issuedReport,
  compareIssued,
  export: exportIssued,
}
