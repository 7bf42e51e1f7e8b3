import { drawSection, drawTitle } from './pdf-blocks.ts'
import { BODY, type Canvas, drawLine, drawRule, linesOf, MUTED, newCanvas, type Style } from './pdf-canvas.ts'
import { chapterHeadings, drawChapterPages } from './pdf-contents.ts'
import type { PdfDocument } from './pdf-model.ts'
import { prepareWatermark } from './pdf-watermark.ts'

export type { PdfBar, PdfColumn, PdfDocument, PdfLevel, PdfSection, PdfTable } from './pdf-model.ts'

const SMALL: Style = { ...BODY, size: 8, color: MUTED }
const TRACE: Style = { ...BODY, size: 6.5, color: MUTED }
const TRACE_LINES = 2

/** Draws a document as an A4 PDF with a text layer, watermark, and page x of y; the same input gives the same pages. */
export async function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const canvas = newCanvas(document)
  const finished = collect(canvas.doc)
  const drawWatermark = prepareWatermark(canvas.doc, document.watermark)
  drawWatermark()
  canvas.doc.on('pageAdded', drawWatermark)
  drawTitle(canvas, document)
  const chapters = chapterHeadings(document)
  for (const section of document.sections) drawSection(canvas, section, chapters)
  drawChapterPages(canvas)
  drawFrames(canvas, document)
  canvas.doc.end()
  return finished
}

/** Head and foot of every page, drawn last because only then their number is known. */
function drawFrames(canvas: Canvas, document: PdfDocument): void {
  const { doc, left, width } = canvas
  const { start, count } = doc.bufferedPageRange()
  const trace = traceOf(canvas, document)
  for (let page = 1; page <= count; page += 1) {
    doc.switchToPage(start + page - 1)
    if (page > 1) drawHead(canvas, document.runningTitle)
    const y = canvas.bottom + 18
    drawRule(canvas, y - 6)
    const label = document.pageLabel(page, count)
    const [footer = ''] = linesOf(canvas, document.footer, width - 110, SMALL)
    drawLine(canvas, footer, { x: left, y, width }, SMALL)
    drawLine(canvas, label, { x: left, y, width, align: 'right' }, SMALL)
    trace.forEach((line, n) => {
      drawLine(canvas, line, { x: left, y: y + 12 + n * TRACE.size * 1.4, width }, TRACE)
    })
  }
}

/** The watermark in words that can be read, searched and copied: who, when and what for, as much as two lines hold. */
function traceOf(canvas: Canvas, { watermark }: PdfDocument): string[] {
  const lines = linesOf(canvas, watermark.replaceAll('\n', ' · '), canvas.width - TRACE.size, TRACE)
  const shown = lines.slice(0, TRACE_LINES)
  return lines.length === shown.length ? shown : shown.map((line, n) => (n === TRACE_LINES - 1 ? `${line}…` : line))
}

function drawHead(canvas: Canvas, runningTitle: string): void {
  const [line = ''] = linesOf(canvas, runningTitle, canvas.width, SMALL)
  drawLine(canvas, line, { x: canvas.left, y: 34, width: canvas.width }, SMALL)
  drawRule(canvas, 50)
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    doc.on('error', reject)
  })
}
