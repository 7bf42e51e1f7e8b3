import {
  ACCENT,
  BODY,
  type Canvas,
  drawLine,
  drawRule,
  ensureRoom,
  LEADING,
  linesOf,
  type Style,
} from './pdf-canvas.ts'
import type { PdfDocument } from './pdf-model.ts'

const CHAPTER: Style = { ...BODY, weight: 'bold', size: 15 }
const ENTRY: Style = { ...BODY, size: 9 }
const ENTRY_HEIGHT = ENTRY.size * LEADING
const NUMBER_WIDTH = 40
const GAP = 26
/** A chapter's heading with the heading, the head and the first rows of what follows it. */
const LEAST_ROOM = 180

/** The heading of a chapter, to be found again in the list of chapters and in the reader's own side bar. */
export function drawChapter(canvas: Canvas, heading: string): void {
  const { doc, chapters } = canvas
  canvas.y += GAP
  ensureRoom(canvas, LEAST_ROOM)
  if (canvas.y > canvas.top) drawRule(canvas, canvas.y - GAP / 2, ACCENT, 1)
  chapters.push(doc.bufferedPageRange().count)
  doc.outline.addItem(heading)
  for (const line of linesOf(canvas, heading, canvas.width, CHAPTER)) {
    drawLine(canvas, line, { x: canvas.left, y: canvas.y, width: canvas.width }, CHAPTER)
    canvas.y += CHAPTER.size * LEADING
  }
}

/** The list of chapters, a line each; their pages are not known yet. */
export function drawContents(canvas: Canvas, headings: readonly string[]): void {
  for (const heading of headings) {
    ensureRoom(canvas, ENTRY_HEIGHT)
    const { left, y, width, doc } = canvas
    const [line = '', ...more] = linesOf(canvas, heading, width - NUMBER_WIDTH - ENTRY.size, ENTRY)
    drawLine(canvas, more.length > 0 ? `${line}…` : line, { x: left, y, width }, ENTRY)
    canvas.listed.push({ page: doc.bufferedPageRange().count, y })
    canvas.y += ENTRY_HEIGHT
  }
}

/** Writes the page of each chapter behind its line. */
export function drawChapterPages(canvas: Canvas): void {
  const { doc, left, width } = canvas
  const { start } = doc.bufferedPageRange()
  canvas.listed.forEach(({ page, y }, n) => {
    doc.switchToPage(start + page - 1)
    const number = String(canvas.chapters[n] ?? '')
    drawLine(canvas, number, { x: left, y, width, align: 'right' }, ENTRY)
  })
}

/** The headings of a document's chapters, in their order. */
export function chapterHeadings({ sections }: PdfDocument): string[] {
  return sections.flatMap(({ kind, heading }) => (kind === 'chapter' ? [heading] : []))
}
