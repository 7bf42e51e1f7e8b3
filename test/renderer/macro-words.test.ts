import { expect, test } from 'vitest'
import { isBlankLeft, isReady, isReworded, wordsShown } from '../../src/renderer/macros/parts/step-words.ts'
import type { PreviewedStep } from '../../src/shared/macros/model.ts'

const STEP: PreviewedStep = {
  ...{ act: 'message', text: null, longest: 0, missing: [], dueAt: null, personName: null, name: null },
  ...{ owner: null, priority: null, category: null, failure: null, mayUndo: true },
  message: { subject: '进度', body: '正在核实。', maskedAddress: '138****5678', needsCheck: false },
}
const words = (subject: string, body: string) => ({ text: null, message: { subject, body } })

test('a message goes as it was shown, or as somebody worded it when nothing in it is blank or empty', () => {
  expect(isReworded(STEP, wordsShown(STEP))).toBe(false)
  expect(isReady(STEP, wordsShown(STEP))).toBe(true)
  expect(isReworded(STEP, words('进度', '已找到。'))).toBe(true)
  expect(isReady(STEP, words('进度', '已找到。'))).toBe(true)
  expect(isReady(STEP, words('', '已找到。'))).toBe(true)
  expect(isReady(STEP, words('进度', ' '))).toBe(false)
  expect(isReady(STEP, words('进度____', '已找到。'))).toBe(false)
  expect(isReady({ ...STEP, failure: { code: 'RULE', rule: 'message-no-address' } }, wordsShown(STEP))).toBe(false)
})

test('a wording that lacks a value waits for its blank; lines that a case itself is titled with are none', () => {
  const message = { subject: '', body: '原因：____。', maskedAddress: '', needsCheck: true }
  const lacking = { ...STEP, missing: ['reason'], message }
  expect(isBlankLeft(lacking, wordsShown(lacking))).toBe(true)
  expect(isBlankLeft(lacking, words('', '原因：天气。'))).toBe(false)
  expect(isBlankLeft({ ...lacking, missing: [] }, wordsShown(lacking))).toBe(false)
})

test('the words of a note wait for their blank too', () => {
  const note = { ...STEP, act: 'note' as const, message: null, text: '航班____', missing: ['flight'] }
  expect(isReady(note, wordsShown(note))).toBe(false)
  expect(isReady(note, { text: '航班HU7609', message: null })).toBe(true)
})
