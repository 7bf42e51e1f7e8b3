import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { currentFont } from './pdf-font.ts'
import type { PdfDocument } from './pdf-model.ts'
import { wrapText } from './pdf-wrap.ts'

export type Weight = 'regular' | 'bold'
export type Style = { weight: Weight; size: number; color: string }

/** A document being drawn: the cursor `y` moves down, and pages follow each other. */
export type Canvas = {
  doc: PDFKit.PDFDocument
  y: number
  left: number
  width: number
  top: number
  bottom: number
  /** The page on which each chapter begins, from 1 on. */
  chapters: number[]
  /** Where the list of chapters has its lines. */
  listed: { page: number; y: number }[]
}

export const INK = '#1b2430'
export const MUTED = '#667085'
export const RULE = '#d5dae1'
export const TINT = '#f1f4f8'
export const ACCENT = '#1d4e89'
export const BODY: Style = { weight: 'regular', size: 9.5, color: INK }
/** Height of a line in ems: Chinese needs more air than Latin. */
export const LEADING = 1.55

const MARGIN = 54
const HEAD = 64
const FOOT = 62

const load = createRequire(import.meta.url)
const FONTS: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** A new A4 document with the Chinese fonts and its first page. */
export function newCanvas({ title, language, createdAt }: PdfDocument): Canvas {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'VIP Desk', Producer: 'VIP Desk', CreationDate: new Date(createdAt) },
  })
  doc.registerFont('regular', load.resolve(FONTS.regular))
  doc.registerFont('bold', load.resolve(FONTS.bold))
  const { width, height } = doc.page
  const room = { left: MARGIN, width: width - 2 * MARGIN, top: HEAD, bottom: height - FOOT }
  return { doc, y: HEAD, ...room, chapters: [], listed: [] }
}

/** Goes to the next page unless this much height (points) is left; true when it did. */
export function ensureRoom(canvas: Canvas, height: number): boolean {
  if (canvas.y + height <= canvas.bottom) return false
  canvas.doc.addPage()
  canvas.y = canvas.top
  return true
}

/** The lines of a text at this width. */
export function linesOf(canvas: Canvas, text: string, width: number, style: Style): string[] {
  const { doc } = canvas
  doc.font(style.weight).fontSize(style.size)
  return wrapText(printable(doc, text), width, (piece) => doc.widthOfString(piece))
}

/** Draws one line that has been wrapped before, without moving the cursor. */
export function drawLine(
  canvas: Canvas,
  line: string,
  at: { x: number; y: number; width: number; align?: 'left' | 'right' },
  style: Style,
): void {
  const { doc } = canvas
  doc.font(style.weight).fontSize(style.size).fillColor(style.color)
  const slack = at.align === 'right' ? at.width - doc.widthOfString(line) : 0
  if (line !== '') doc.text(line, at.x + slack, at.y, { lineBreak: false })
}

/** Draws wrapped lines at the cursor and moves it below them, over as many pages as it takes. */
export function drawLines(canvas: Canvas, lines: readonly string[], style: Style): void {
  const height = style.size * LEADING
  for (const line of lines) {
    ensureRoom(canvas, height)
    drawLine(canvas, line, { x: canvas.left, y: canvas.y, width: canvas.width }, style)
    canvas.y += height
  }
}

/** A hairline across the page. */
export function drawRule(canvas: Canvas, y: number, color = RULE, thickness = 0.5): void {
  const { doc, left, width } = canvas
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(thickness)
    .strokeColor(color)
    .stroke()
}

/** Text without control characters, and with a character's number where the font lacks it: a rare name must not vanish. */
function printable(doc: PDFKit.PDFDocument, text: string): string {
  const font = currentFont(doc)
  const plain = text
    .replace(/\t/g, '    ')
    .replace(/[^\P{C}\n\r]/gu, '')
    .replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '')
  return Array.from(plain, (char) => {
    const code = char.codePointAt(0) ?? 0
    return code < 0x20 || font.hasGlyphForCodePoint(code) ? char : `[U+${code.toString(16).toUpperCase()}]`
  }).join('')
}
