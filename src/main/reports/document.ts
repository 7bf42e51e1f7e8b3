import { sideOf } from '../../shared/contract.ts'
import { paretoOf } from '../../shared/reports/charts.ts'
import { FIGURE_GROUP_NAMES, FIGURE_GROUPS, type FigureGroup } from '../../shared/reports/figure-spec.ts'
import { figureSpec } from '../../shared/reports/figures.ts'
import type { Figure, IssuedReport, Report } from '../../shared/reports/model.ts'
import { SPREAD_NAMES, type SpreadId } from '../../shared/reports/words.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { PdfDocument, PdfSection } from '../bundle/pdf.ts'
import { momentText, type Side, valueText } from '../rules/report-text.ts'
import { column } from './column.ts'
import { trendSections } from './trend.ts'
import { REPORT_WORDS } from './words.ts'

export type IssuedCopy = { issued: IssuedReport; report: Report; language: Language; watermark: string; at: Instant }

/** Tables that fit on paper; the rest stands in the table file. */
const PRINTED: readonly SpreadId[] = [
  'channelGroup',
  'channel',
  'group',
  'category',
  'contentClass',
  'severity',
  'objectClass',
  'department',
  'timeClass',
  'tier',
]

/** S1-56..60: an issued report as people read it: numbers, timeliness, satisfaction, causes, and every definition. */
export function reportDocument(copy: IssuedCopy): PdfDocument {
  const { issued, report, language, watermark, at } = copy
  const s = sideOf(language)
  const w = (key: keyof typeof REPORT_WORDS) => REPORT_WORDS[key][s]
  const title = `${w('title')} ${report.period.key}`
  return {
    language,
    title,
    subtitle: w('subtitle'),
    runningTitle: `${title} · ${issued.number}`,
    footer: w('footer'),
    pageLabel: (page, pages) => (s === 'zh' ? `第 ${page} 页，共 ${pages} 页` : `Page ${page} of ${pages}`),
    watermark,
    createdAt: at,
    sections: [
      issueSection(copy),
      ...trendSections(report, s),
      ...FIGURE_GROUPS.map((group) => figureSection(report, group, s)),
      clockSection(report, s),
      stageSection(report, s),
      typeSection(report, s),
      causeSection(report, s),
      alertSection(report, s),
      ...PRINTED.map((id) => spreadSection(report, id, s)),
      definitionSection(s, report),
    ],
  }
}

function issueSection({ issued, report, language }: IssuedCopy): PdfSection {
  const s = sideOf(language)
  const w = REPORT_WORDS
  return {
    kind: 'facts',
    heading: w.issue[s],
    columns: 2,
    facts: [
      [w.number[s], issued.number],
      [w.period[s], report.period.key],
      [w.issuedAt[s], momentText(issued.issuedAt)],
      [w.issuedBy[s], issued.issuedByName],
      [w.asOf[s], momentText(report.asOf)],
      [w.fingerprint[s], `${issued.sha256.slice(0, 16)}…`],
      ...(issued.note === '' ? [] : [[w.note[s], issued.note] as const]),
    ],
  }
}

function basisText({ id, hits, of }: Figure, s: Side): string {
  const { unit } = figureSpec(id)
  if (unit === 'share') return `${hits}/${of}`
  return unit === 'count' ? '' : valueText(of, 'count', s)
}

function figureSection({ figures }: Report, group: FigureGroup, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: FIGURE_GROUP_NAMES[group][s],
    columns: [
      column(w.figure[s], 5),
      column(w.value[s], 3, 'right'),
      column(w.basis[s], 2, 'right'),
      column(w.p90[s], 3, 'right'),
    ],
    rows: figures
      .filter(({ id }) => figureSpec(id).group === group)
      .map((one) => [
        one.isSmall ? `${figureSpec(one.id).name[s]} (${w.small[s]})` : figureSpec(one.id).name[s],
        valueText(one.value, figureSpec(one.id).unit, s),
        basisText(one, s),
        one.p90 === null ? '' : valueText(one.p90, 'ms', s),
      ]),
  }
}

const share = (hits: number, of: number, s: Side) => valueText(of === 0 ? null : hits / of, 'share', s)

function clockSection({ clocks }: Report, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: w.clocks[s],
    empty: w.nothing[s],
    columns: [
      column(w.clock[s], 4),
      column(w.count[s], 2, 'right'),
      column(w.onTime[s], 2, 'right'),
      column(w.median[s], 3, 'right'),
      column(w.p90[s], 3, 'right'),
    ],
    rows: clocks.map(({ name, decided, onTime, median, p90 }) => [
      name[s],
      String(decided),
      share(onTime, decided, s),
      valueText(median, 'ms', s),
      valueText(p90, 'ms', s),
    ]),
  }
}

function stageSection({ stages }: Report, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: w.stages[s],
    empty: w.nothing[s],
    columns: [
      column(w.stage[s], 4),
      column(w.count[s], 2, 'right'),
      column(w.median[s], 3, 'right'),
      column(w.p90[s], 3, 'right'),
      column(w.share[s], 2, 'right'),
    ],
    rows: stages.map((row) => [
      row.isWeakLink ? `${row.name[s]} (${w.weakLink[s]})` : row.name[s],
      String(row.stays),
      valueText(row.median, 'ms', s),
      valueText(row.p90, 'ms', s),
      row.share === 0 ? '—' : valueText(row.share, 'share', s),
    ]),
  }
}

function typeSection({ types }: Report, s: Side): PdfSection {
  const w = REPORT_WORDS
  const [first] = types
  const figures = first?.figures ?? []
  return {
    kind: 'table',
    heading: w.types[s],
    empty: w.nothing[s],
    columns: [
      column(w.type[s], 4),
      column(w.count[s], 2, 'right'),
      ...figures.map(({ id }) => column(figureSpec(id).name[s], 3, 'right')),
      column(w.cause[s], 4),
    ],
    rows: types.map((row) => [
      row.isUnusual ? `${row.name[s]} (${w.unusual[s]})` : row.name[s],
      String(row.count),
      ...row.figures.map(({ id, value }) => valueText(value, figureSpec(id).unit, s)),
      row.causes.map(({ name, count }) => `${name[s]} ${count}`).join(s === 'zh' ? '、' : ', '),
    ]),
  }
}

function causeSection({ causes, withCause }: Report, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: w.causes[s],
    empty: w.nothing[s],
    columns: [
      column(w.cause[s], 6),
      column(w.count[s], 2, 'right'),
      column(w.share[s], 2, 'right'),
      column(w.cumulative[s], 2, 'right'),
    ],
    rows: paretoOf(causes, withCause).map((row) => [
      row.name[s],
      String(row.count),
      valueText(row.share, 'share', s),
      valueText(row.cumulative, 'share', s),
    ]),
  }
}

function alertSection({ alerts }: Report, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: w.alerts[s],
    empty: w.nothing[s],
    columns: [
      column(w.raisedAt[s], 3),
      column(w.alert[s], 4),
      column(w.count[s], 2, 'right'),
      column(w.limit[s], 2, 'right'),
      column(w.finding[s], 5),
    ],
    rows: alerts.map((row) => [
      momentText(row.raisedAt),
      row.name[s],
      String(row.count),
      String(row.limit),
      row.finding ?? '',
    ]),
  }
}

function spreadSection({ spreads }: Report, id: SpreadId, s: Side): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: SPREAD_NAMES[id][s],
    empty: w.nothing[s],
    columns: [
      column(SPREAD_NAMES[id][s], 5),
      column(w.complaints[s], 2, 'right'),
      column(w.onTime[s], 2, 'right'),
      column(w.others[s], 4, 'right'),
    ],
    rows: (spreads.find((one) => one.id === id)?.rows ?? []).map((row) => [
      row.name[s],
      String(row.complaint),
      share(row.onTime, row.judged, s),
      `${row.enquiry} / ${row.suggestion} / ${row.service}`,
    ]),
  }
}

function definitionSection(s: Side, { figures }: Report): PdfSection {
  const w = REPORT_WORDS
  return {
    kind: 'table',
    heading: w.definitions[s],
    columns: [
      column(w.figure[s], 3),
      column(w.numerator[s], 5),
      column(w.denominator[s], 4),
      column(w.exclusions[s], 4),
    ],
    rows: figures.map(({ id }) => {
      const { name, numerator, denominator, exclusions } = figureSpec(id)
      return [name[s], numerator[s], denominator[s], exclusions[s]]
    }),
  }
}
