/** Measures a piece of text in points; a glyph the font lacks is undefined. */
export type Measure = (text: string) => number

// Chinese rules of typesetting: these never begin, and those never end a line.
const NEVER_FIRST = /^[，。、；：？！）》」』】〉”’…—％℃·,.;:?!)\]}%]/u
const NEVER_LAST = /[（《「『【〈“‘([{￥$]$/u
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}_./:#'’&%+=-]$/u
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Breaks text into lines no wider than `width`: between Chinese characters, at blanks, and inside words only when they must. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => wrapParagraph(unitsOf(paragraph), width, measure))
}

function wrapParagraph(units: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const place = (unit: string) => {
    if (measure(line + unit) <= width || unit.trim() === '') line += unit
    else if (line.trim() === '') breakInside(unit)
    else {
      lines.push(line.trimEnd())
      line = ''
      place(unit)
    }
  }
  const breakInside = (unit: string) => {
    for (const { segment } of graphemes.segment(unit)) {
      if (line !== '' && measure(line + segment) > width) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  for (const unit of units) place(unit)
  lines.push(line.trimEnd())
  return lines
}

/** The pieces between which a line may break. */
function unitsOf(paragraph: string): string[] {
  const units: string[] = []
  let isWord = false
  for (const { segment } of graphemes.segment(paragraph)) {
    const last = units.at(-1)
    const staysTogether =
      last !== undefined && (joinsWord(isWord, segment) || NEVER_FIRST.test(segment) || NEVER_LAST.test(last))
    if (staysTogether && last.trim() !== '') units[units.length - 1] = last + segment
    else units.push(segment)
    isWord = WORD.test(segment)
  }
  return units
}

function joinsWord(isWord: boolean, segment: string): boolean {
  return isWord && WORD.test(segment)
}
