import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canEditArticle,
  canPublish,
  canReviewArticle,
  canThank,
  checkArticle,
  currentOf,
  isExpiring,
  mayWrite,
  standingOf,
} from '../src/main/rules/knowledge.ts'
import { indexOf, propose, rank } from '../src/main/rules/knowledge-search.ts'
import { markLines } from '../src/shared/knowledge/differences.ts'
import { answers, isSaid, keywordsIn, soughtIn, termOf, tokensOf } from '../src/shared/knowledge/tokens.ts'
import { ARTICLE_STATES } from '../src/shared/knowledge/words.ts'
import { article } from './knowledge-fixtures.ts'

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-09-${String(number).padStart(2, '0')}`)
const version = fc.record({
  version: fc.integer({ min: 1, max: 50 }),
  state: fc.constantFrom(...ARTICLE_STATES),
  validFrom: day,
  validUntil: fc.option(day, { nil: null }),
})
const versions = fc.uniqueArray(version, { selector: (one) => one.version, maxLength: 6 })

test('S3-59 at most one version of an article counts on a day, and never one that is not published or out of its days', () => {
  fc.assert(
    fc.property(versions, day, (list, today) => {
      const current = currentOf(list, today)
      const inForce = list.filter((one) => standingOf(one, list, today) === 'inForce')
      expect(inForce).toEqual(current ? [current] : [])
      if (!current) return
      expect(current.state).toBe('published')
      expect(current.validFrom <= today && (current.validUntil === null || current.validUntil >= today)).toBe(true)
    }),
  )
})

test('S3-59 an older version does not come back when the newest has expired', () => {
  const old = { version: 1, state: 'published', validFrom: '2026-01-01', validUntil: null } as const
  const newer = { version: 2, state: 'published', validFrom: '2026-09-01', validUntil: '2026-09-10' } as const
  const list = [old, newer]
  expect(['2026-08-31', '2026-09-10', '2026-09-11'].map((today) => currentOf(list, today)?.version)).toEqual([
    1,
    2,
    undefined,
  ])
  expect([standingOf(newer, list, '2026-08-31'), standingOf(newer, list, '2026-09-11')]).toEqual(['coming', 'expired'])
  expect(['2026-08-10', '2026-08-11', '2026-09-11'].map((today) => isExpiring(newer, today))).toEqual([
    false,
    true,
    false,
  ])
})

test('what is written down is found again by any part of it, by one sign and by the beginning of a word', () => {
  const han = fc.string({ unit: fc.constantFrom(...'退票改签行李延误取消会员里程'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % text.length
      const part = text.slice(start, start + 1 + (length % (text.length - start)))
      const tokens = tokensOf(text)
      expect(soughtIn(part).every((one) => tokens.some((token) => answers(one, token)))).toBe(true)
    }),
  )
  expect(tokensOf('退票 Refund！ＶＩＰ')).toEqual(['退票', '票', 'refund', 'vip'])
  expect(soughtIn('退 Ref')).toEqual([
    { token: '退', isPrefix: true },
    { token: 'ref', isPrefix: true },
  ])
  expect(soughtIn('  ，。')).toEqual([])
  expect(termOf('  热气球   Tour ')).toBe('热气球 tour')
})

const words = { titleZh: '', titleEn: '', bodyZh: '', bodyEn: '', keywords: '', company: '', stepText: '' }
const tokens = (articleId: string, more: Partial<typeof words>) =>
  indexOf({ ...words, ...more }).map((one) => ({ ...one, articleId }))

test('S3-57 title before text before keywords, and everything that was typed must be there', () => {
  const found = [
    ...tokens('keywords', { keywords: '退票 手续费' }),
    ...tokens('text', { bodyZh: '退票手续费' }),
    ...tokens('title', { titleZh: '退票手续费' }),
    ...tokens('half', { titleZh: '退票' }),
  ]
  expect(rank(soughtIn('退票 手续费'), found)).toEqual([
    { articleId: 'title', where: ['title'] },
    { articleId: 'text', where: ['text'] },
    { articleId: 'keywords', where: ['keywords'] },
  ])
  expect(rank([], found)).toEqual([])
})

const one = { id: 'a', kind: 'answer', keywords: '退票 refund', category: 'ticket.refund', company: '', tier: 'any' }
const told = { text: '', category: null, tier: null, companies: '' }

test('S5-63 an article is proposed for words that were said and for its category, not for a greeting', () => {
  expect(propose([one], { ...told, text: '你好' })).toEqual([])
  expect(propose([one], { ...told, category: 'ticket.change' })).toEqual([])
  expect(propose([one], { ...told, text: '我要退票', category: 'ticket.refund' })).toEqual([
    { article: one, score: 5, reasons: { words: ['退票'], isCategory: true, isCompany: false } },
  ])
  expect([isSaid('refund', 'A REFUND please'), isSaid('fund', 'refund'), isSaid('票', '退票')]).toEqual([
    true,
    false,
    true,
  ])
  expect(keywordsIn('退票，Refund 退票;改签')).toEqual(['退票', 'refund', '改签'])
})

test('S5-78 the rules of one company are never proposed for another, nor a tier’s words for another tier', () => {
  const rules = { ...one, keywords: '', category: '', company: '海岳集团' }
  expect(propose([rules], { ...told, companies: '远山公司' })).toEqual([])
  expect(propose([rules], { ...told, companies: '海岳集团差旅' })).toHaveLength(1)
  const branch = { ...rules, company: '海岳（北京）有限公司' }
  expect(propose([branch], { ...told, companies: '海岳（北京）有限公司' })).toHaveLength(1)
  const diamond = { ...one, tier: 'diamond' }
  const asked = { ...told, text: '退票' }
  expect([propose([diamond], { ...asked, tier: 'gold' }), propose([diamond], { ...asked, tier: 'diamond' })]).toEqual([
    [],
    [expect.objectContaining({ score: 2 })],
  ])
})

test('S3-59 nobody reviews, changes or thanks for what is not theirs to review, change or thank for', () => {
  const submitted = { state: 'submitted', authorId: 'a' } as const
  const allowed = { allowed: true }
  const no = (rule: string) => expect.objectContaining({ allowed: false, rule })
  expect([
    canReviewArticle({ id: 'a', role: 'manager' }, submitted),
    canReviewArticle({ id: 'b', role: 'agent' }, submitted),
    canReviewArticle({ id: 'b', role: 'lead' }, submitted),
    canReviewArticle({ id: 'b', role: 'lead' }, { state: 'draft', authorId: 'a' }),
    canEditArticle({ id: 'b' }, { state: 'draft', authorId: 'a' }),
    canEditArticle({ id: 'a' }, submitted),
    canPublish({ validUntil: '2026-09-01' }, '2026-09-02'),
    canThank({ id: 'a' }, { kind: 'experience', authorId: 'a' }),
    canThank({ id: 'a' }, { kind: 'policy', authorId: 'b' }),
    mayWrite('agent', 'notice'),
    mayWrite('agent', 'experience'),
  ]).toEqual([
    no('article-own-review'),
    no('article-review-role'),
    allowed,
    no('article-not-submitted'),
    no('article-not-author'),
    no('article-not-draft'),
    no('article-over'),
    no('article-own-thanks'),
    no('article-thanks-kind'),
    no('article-kind-role'),
    allowed,
  ])
})

test('an article names only what can be filled in, and its days are in order', () => {
  const body = { zh: '{{nmae}}您好', en: '' }
  expect(checkArticle(article({ body }))).toMatchObject({ rule: 'article-unknown', params: { names: 'nmae' } })
  expect(checkArticle(article({ validUntil: '2026-08-31' }))).toMatchObject({ rule: 'article-days' })
})

test('the marks of two versions give both of them back', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const marked = markLines(before, after)
      const without = (mark: string) => marked.filter((line) => line.mark !== mark).map(({ text }) => text)
      expect([without('new'), without('gone')]).toEqual([before, after])
    }),
  )
})
