const HAN_RUN = /\p{Script=Han}+/gu
const WORD = /[\p{L}\p{N}]+/gu
const HAN = /\p{Script=Han}/u

/** The longest word in Latin letters that is kept; nobody types more to find something. */
const LONGEST = 24

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Words of a text that are not Chinese, in small letters. */
function wordsOf(text: string): string[] {
  return (text.replaceAll(HAN_RUN, ' ').match(WORD) ?? []).map((word) => word.slice(0, LONGEST))
}

/**
 * What a text is found by: every two Chinese signs in a row and the last sign of each run, so that one sign is found as
 * the beginning of a pair; other words whole, in small letters.
 */
export function tokensOf(text: string): string[] {
  const read = plain(text)
  const pairs = (read.match(HAN_RUN) ?? []).flatMap((run) => {
    const signs = [...run]
    return signs.map((sign, i) => sign + (signs[i + 1] ?? ''))
  })
  return [...new Set([...pairs, ...wordsOf(read)])]
}

/** One part of what is looked for: exactly this token, or any that begins with it. */
export type Sought = { token: string; isPrefix: boolean }

/** What a typed text looks for: all of it must be there. A single Chinese sign and a word are looked for as beginnings. */
export function soughtIn(typed: string): Sought[] {
  const read = plain(typed)
  const pairs = (read.match(HAN_RUN) ?? []).flatMap((run): Sought[] => {
    const signs = [...run]
    if (signs.length === 1) return [{ token: run, isPrefix: true }]
    return signs.slice(0, -1).map((sign, i) => ({ token: sign + (signs[i + 1] ?? ''), isPrefix: false }))
  })
  const words = wordsOf(read).map((token) => ({ token, isPrefix: true }))
  return [...new Map([...pairs, ...words].map((one) => [one.token, one])).values()]
}

/** Whether a token answers what is looked for. */
export function answers({ token, isPrefix }: Sought, found: string): boolean {
  return isPrefix ? found.startsWith(token) : found === token
}

/** What a search without result is counted under: small letters, one blank between words, no longer than a title. */
export function termOf(typed: string): string {
  return plain(typed).replaceAll(/\s+/g, ' ').trim().slice(0, 60)
}

/** The words that somebody wrote as keywords, parted by blanks, commas or line ends. */
export function keywordsIn(text: string): string[] {
  return [
    ...new Set(
      plain(text)
        .split(/[\s,，、;；]+/u)
        .filter((word) => word !== ''),
    ),
  ]
}

/** Whether a keyword is said in a text: Chinese anywhere, other words where a word begins. */
export function isSaid(keyword: string, text: string): boolean {
  const told = plain(text)
  for (let at = told.indexOf(keyword); at >= 0; at = told.indexOf(keyword, at + 1)) {
    if (HAN.test(keyword[0] ?? '') || at === 0 || !/[a-z0-9]/.test(told[at - 1] ?? '')) return true
  }
  return false
}
