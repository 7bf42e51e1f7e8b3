import { plainText } from './tokens.ts'

/** A stretch of a text, with whether it is what was searched for. */
export type Marked = { text: string; isHit: boolean }

/** A text as it is compared, sign by sign, so that each place in it is the same place in the text: `…` stays one sign. */
function alignedText(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = plainText(sign)
      return plain.length === sign.length ? plain : sign
    })
    .join('')
}

/** Cuts a text into what matches one of the words and what does not; put together again it is the text. */
export function markedParts(text: string, words: readonly string[]): Marked[] {
  const plain = alignedText(text)
  const searched = words.map(plainText).filter((word) => word !== '')
  if (searched.length === 0) return text === '' ? [] : [{ text, isHit: false }]
  const hits = new Uint8Array(text.length)
  for (const word of searched)
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) hits.fill(1, at, at + word.length)
  const parts: Marked[] = []
  let from = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && hits[at] === hits[from]) continue
    parts.push({ text: text.slice(from, at), isHit: hits[from] === 1 })
    from = at
  }
  return parts
}

/** Signs kept before and after the first hit. */
const BEFORE = 12
const AFTER = 44

/** The piece of a long text around the first of the words that occurs in it; null when none does. */
export function snippetOf(text: string, words: readonly string[]): string | null {
  const plain = alignedText(text)
  const places = words.map((word) => plain.indexOf(plainText(word))).filter((at) => at >= 0)
  if (places.length === 0) return null
  const from = Math.max(0, Math.min(...places) - BEFORE)
  const to = Math.min(text.length, from + BEFORE + AFTER)
  const piece = text.slice(from, to).replace(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`
}
