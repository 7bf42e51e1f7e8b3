import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import { figureSpec } from '../../../shared/reports/figures.ts'
import { KPI_DEFINITIONS } from '../../../shared/reports/kpi.ts'
import type { Figure } from '../../../shared/reports/model.ts'
import { KPI_GROUPS, PERIOD_KINDS } from '../../../shared/reports/words.ts'
import type { Side } from '../../rules/report-text.ts'
import { valueText } from '../../rules/report-text.ts'
import { command } from '../command.ts'
import { moment } from '../moments.ts'

type Report = Output<'reports.show'>

/** A number with what it is made of, where it comes from and whether it rests on few cases. */
function numberOf({ id, value, hits, of, mean, p90, isSmall }: Figure, side: Side) {
  const { unit, name, numerator, denominator, exclusions } = figureSpec(id)
  const definition = { numerator: numerator[side], denominator: denominator[side], exclusions: exclusions[side] }
  return { name: name[side], value, unit, hits, of, ...(unit === 'ms' ? { mean, p90 } : {}), isSmall, definition }
}

/** A report as other systems read it: the figures on the screen, by their codes. */
function described(report: Report, side: Side): unknown {
  const { period, asOf, figures, spreads, clocks, stages, causes, withCause, types, alerts, compensation, isPart } =
    report
  const named = <T extends { name: { zh: string; en: string } }>(row: T) => ({ ...row, name: row.name[side] })
  return {
    period: { ...period, from: moment(period.from), to: moment(period.to) },
    asOf: moment(asOf),
    figures: Object.fromEntries(figures.map((one) => [one.id, numberOf(one, side)])),
    spreads: Object.fromEntries(spreads.map(({ id, rows }) => [id, rows.map(named)])),
    clocks: clocks.map(named),
    stages: stages.map(named),
    causes: causes.map(named),
    withCause,
    types: types.map((row) => ({
      ...named(row),
      figures: Object.fromEntries(row.figures.map(({ id, value, hits, of }) => [id, { value, hits, of }])),
      causes: row.causes.map(named),
    })),
    alerts: alerts.map((row) => ({ ...named(row), raisedAt: moment(row.raisedAt) })),
    compensation,
    ...(isPart ? { isPart } : {}),
  }
}

/** What people see instead: each number with its unit and what it rests on. */
function shown(figures: readonly Figure[], side: Side): unknown {
  return figures.map((one) => {
    const { name, unit } = figureSpec(one.id)
    return { name: name[side], value: valueText(one.value, unit, side), hits: one.hits, of: one.of }
  })
}

/** The figures of a period and of its calls. */
export const reports = [
  command({
    path: 'report',
    call: 'reports.show',
    needs: 'person',
    operands: {
      kind: {
        kind: 'choice',
        choices: PERIOD_KINDS,
        required: true,
        meaning: { zh: '期间类型', en: 'Kind of period' },
      },
      period: {
        kind: 'text',
        required: true,
        meaning: {
          zh: '期间：2026-09-30、2026-W40、2026-09、2026-Q3 或 2026',
          en: 'The period: 2026-09-30, 2026-W40, 2026-09, 2026-Q3 or 2026',
        },
      },
    },
    run: async (context, { kind, period }) => {
      const side = sideOf(context.language)
      const report = await context.ask('reports.show', { kind, period })
      return { json: described(report, side), shown: shown(report.figures, side) }
    },
  }),
  command({
    path: 'kpi',
    call: 'reports.kpi',
    needs: 'person',
    options: {
      from: { kind: 'instant', required: true, meaning: { zh: '起始时间', en: 'From' } },
      to: { kind: 'instant', required: true, meaning: { zh: '结束时间（不含）', en: 'Until, not included' } },
      by: {
        kind: 'choice',
        choices: KPI_GROUPS,
        meaning: { zh: '分组；默认不分组', en: 'Grouping; none unless told' },
      },
    },
    rules: { 'report-range': 'to' },
    run: async (context, { from, to, by }) => {
      const side = sideOf(context.language)
      const answer = await context.ask('reports.kpi', { from, to, by })
      const groups = answer.rows.map(({ key, isSmall, ...row }) => ({ group: key, ...row, isSmall }))
      const definitions = Object.fromEntries(Object.entries(KPI_DEFINITIONS).map(([name, text]) => [name, text[side]]))
      const span = { from: moment(answer.from), to: moment(answer.to), by: answer.by }
      return { json: { ...span, groups, definitions }, shown: groups }
    },
  }),
]
