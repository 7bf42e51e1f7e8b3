import type { Report } from '../../shared/reports/model.ts'
import { type Trend, type TrendColumn, trendOf } from '../../shared/reports/trend.ts'
import { SPREAD_NAMES } from '../../shared/reports/words.ts'
import type { PdfSection } from '../bundle/pdf.ts'
import type { Side } from '../rules/report-text.ts'
import { column } from './column.ts'
import { REPORT_WORDS } from './words.ts'

/** Days or months that stand beside each other on one line of the table: a month then takes half a page. */
const BESIDE = 2

/** Complaints over time with what is usual, as the window draws them, and the same in numbers; nothing for a single day. */
export function trendSections(report: Report, s: Side): PdfSection[] {
  const trend = trendOf(report)
  return trend ? [chartSection(trend, s), tableSection(trend, s)] : []
}

function chartSection({ by, columns, control, over }: Trend, s: Side): PdfSection {
  const w = REPORT_WORDS
  const levels = control
    ? [
        { value: control.mean, isLimit: false },
        { value: control.upper, isLimit: true },
        ...(control.lower > 0 ? [{ value: control.lower, isLimit: true }] : []),
      ]
    : []
  return {
    kind: 'chart',
    heading: w[by === 'month' ? 'perMonth' : 'perDay'][s],
    caption: usualText(control, s),
    bars: columns.map(({ key, label, value }) => ({ label, value, text: String(value), isMarked: over.has(key) })),
    levels,
  }
}

const rounded = (value: number) => String(Math.round(value * 10) / 10)

function usualText(control: Trend['control'], s: Side): string {
  if (!control) return ''
  const [mean, lower, upper] = [control.mean, control.lower, control.upper].map(rounded)
  return s === 'zh' ? `平均 ${mean}，控制限 ${lower}–${upper}` : `Mean ${mean}, control limits ${lower}–${upper}`
}

function tableSection({ by, columns, control, over }: Trend, s: Side): PdfSection {
  const w = REPORT_WORDS
  const cellsOf = (one: TrendColumn | undefined) => [
    one?.key ?? '',
    one ? String(one.value) : '',
    one && over.has(one.key) ? w.over[s] : '',
  ]
  const head = [
    column(SPREAD_NAMES[by][s], 3),
    column(w.complaints[s], 2, 'right'),
    // Without limits the room stays: it keeps the halves of the table apart.
    column(control ? w.controlLimits[s] : '', 3),
  ]
  const lines = Math.ceil(columns.length / BESIDE)
  const places = Array.from({ length: BESIDE }, (_, place) => place * lines)
  return {
    kind: 'table',
    heading: SPREAD_NAMES[by][s],
    columns: places.flatMap(() => head),
    rows: Array.from({ length: lines }, (_, line) => places.flatMap((place) => cellsOf(columns[place + line]))),
  }
}
