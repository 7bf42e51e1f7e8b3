import { currentFont, type OutlineStep } from './pdf-font.ts'

const SIZE = 15
const LINE = SIZE * 1.5
/** A longer line would run off the page before it is read; the foot of the page has more of it. */
const MOST_SIGNS = 44
const ANGLE = (28 * Math.PI) / 180
const COLOR = '#1d4e89'
const OPACITY = 0.075
const ROW_HEIGHT = 112
const GAP = 70
const NAME = 'Watermark'

/**
 * Prepares a watermark of some lines over the whole page and returns the function that puts it on the current page.
 * It is drawn as outlines, once per document, so that searching and copying the text does not find it between the words.
 */
export function prepareWatermark(doc: PDFKit.PDFDocument, text: string): () => void {
  const { width, height } = doc.page
  const outline = outlineOf(doc, text)
  const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })
  form.end(Buffer.from(tiles(outline, width, height)))
  return () => {
    doc.page.xobjects[NAME] = form
    doc.save().fillColor(COLOR).fillOpacity(OPACITY)
    // pdfkit's page has its origin at the top left; the form is drawn from the bottom left as PDF wants it.
    doc.addContent(`1 0 0 -1 0 ${height} cm /${NAME} Do`)
    doc.restore().fillOpacity(1)
  }
}

/** Lines of the text, turned, each row shifted by half a step. */
function tiles(outline: { drawing: string; width: number }, width: number, height: number): string {
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)]
  const step = outline.width + GAP
  const reach = Math.hypot(width, height) / 2
  const drawn: string[] = []
  for (let v = -reach, row = 0; v < reach; v += ROW_HEIGHT, row += 1) {
    for (let u = -reach - (row % 2) * (step / 2); u < reach; u += step) {
      const x = width / 2 + u * cos - v * sin
      const y = height / 2 + u * sin + v * cos
      drawn.push(`q ${[cos, sin, -sin, cos, x, y].map(short).join(' ')} cm ${outline.drawing} f Q`)
    }
  }
  return drawn.join('\n')
}

function outlineOf(doc: PDFKit.PDFDocument, text: string): { drawing: string; width: number } {
  doc.font('regular')
  const font = currentFont(doc)
  const scale = SIZE / font.unitsPerEm
  let width = 0
  const drawing = text.split('\n').flatMap((line, row) => {
    let x = 0
    const drawn = font.layout(shortened(line)).glyphs.flatMap(({ path, advanceWidth }) => {
      const steps = pathOperators(path.commands, [x, -row * LINE], scale)
      x += advanceWidth * scale
      return steps
    })
    width = Math.max(width, x)
    return drawn
  })
  return { drawing: drawing.join(' '), width }
}

function shortened(line: string): string {
  const signs = Array.from(line)
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : line
}

/** PDF has no quadratic curves: each becomes the cubic one of the same shape. */
function pathOperators(steps: readonly OutlineStep[], [left, up]: readonly [number, number], scale: number): string[] {
  let [x, y] = [left, up]
  return steps.map(({ command, args }) => {
    if (command === 'closePath') return 'h'
    const points = args.map((value, index) => value * scale + (index % 2 === 0 ? left : up))
    const [endX = 0, endY = 0] = points.slice(-2)
    const [cx = 0, cy = 0] = points
    const cubic = [
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
      endX + (2 / 3) * (cx - endX),
      endY + (2 / 3) * (cy - endY),
    ]
    ;[x, y] = [endX, endY]
    const written = points.map(short).join(' ')
    if (command === 'moveTo') return `${written} m`
    if (command === 'lineTo') return `${written} l`
    if (command === 'bezierCurveTo') return `${written} c`
    return `${[...cubic, endX, endY].map(short).join(' ')} c`
  })
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
