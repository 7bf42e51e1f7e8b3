import {
  ACCENT,
  BODY,
  type Canvas,
  drawLine,
  drawLines,
  drawRule,
  ensureRoom,
  LEADING,
  linesOf,
  MUTED,
  type Style,
  TINT,
} from './pdf-canvas.ts'
import { chartHeight, drawChart } from './pdf-chart.ts'
import { drawChapter, drawContents } from './pdf-contents.ts'
import type { PdfColumn, PdfDocument, PdfSection } from './pdf-model.ts'

const TITLE: Style = { ...BODY, weight: 'bold', size: 20 }
const SUBTITLE: Style = { ...BODY, size: 10, color: MUTED }
const HEADING: Style = { ...BODY, weight: 'bold', size: 12.5 }
const HEADING_HEIGHT = HEADING.size * LEADING + 6
const LABEL: Style = { ...BODY, color: MUTED }
const TABLE_HEAD: Style = { ...BODY, weight: 'bold', size: 9 }
const CELL: Style = { ...BODY, size: 9 }
const CELL_PAD = 5
const LABEL_WIDTH = 82
const GAP = 18

type Cell = { lines: string[]; x: number; width: number; align?: 'left' | 'right'; style: Style }

/** The title with its subtitle and a rule below. */
export function drawTitle(canvas: Canvas, { title, subtitle }: PdfDocument): void {
  drawLines(canvas, linesOf(canvas, title, canvas.width, TITLE), TITLE)
  canvas.y += 2
  drawLines(canvas, linesOf(canvas, subtitle, canvas.width, SUBTITLE), SUBTITLE)
  canvas.y += 8
  drawRule(canvas, canvas.y, ACCENT, 1.5)
  canvas.y += 6
}

/** A section: its heading stays with what follows it. */
export function drawSection(canvas: Canvas, section: PdfSection, chapters: readonly string[] = []): void {
  if (section.kind === 'chapter') drawChapter(canvas, section.heading)
  else drawHeaded(canvas, section, chapters)
}

type Headed = Exclude<PdfSection, { kind: 'chapter' }>

function drawHeaded(canvas: Canvas, section: Headed, chapters: readonly string[]): void {
  canvas.y += GAP
  ensureRoom(canvas, section.kind === 'chart' ? HEADING_HEIGHT + chartHeight(canvas, section) : 90)
  const { doc, left, y } = canvas
  doc.rect(left, y + 3.5, 3, HEADING.size).fill(ACCENT)
  drawLine(canvas, section.heading, { x: left + 10, y, width: canvas.width }, HEADING)
  canvas.y += HEADING_HEIGHT
  if (section.kind === 'contents') drawContents(canvas, chapters)
  else if (sizeOf(section) === 0) drawLines(canvas, linesOf(canvas, section.empty ?? '—', canvas.width, LABEL), LABEL)
  else if (section.kind === 'facts') drawFacts(canvas, section.facts, section.columns ?? 1)
  else if (section.kind === 'table') drawTable(canvas, section.columns, section.rows)
  else if (section.kind === 'chart') drawChart(canvas, section)
  else drawParagraphs(canvas, section.paragraphs)
}

function sizeOf(section: Exclude<Headed, { kind: 'contents' }>): number {
  if (section.kind === 'facts') return section.facts.length
  if (section.kind === 'chart') return section.bars.length
  return section.kind === 'table' ? section.rows.length : section.paragraphs.length
}

function drawParagraphs(canvas: Canvas, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) {
    drawLines(canvas, linesOf(canvas, paragraph, canvas.width, BODY), BODY)
    canvas.y += 4
  }
}

function drawFacts(canvas: Canvas, facts: readonly (readonly [string, string])[], columns: 1 | 2): void {
  const width = (canvas.width - (columns - 1) * GAP) / columns
  for (let at = 0; at < facts.length; at += columns) {
    const cells = facts.slice(at, at + columns).flatMap(([label, value], index): Cell[] => {
      const x = canvas.left + index * (width + GAP)
      const valueWidth = width - LABEL_WIDTH
      return [
        { lines: linesOf(canvas, label, LABEL_WIDTH - 8, LABEL), x, width: LABEL_WIDTH - 8, style: LABEL },
        { lines: linesOf(canvas, value, valueWidth, BODY), x: x + LABEL_WIDTH, width: valueWidth, style: BODY },
      ]
    })
    drawRow(canvas, cells, { pad: 1.5 })
  }
}

function drawTable(canvas: Canvas, columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  const cellsOf = (texts: readonly string[], style: Style) => {
    let x = canvas.left
    return columns.map(({ share, align = 'left' }, index): Cell => {
      const outer = (canvas.width * share) / shares
      const width = outer - 2 * CELL_PAD
      const cell = { lines: linesOf(canvas, texts[index] ?? '', width, style), x: x + CELL_PAD, width, align, style }
      x += outer
      return cell
    })
  }
  const head = cellsOf(
    columns.map((column) => column.title),
    TABLE_HEAD,
  )
  const drawHead = () => drawRow(canvas, head, { pad: CELL_PAD, fill: TINT })
  ensureRoom(canvas, rowHeight(head, CELL_PAD) * 2)
  drawHead()
  for (const row of rows) {
    drawRow(canvas, cellsOf(row, CELL), { pad: CELL_PAD - 1, onNewPage: drawHead })
    drawRule(canvas, canvas.y)
  }
}

type RowLook = { pad: number; fill?: string; onNewPage?: () => void }

/** Draws a row of cells; one that does not fit goes to the next page whole, or in pieces when no page would hold it. */
function drawRow(canvas: Canvas, cells: readonly Cell[], look: RowLook): void {
  const height = rowHeight(cells, look.pad)
  const isSplit = height > canvas.bottom - canvas.top - 60
  if (!isSplit && ensureRoom(canvas, height)) look.onNewPage?.()
  if (isSplit && ensureRoom(canvas, 80)) look.onNewPage?.()
  const { doc, left, width } = canvas
  if (look.fill) doc.rect(left, canvas.y, width, height).fill(look.fill)
  canvas.y += look.pad
  const count = Math.max(...cells.map((cell) => cell.lines.length))
  const step = lineHeight(cells)
  for (let line = 0; line < count; line += 1) {
    if (isSplit && ensureRoom(canvas, step + look.pad)) look.onNewPage?.()
    for (const { lines, style, ...at } of cells) drawLine(canvas, lines[line] ?? '', { ...at, y: canvas.y }, style)
    canvas.y += step
  }
  canvas.y += look.pad
}

function rowHeight(cells: readonly Cell[], pad: number): number {
  return Math.max(...cells.map((cell) => cell.lines.length)) * lineHeight(cells) + 2 * pad
}

function lineHeight(cells: readonly Cell[]): number {
  return Math.max(...cells.map((cell) => cell.style.size)) * LEADING
}
