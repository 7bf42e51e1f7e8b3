import { refuse } from '../../shared/failure.ts'
import type { Report, ReportPeriod } from '../../shared/reports/model.ts'
import type { PeriodKind } from '../../shared/reports/words.ts'
import { scopeOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { isNarrow } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
import { buildReport } from '../rules/report.ts'
import { periodAt, periodOf } from '../rules/report-period.ts'
import { addCase, newTally } from '../rules/report-tally.ts'
import { readAround } from './around.ts'
import { eachCase } from './facts.ts'
import { classesOf, namesAt } from './names.ts'

/** The period somebody wrote, or the one of now; refuses what no calendar has. */
export function askedPeriod(
  ctx: Ctx,
  { kind, period }: { kind: PeriodKind; period?: string | undefined },
): ReportPeriod {
  const found = period === undefined ? periodAt(kind, ctx.now) : periodOf(kind, period)
  return found ?? refuse('report-period', { period: period ?? '' })
}

/** Counts the figures of a period as the store has them now, of all members or within a scope. */
export async function countReport(ctx: Ctx, period: ReportPeriod, scope?: Scope): Promise<Report> {
  const classes = await classesOf(ctx.db)
  const tally = newTally()
  await eachCase(ctx, period, classes, (one) => addCase(tally, one), { scope })
  const around = await readAround(ctx, period, { tally, classes, scope })
  const report = buildReport({ period, asOf: ctx.now }, tally, around, await namesAt(ctx.db, ctx.now, classes))
  return scope ? { ...report, isPart: true } : report
}

/** S3-129: the scope of a reader who does not read all members; whoever does counts them all. */
export function narrowScopeOf(ctx: Ctx): Scope | undefined {
  const scope = scopeOf(ctx)
  return isNarrow(scope.members) ? scope : undefined
}
