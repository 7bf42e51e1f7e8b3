import { expect, test } from 'vitest'
import { caretIn, joinForms, joinText } from '../../src/renderer/drafts/join.ts'
import { bodyOf, isSpoken, type Line, linesOf, putBack, seenLine } from '../../src/renderer/drafts/kept-lines.ts'

test('what was typed before a draft came stands behind it, and neither loses a letter', () => {
  const join = (draft: string, typed: string) => joinText({ base: '', draft, typed }, '\n')
  expect(join('上午来电', '补充')).toBe('上午来电\n补充')
  expect(join('上午来电\n', '补充')).toBe('上午来电\n补充')
  expect(join('上午来电', '')).toBe('上午来电')
  expect(join('上午来电', '上午来电，再次')).toBe('上午来电，再次')
  expect(join('', '补充')).toBe('补充')
  expect(joinText({ base: '', draft: '张三', typed: '李' }, ' ')).toBe('张三 李')
})

test('in a text that stood there already the typing goes to where it was meant', () => {
  const base = '行李晚到。已致歉。'
  const join = (draft: string, typed: string) => joinText({ base, draft, typed }, '\n')
  expect(join('行李晚到两小时。已致歉。', `${base}谢`)).toBe('行李晚到两小时。已致歉。谢')
  expect(join(`${base}待回复`, `急：${base}`)).toBe(`急：${base}待回复`)
  expect(join(base, `${base}谢`)).toBe(`${base}谢`)
  expect(join('另写的一段', `${base}谢`)).toBe('另写的一段谢')
  expect(join('行李丢失。已致歉。', '行李早到。已致歉。')).toBe('行李丢失。已致歉。\n早')
})

test('the caret stays behind the letters that were just typed', () => {
  expect(caretIn('上午来电\n补充', '补充', 2)).toBe(7)
  expect(caretIn('上午来电\n补充', '补充', 1)).toBe(6)
  expect(caretIn('急：行李晚到。待回复', '急：行李晚到。', 2)).toBe(2)
})

test('of a whole form texts are joined, added rows follow, and a choice that was made anew stands', () => {
  const base = { seq: null, note: '', owner: null, rows: ['甲'], isTold: false }
  const draft = { seq: 4, note: '先写的', owner: 'u1', rows: ['甲', '乙'], isTold: true }
  const typed = { seq: 6, note: '后', owner: null, rows: ['甲', '丙'], isTold: false }
  expect(joinForms<object>(base, draft, typed, { text: '后', gap: '\n' })).toEqual({
    ...{ seq: 4, note: '先写的\n后', owner: 'u1', rows: ['甲', '乙', '丙'], isTold: true },
  })
  expect(joinForms<object>(base, draft, { ...base, owner: 'u2' }, null)).toEqual({ ...draft, owner: 'u2' })
})

test('lines that somebody was told are kept; passwords, lists, days and figures are not', () => {
  const field = { type: 'text', inputMode: '', opensList: false, isSecret: false }
  expect(isSpoken(field)).toBe(true)
  expect(isSpoken({ ...field, type: 'tel' })).toBe(true)
  expect(isSpoken({ ...field, inputMode: 'tel' })).toBe(true)
  expect(isSpoken({ ...field, isSecret: true })).toBe(false)
  for (const type of ['password', 'search', 'date', 'datetime-local', 'checkbox', 'file'])
    expect(isSpoken({ ...field, type })).toBe(false)
  expect(isSpoken({ ...field, opensList: true })).toBe(false)
  expect(isSpoken({ ...field, inputMode: 'decimal' })).toBe(false)
})

test('a line comes back only over what it was written over, and behind it what was typed meanwhile', () => {
  const empty: Line = { base: '', text: '', isTyped: false }
  expect(putBack(empty, { base: '', text: '王五' })).toBe('王五')
  expect(putBack({ base: '', text: '赵', isTyped: true }, { base: '', text: '王五' })).toBe('王五 赵')
  expect(putBack({ ...empty, base: '旧', text: '旧' }, { base: '', text: '王五' })).toBeUndefined()
  expect(putBack(empty, undefined)).toBeUndefined()
})

test('a text that the form itself put there is a new beginning, the answer to typing is not', () => {
  const typed: Line = { base: '', text: 'ab', isTyped: true }
  expect(seenLine(typed, 'AB', true)).toEqual({ base: '', text: 'AB', isTyped: true })
  expect(seenLine(typed, '', false)).toEqual({ base: '', text: '', isTyped: false })
})

test('a form keeps what is typed beside what was found for fields that are not shown, and nothing when it is empty', () => {
  const lines = new Map<string, Line>([
    ['姓名', { base: '', text: '王五', isTyped: true }],
    ['地点', { base: '', text: '', isTyped: true }],
    ['航班', { base: 'CA1', text: 'CA1', isTyped: false }],
  ])
  const body = bodyOf(lines, { 备注: { base: '', text: '旧' } })
  expect(linesOf(body ?? '')).toEqual({ 备注: { base: '', text: '旧' }, 姓名: { base: '', text: '王五' } })
  expect(bodyOf(new Map(), {})).toBeNull()
  expect(linesOf('"an older shape"')).toEqual({})
})
