/** One step of a glyph's outline in font units, as fontkit gives it. */
export type OutlineStep = { command: string; args: number[] }
/** What pdfkit's own font object can tell beyond pdfkit's interface. */
export type GlyphSource = {
  unitsPerEm: number
  hasGlyphForCodePoint: (code: number) => boolean
  layout: (text: string) => { glyphs: { advanceWidth: number; path: { commands: OutlineStep[] } }[] }
}

/** The font that a document draws with at the moment; throws when pdfkit no longer keeps it where it did. */
export function currentFont(doc: PDFKit.PDFDocument): GlyphSource {
  const holder: unknown = Reflect.get(doc, '_font')
  const font: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, 'font') : undefined
  if (!isGlyphSource(font)) throw new Error('pdfkit keeps its font in an unknown way')
  return font
}

function isGlyphSource(value: unknown): value is GlyphSource {
  if (typeof value !== 'object' || value === null) return false
  const isFunction = (name: string) => typeof Reflect.get(value, name) === 'function'
  return (
    isFunction('hasGlyphForCodePoint') && isFunction('layout') && typeof Reflect.get(value, 'unitsPerEm') === 'number'
  )
}
