import type { TableLimits } from './limits.ts'
import { FileRefused } from './table.ts'
import type { Parts } from './xlsx-parts.ts'
import { readXml } from './xlsx-xml.ts'

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** Undoes the way spreadsheets write characters that XML cannot hold: _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The texts that cells refer to by number, rich text joined, reading aids left out. Capped in number and in length. */
export async function readStrings(parts: Parts, name: string, limits: TableLimits): Promise<string[]> {
  const strings: string[] = []
  let chars = 0
  let text = ''
  let isText = false
  let aids = 0
  await readXml(parts.read(name), {
    open: (tag) => {
      if (tag === 'si') text = ''
      if (tag === 'rPh') aids += 1
      isText = tag === 't' && aids === 0
    },
    text: (piece) => {
      if (!isText) return
      text += piece
      chars += piece.length
      if (chars > limits.stringChars)
        throw new FileRefused('too-many-strings', { params: { chars: limits.stringChars } })
    },
    close: (tag) => {
      isText = false
      if (tag === 'rPh') aids -= 1
      if (tag !== 'si') return
      if (strings.length >= limits.strings)
        throw new FileRefused('too-many-strings', { params: { max: limits.strings } })
      strings.push(unescaped(text))
    },
  })
  return strings
}
