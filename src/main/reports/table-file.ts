import type { Bilingual } from '../../shared/contract.ts'
import { FIGURE_GROUP_NAMES } from '../../shared/reports/figure-spec.ts'
import { figureSpec } from '../../shared/reports/figures.ts'
import type { Report } from '../../shared/reports/model.ts'
import { SPREAD_NAMES } from '../../shared/reports/words.ts'
import type { CsvCell } from '../bundle/csv.ts'
import type { Side } from '../rules/report-text.ts'
import { REPORT_WORDS, UNIT_WORDS } from './words.ts'

const HEAD = ['part', 'code', 'name', 'measure', 'value', 'unit', 'hits', 'of', 'small'] as const

/** The head of the table file, in the reader's language. */
export function tableHead(side: Side): string[] {
  return HEAD.map((key) => REPORT_WORDS[key][side])
}

type Line = {
  part: Bilingual
  code: string
  name: Bilingual
  measure: Bilingual
  value: number | null
  unit: keyof typeof UNIT_WORDS
  hits?: number
  of?: number
  isSmall?: boolean
}

/** Every number of a report on a line of its own, so that any spreadsheet can sort and draw them. */
export function tableRows(report: Report, side: Side): CsvCell[][] {
  const lines = [...figureLines(report), ...spreadLines(report), ...clockLines(report), ...stageLines(report)]
  const causes = report.causes.map((row): Line => {
    const { cause, causes: part } = REPORT_WORDS
    return { part, code: row.key, name: row.name, measure: cause, value: row.count, unit: 'count' }
  })
  return [...lines, ...causes].map(({ part, code, name, measure, value, unit, hits, of, isSmall }) => [
    part[side],
    code,
    name[side],
    measure[side],
    value,
    UNIT_WORDS[unit][side],
    hits ?? null,
    of ?? null,
    isSmall ? REPORT_WORDS.small[side] : null,
  ])
}

function figureLines({ figures }: Report): Line[] {
  return figures.flatMap(({ id, value, hits, of, p90, isSmall }): Line[] => {
    const { group, name, unit } = figureSpec(id)
    const line = { part: FIGURE_GROUP_NAMES[group], code: id, name, unit }
    const main = { ...line, measure: REPORT_WORDS.value, value, hits, of, isSmall }
    return p90 === null ? [main] : [main, { ...line, measure: REPORT_WORDS.p90, value: p90, of }]
  })
}

function spreadLines({ spreads }: Report): Line[] {
  return spreads.flatMap(({ id, rows }) =>
    rows.flatMap((row): Line[] => {
      const line = { part: SPREAD_NAMES[id], code: row.key, name: row.name }
      const others = row.enquiry + row.suggestion + row.service
      const onTime = row.judged === 0 ? null : row.onTime / row.judged
      return [
        { ...line, measure: REPORT_WORDS.complaints, value: row.complaint, unit: 'count' },
        { ...line, measure: REPORT_WORDS.others, value: others, unit: 'count' },
        { ...line, measure: REPORT_WORDS.onTime, value: onTime, unit: 'share', hits: row.onTime, of: row.judged },
      ]
    }),
  )
}

function clockLines({ clocks }: Report): Line[] {
  return clocks.flatMap(({ key, name, decided, onTime, median, p90 }): Line[] => {
    const line = { part: REPORT_WORDS.clocks, code: key, name }
    const value = decided === 0 ? null : onTime / decided
    return [
      { ...line, measure: REPORT_WORDS.onTime, value, unit: 'share', hits: onTime, of: decided },
      { ...line, measure: REPORT_WORDS.median, value: median, unit: 'ms' },
      { ...line, measure: REPORT_WORDS.p90, value: p90, unit: 'ms' },
    ]
  })
}

function stageLines({ stages }: Report): Line[] {
  return stages.flatMap(({ key, name, stays, median, share }): Line[] => {
    const line = { part: REPORT_WORDS.stages, code: key, name }
    return [
      { ...line, measure: REPORT_WORDS.median, value: median, unit: 'ms', of: stays },
      { ...line, measure: REPORT_WORDS.share, value: share, unit: 'share' },
    ]
  })
}
