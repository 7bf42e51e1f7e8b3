import fc from 'fast-check'
import { expect, test } from 'vitest'
import { near } from '../src/main/rules/typos.ts'
import { FILTER_VALUES, FILTERS, type FilterName, filterNamed } from '../src/shared/search/filters.ts'
import { parseSearch, printSearch, type SearchQuery } from '../src/shared/search/grammar.ts'
import { markedParts, snippetOf } from '../src/shared/search/marking.ts'
import { askedOf, fragmentAsked, fragmentsOf, holdsWord, tokensOf } from '../src/shared/search/tokens.ts'

test('words, quoted phrases and filters in either language are read from one line', () => {
  expect(parseSearch('行李 "服务 态度" tier:diamond 状态：未结 due:today 责任人:我 kind:complaint')).toEqual({
    words: [
      { text: '行李', isPhrase: false },
      { text: '服务 态度', isPhrase: true },
    ],
    filters: { tier: 'diamond', is: 'open', due: 'today', owner: 'me', kind: 'complaint' },
    unknown: [],
  })
  expect(parseSearch('等级:钻石 owner:li.na')).toMatchObject({ filters: { tier: 'diamond', owner: 'li.na' } })
})

test('a value nobody knows is told, what only looks like a filter is a word, an open quote is closed at the end', () => {
  expect(parseSearch('tier:purple 10:30 http://a.cn "行李 破损')).toEqual({
    words: [
      { text: '10:30', isPhrase: false },
      { text: 'http://a.cn', isPhrase: false },
      { text: '行李 破损', isPhrase: true },
    ],
    filters: {},
    unknown: [{ name: 'tier', text: 'purple' }],
  })
})

const sign = fc.constantFrom(...'行李破损服务态度张伟abz09"“:：~.-,， ')
const phrase = fc
  .string({ unit: sign, minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[“”]/g, '').trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '')
const plain = phrase.filter(
  (text) => !/[\s"“]/.test(text) && filterNamed(text.slice(0, Math.max(0, text.search(/[:：]/)))) === undefined,
)
const word = fc.oneof(
  plain.map((text) => ({ text, isPhrase: false })),
  phrase.map((text) => ({ text, isPhrase: true })),
)
const filters = fc
  .tuple(...FILTERS.map((name) => fc.option(fc.constantFrom(...Object.keys(FILTER_VALUES[name])), { nil: undefined })))
  .map((values) =>
    Object.fromEntries(FILTERS.flatMap((name, place) => (values[place] === undefined ? [] : [[name, values[place]]]))),
  )
const unknown = fc.array(
  fc.constantFrom<FilterName>('tier', 'is', 'due', 'kind').map((name) => ({ name, text: 'purple9' })),
  {
    maxLength: 2,
  },
)
const query: fc.Arbitrary<SearchQuery> = fc.record({ words: fc.array(word, { maxLength: 5 }), filters, unknown })

test('a search reads back as it was written', () => {
  fc.assert(
    fc.property(query, (one) => {
      expect(parseSearch(printSearch(one))).toEqual(one)
    }),
    { numRuns: 500 },
  )
})

test('whatever is typed is understood the same way when it is written down again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(sign, fc.constantFrom('t', 'i', 'e', 'r', '"')), maxLength: 30 }),
      (typed) => {
        const once = parseSearch(typed)
        expect(parseSearch(printSearch(once))).toEqual(once)
      },
    ),
    { numRuns: 500 },
  )
})

test('a text is found by every sign, every pair of signs, and by the beginning of letters and numbers', () => {
  expect([...tokensOf('HU7609延误，ＶＩＰ')]).toEqual(['hu7609', '延', '误', '延误', 'vip'])
  expect(askedOf('延误')).toEqual({ whole: ['延误'], begins: [] })
  expect(askedOf('延')).toEqual({ whole: ['延'], begins: [] })
  expect(askedOf('HU76')).toEqual({ whole: [], begins: ['hu76'] })
  expect(askedOf('HU7609', true)).toEqual({ whole: ['hu7609'], begins: [] })
})

const han = fc.string({ unit: fc.constantFrom(...'行李破损服务态度延误ab7 ，'), maxLength: 30 })

test('every stretch of a text asks only for words that the text has', () => {
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const start = text.length === 0 ? 0 : from % text.length
      const stretch = text.slice(start, start + 1 + (length % 6))
      const tokens = tokensOf(text)
      const { whole, begins } = askedOf(stretch)
      expect(whole.filter((one) => !tokens.has(one))).toEqual([])
      // A stretch that begins inside a run of letters is another word: only whole beginnings are asked for.
      if (/^[\p{L}\p{N}]/u.test(stretch) && start > 0 && /[a-z\d]/.test(text[start - 1] ?? '')) return
      expect(begins.filter((one) => ![...tokens].some((token) => token.startsWith(one)))).toEqual([])
      expect(holdsWord(text, stretch)).toBe(true)
    }),
  )
})

test('any four digits of a telephone number, wherever they stand, lead to it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1\d{10}$/), fc.nat(7), (phone, from) => {
      const asked = fragmentAsked(phone.slice(from, from + 4)) ?? ''
      expect(fragmentsOf(phone).some((fragment) => fragment.startsWith(asked))).toBe(true)
    }),
  )
  expect([fragmentAsked('123'), fragmentAsked('12a4')]).toEqual([undefined, undefined])
})

test('the marked parts are the text, and what is marked is what was searched', () => {
  expect(markedParts('行李在海口破损', ['行李', '破'])).toEqual([
    { text: '行李', isHit: true },
    { text: '在海口', isHit: false },
    { text: '破', isHit: true },
    { text: '损', isHit: false },
  ])
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), fc.array(phrase, { maxLength: 3 }), (text, words) => {
      const parts = markedParts(text, words)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      expect(parts.every((part, i) => i === 0 || part.isHit !== parts[i - 1]?.isHit)).toBe(true)
    }),
  )
  expect(snippetOf(`${'前'.repeat(30)}行李破损${'后'.repeat(80)}`, ['破损'])).toMatch(/^…前{10}行李破损后+…$/)
  expect(snippetOf('没有', ['行李'])).toBeNull()
  expect(markedParts('…行李㎏', ['行李'])).toEqual([
    { text: '…', isHit: false },
    { text: '行李', isHit: true },
    { text: '㎏', isHit: false },
  ])
})

/** The number of slips between two words: one letter more, less, other, or two neighbours changed over. */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const at = (x: number, y: number) => rows[x]?.[y] ?? 99
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : 99
      const row = rows[i]
      if (row)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap)
    }
  return rows[a.length]?.[b.length] ?? 99
}

test('what is tried for a misspelt name is exactly what lies one slip away', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcz'), minLength: 4, maxLength: 7 })
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const tried = new Set(near(a))
      expect(tried.has(b)).toBe(slips(a, b) === 1)
    }),
  )
  expect(near('smtih')).toContain('smith')
})
