/** One run of signs of a text: Chinese, or letters and digits of any other script. */
type Run = { text: string; isHan: boolean }

const RUNS = /(\p{Script=Han}+)|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu

/** Longer runs of letters than any word are kept by their beginning. */
const LONGEST = 40

/** A text as it is compared: plain width, small letters. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function runsOf(text: string): Run[] {
  return [...plainText(text).matchAll(RUNS)].map(([whole, han]) => ({ text: whole, isHan: han !== undefined }))
}

function pairsOf(signs: readonly string[]): string[] {
  return signs.slice(1).map((sign, place) => `${signs[place]}${sign}`)
}

/** The words by which a text is found: every Chinese sign and pair of neighbours, every run of letters or digits. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    if (!run.isHan) {
      tokens.add([...run.text].slice(0, LONGEST).join(''))
      continue
    }
    const signs = [...run.text]
    for (const sign of signs) tokens.add(sign)
    for (const pair of pairsOf(signs)) tokens.add(pair)
  }
  return tokens
}

/** What a searched word asks of a text's tokens: all of `whole`, and for each of `begins` one that begins with it. */
export type Asked = { whole: string[]; begins: string[] }

/** Chinese is asked for by its pairs, one sign by itself; letters by their beginning, in quotes whole. */
export function askedOf(word: string, isPhrase = false): Asked {
  const asked: Asked = { whole: [], begins: [] }
  for (const run of runsOf(word)) {
    if (run.isHan) {
      const signs = [...run.text]
      asked.whole.push(...(signs.length === 1 ? signs : pairsOf(signs)))
    } else (isPhrase ? asked.whole : asked.begins).push([...run.text].slice(0, LONGEST).join(''))
  }
  return { whole: [...new Set(asked.whole)], begins: [...new Set(asked.begins)] }
}

/** Marks what stands for the beginning of a telephone number's rest, so that a fragment from its middle is found. */
const FRAGMENT = '~'
/** Fewer digits than this are no fragment. */
export const SHORTEST_FRAGMENT = 4

/** A number from each of its digits on: whatever stretch of it is remembered, one of these begins with it. */
export function fragmentsOf(digits: string): string[] {
  const count = Math.max(0, digits.length - SHORTEST_FRAGMENT + 1)
  return Array.from({ length: count }, (_, from) => FRAGMENT + digits.slice(from, from + LONGEST))
}

const LONG_NUMBER = /\d(?:[\s()+-]{0,2}\d){6,}/g

/** The digits of each longer number in a text, however it is spaced: telephones, tickets, tags, references. */
export function numbersIn(text: string): string[] {
  return (plainText(text).match(LONG_NUMBER) ?? []).map((number) => number.replace(/\D/g, ''))
}

/** The beginning to look for when digits are typed that may stand anywhere in a telephone number. */
export function fragmentAsked(word: string): string | undefined {
  const digits = plainText(word).replace(/[\s()+-]/g, '')
  return /^\d+$/.test(digits) && digits.length >= SHORTEST_FRAGMENT ? FRAGMENT + digits : undefined
}

/** True when a text holds a searched word as it was typed. */
export function holdsWord(text: string, word: string): boolean {
  return plainText(text).includes(plainText(word))
}
