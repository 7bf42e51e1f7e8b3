import {
  ACCENT,
  BODY,
  type Canvas,
  drawLine,
  drawLines,
  drawRule,
  INK,
  LEADING,
  linesOf,
  MUTED,
  type Style,
} from './pdf-canvas.ts'
import type { PdfLevel, PdfSection } from './pdf-model.ts'

type Chart = Extract<PdfSection, { kind: 'chart' }>

const CAPTION: Style = { ...BODY, color: MUTED }
const SMALL: Style = { ...BODY, size: 7, color: MUTED }
const MARKED: Style = { ...SMALL, weight: 'bold', color: INK }
const WARNING = '#c9372c'
const PLOT = 120
/** Room for what is written above the highest column. */
const ABOVE = SMALL.size * LEADING
const GAP = 3

/** The height in points that a chart takes with its caption. */
export function chartHeight(canvas: Canvas, { caption }: Chart): number {
  return captionOf(canvas, caption).length * CAPTION.size * LEADING + ABOVE + PLOT + GAP + ABOVE
}

function captionOf(canvas: Canvas, caption: string): string[] {
  return caption === '' ? [] : linesOf(canvas, caption, canvas.width, CAPTION)
}

/** Columns with the levels across them, at the cursor, where there must be room for them. */
export function drawChart(canvas: Canvas, { caption, bars, levels }: Chart): void {
  drawLines(canvas, captionOf(canvas, caption), CAPTION)
  const most = Math.max(1, ...levels.map(({ value }) => value), ...bars.map(({ value }) => value))
  const floor = canvas.y + ABOVE + PLOT
  const heightOf = (value: number) => (PLOT * value) / most
  const { doc, left, width } = canvas
  const step = width / bars.length
  const widthOf = (text: string, { weight, size }: Style) => doc.font(weight).fontSize(size).widthOfString(text)
  const every = Math.ceil((Math.max(...bars.map(({ label }) => widthOf(label, SMALL))) + GAP) / step)
  const write = (place: number, line: string, y: number, style: Style) => {
    const room = widthOf(line, style)
    const x = left + (place + 0.5) * step - room / 2
    // A level that runs behind a number would strike it through.
    doc.rect(x, y, room, ABOVE).fill('#ffffff')
    drawLine(canvas, line, { x, y, width: room }, style)
  }
  bars.forEach(({ value, isMarked }, i) => {
    const height = heightOf(value)
    doc.rect(left + (i + 0.15) * step, floor - height, 0.7 * step, height).fill(isMarked ? WARNING : ACCENT)
  })
  for (const level of levels) drawLevel(canvas, floor - heightOf(level.value), level)
  drawRule(canvas, floor)
  const areTextsShown = bars.every(({ text }) => widthOf(text, MARKED) < step)
  bars.forEach(({ label, value, text, isMarked }, i) => {
    if (areTextsShown && value > 0) write(i, text, floor - heightOf(value) - ABOVE, isMarked ? MARKED : SMALL)
    if (i % every === 0) write(i, label, floor + GAP, SMALL)
  })
  canvas.y = floor + GAP + ABOVE
}

function drawLevel(canvas: Canvas, y: number, { isLimit }: PdfLevel): void {
  if (isLimit) canvas.doc.dash(4, { space: 3 })
  drawRule(canvas, y, isLimit ? WARNING : MUTED, 0.8)
  canvas.doc.undash()
}
