import { beforeEach, describe, expect, test } from 'vitest'
import { failureText, fieldMessages } from '../../src/renderer/failure-text.ts'
import { defineTexts } from '../../src/renderer/i18n/define.ts'
import { texts } from '../../src/renderer/i18n/texts.ts'
import { say, useT } from '../../src/renderer/i18n/use-t.ts'
import type { Failure } from '../../src/shared/failure.ts'
import { startTextsHere } from './page-start.ts'

const FAILURES: Failure[] = [
  { code: 'UNKNOWN_CALL' },
  { code: 'INVALID_INPUT', issues: [{ path: 'login', reason: 'login' }] },
  { code: 'FORBIDDEN' },
  { code: 'LOCKED' },
  { code: 'NOT_FOUND', entity: 'user' },
  { code: 'RULE', rule: 'login-taken', params: { login: 'lin' } },
  { code: 'RULE', rule: 'not-known-here', params: {} },
  { code: 'CONFLICT', entity: 'user' },
  { code: 'CANCELLED' },
  { code: 'INTERNAL', ref: 'R7' },
]

describe.each([
  ['zh-CN', '登录名 lin 已被使用。', '找不到员工，可能已被移除。', '此操作不符合规则（not-known-here）。'],
  [
    'en',
    'The login lin is taken.',
    'The person was not found; it may have been removed.',
    'A rule does not allow this (not-known-here).',
  ],
] as const)('in %s', (language, taken, missing, unknown) => {
  beforeEach(() => startTextsHere(language))

  test('every way to fail has a sentence, with its values filled in', () => {
    const sentences = FAILURES.map(failureText)
    expect(sentences).toEqual(expect.arrayContaining([taken, missing, unknown]))
    expect(sentences.filter((sentence) => sentence.trim() === '' || /\{\{|failure\.|undefined/.test(sentence))).toEqual(
      [],
    )
  })
})

test('a refused field says why, and its first reason wins', async () => {
  await startTextsHere('en')
  const issues = [
    { path: 'login', reason: 'login' },
    { path: 'login', reason: 'too_big', params: { maximum: 32 } },
    { path: 'name', reason: 'too_small', params: { minimum: 1 } },
    { path: 'hotlines.0.number', reason: 'too_small', params: { minimum: 3 } },
    { path: 'minutes', reason: 'too_small', params: { minimum: 1, of: 'number' } },
    { path: 'role', reason: 'something-new' },
  ]
  expect(fieldMessages(issues)).toEqual({
    login: '2–32 lower-case letters, digits, dots or dashes; starts with a letter',
    name: 'Required',
    'hotlines.0.number': 'At least 3',
    minutes: 'At least 1',
    role: 'Not filled in correctly',
  })
})

test('both languages name the same values in every sentence', () => {
  // A name that a rule knows in both languages is filled in on either side by its own.
  const nameOf = (value = '') => (value === 'zh' || value === 'en' ? 'name' : value)
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => nameOf(match[1])).sort()
  const differing = (zh: object, en: object, path: string): string[] =>
    Object.entries(zh).flatMap(([key, mine]) => {
      const theirs = Object.entries(en).find(([name]) => name === key)?.[1]
      if (typeof mine === 'object') return differing(mine, theirs, `${path}.${key}`)
      return String(values(mine)) === String(values(theirs)) ? [] : [`${path}.${key}`]
    })
  expect(Object.entries(texts).flatMap(([space, pair]) => differing(pair.zh, pair.en, space))).toEqual([])
})

test('a wrong key, a forgotten value and a missing translation do not compile', () => {
  const neverRun = () => {
    const t = useT('users')
    // @ts-expect-error no such sentence
    t('no-such-sentence')
    // @ts-expect-error the sentence names somebody
    t('resetTitle')
    // @ts-expect-error another value than the sentence names
    say('users', 'resetTitle', { person: 'x' })
    // @ts-expect-error English lacks a sentence
    defineTexts({ one: '一', two: '二' }, { one: 'one' })
    // @ts-expect-error English has a sentence too many
    defineTexts({ one: '一' }, { one: 'one', two: 'two' })
  }
  expect(neverRun).toBeTypeOf('function')
})
