import type { Bilingual } from '../../shared/contract.ts'
import { FIGURE_IDS, type FigureId } from '../../shared/reports/figures.ts'
import type { AROUND_FIGURES } from '../../shared/reports/figures-around.ts'
import type {
  AlertRow,
  CauseRow,
  ClockRow,
  Report,
  ReportPeriod,
  StageRow,
  TypeRow,
} from '../../shared/reports/model.ts'
import { SPREADS, type SpreadId } from '../../shared/reports/words.ts'
import type { Instant } from '../../shared/time.ts'
import { type Counted, median, newCounted, percentile, shareOf, toFigure } from './report-numbers.ts'
import { type Tally, TYPE_FIGURES } from './report-tally.ts'

type AroundId = keyof typeof AROUND_FIGURES

/** Names of codes at the moment of counting; an issued report keeps them. */
export type ReportNames = {
  spread: (spread: SpreadId, key: string) => Bilingual
  clock: (kind: string) => Bilingual
  stage: (id: string) => Bilingual
  cause: (code: string) => Bilingual
}

/** What stands around the cases: calls, members, warnings and money of the period. */
export type Around = {
  figures: Record<AroundId, Counted>
  alerts: readonly AlertRow[]
  compensation: Report['compensation']
}

/** Stages in which the desk waits for somebody else: their length is no weakness of its own. */
const NOT_OURS = ['waitingCustomer', 'waitingPartner', 'external']
const CAUSES_SHOWN = 20
const TYPES_SHOWN = 12
const CAUSES_OF_A_TYPE = 3

/** S1-56..59: the report of a period, from what was counted; the same cases in any order give the same report. */
export function buildReport(
  { period, asOf }: { period: ReportPeriod; asOf: Instant },
  tally: Tally,
  around: Around,
  names: ReportNames,
): Report {
  const counted: Partial<Record<FigureId, Counted>> = { ...tally.figures, ...around.figures }
  const complaints = tally.figures.complaints.hits
  return {
    period,
    asOf,
    figures: FIGURE_IDS.map((id) => toFigure(id, counted[id] ?? newCounted())),
    spreads: SPREADS.map((id) => ({ id, rows: spreadRows(tally, id, names) })),
    clocks: clockRows(tally, names),
    stages: stageRows(tally, names),
    causes: causeRows(tally.causes, names).slice(0, CAUSES_SHOWN),
    withCause: [...tally.causes.values()].reduce((sum, count) => sum + count, 0),
    types: typeRows(tally, complaints, around.alerts, names),
    alerts: [...around.alerts],
    compensation: around.compensation,
  }
}

const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function spreadRows(tally: Tally, id: SpreadId, names: ReportNames): Report['spreads'][number]['rows'] {
  const rows = [...tally.spreads[id]].map(([key, cell]) => ({ key, name: names.spread(id, key), ...cell }))
  const total = (row: (typeof rows)[number]) => row.complaint + row.enquiry + row.suggestion + row.service
  const isInTime = id === 'day' || id === 'month'
  return rows.sort((a, b) =>
    isInTime ? byKey(a.key, b.key) : b.complaint - a.complaint || total(b) - total(a) || byKey(a.key, b.key),
  )
}

function clockRows(tally: Tally, names: ReportNames): ClockRow[] {
  return [...tally.clocks]
    .map(([key, { hits, of, values }]) => ({
      key,
      name: names.clock(key),
      decided: of,
      onTime: hits,
      median: median(values),
      p90: percentile(values, 0.9),
    }))
    .sort((a, b) => byKey(a.key, b.key))
}

/** S5-57: where complaints spend their time; the stage of the desk's own with the largest part is the weak link. */
function stageRows(tally: Tally, names: ReportNames): StageRow[] {
  const rows = [...tally.stages].map(([key, { running, values }]) => ({
    key,
    name: names.stage(key),
    stays: values.length,
    running,
    totalMs: values.reduce((sum, ms) => sum + ms, 0),
    median: median(values),
    p90: percentile(values, 0.9),
  }))
  const ours = rows.filter(({ key }) => !NOT_OURS.includes(key))
  const total = ours.reduce((sum, { totalMs }) => sum + totalMs, 0)
  const [weakest] = [...ours].sort((a, b) => b.totalMs - a.totalMs || byKey(a.key, b.key))
  return rows
    .map((row) => ({
      ...row,
      share: NOT_OURS.includes(row.key) ? 0 : (shareOf(row.totalMs, total) ?? 0),
      isWeakLink: total > 0 && row === weakest,
    }))
    .sort((a, b) => b.totalMs - a.totalMs || byKey(a.key, b.key))
}

function causeRows(causes: ReadonlyMap<string, number>, names: ReportNames): CauseRow[] {
  const found = [...causes.values()].reduce((sum, count) => sum + count, 0)
  return [...causes]
    .map(([key, count]) => ({ key, name: names.cause(key), count, share: shareOf(count, found) ?? 0 }))
    .sort((a, b) => b.count - a.count || byKey(a.key, b.key))
}

/** S5-37 S5-56: the most frequent types with what came of them and their causes; S5-38: those with a warning are marked. */
function typeRows(tally: Tally, complaints: number, alerts: readonly AlertRow[], names: ReportNames): TypeRow[] {
  const warned = new Set(alerts.filter(({ dimension }) => dimension === 'category').map(({ value }) => value))
  return [...tally.types]
    .sort(([a, one], [b, other]) => other.count - one.count || byKey(a, b))
    .slice(0, TYPES_SHOWN)
    .map(([key, { count, figures, causes }]) => ({
      key,
      name: names.spread('category', key),
      count,
      share: shareOf(count, complaints) ?? 0,
      figures: TYPE_FIGURES.map((id) => toFigure(id, figures[id])),
      causes: causeRows(causes, names).slice(0, CAUSES_OF_A_TYPE),
      isUnusual: warned.has(key),
    }))
}
