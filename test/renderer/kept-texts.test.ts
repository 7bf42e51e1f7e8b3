import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { holdText, isTaken, textsHandedIn, wordsOf } from '../../src/renderer/drafts/handed-in.ts'

const ROOT = path.resolve(import.meta.dirname, '../../src/renderer')

/** Fields of several lines that name no draft of their own, each with what keeps their text or why none may. */
const OTHERWISE: Record<string, string> = {
  'ui/TextArea.tsx': 'the field itself',
  'ui/TextAct.tsx': 'its own draft, where it names one',
  'calls/parts/RecordForm.tsx': 'the draft of the whole record',
  'calls/parts/TransferDialog.tsx': 'the draft of the transfer',
  'calls/parts/ConsultDialog.tsx': 'the draft of the consultation',
  'cases/parts/Act.tsx': 'the draft of the note',
  'cases/parts/AssessForm.tsx': 'the draft of the judgement',
  'cases/parts/ContactForm.tsx': 'the draft of the contact',
  'cases/parts/MatterFields.tsx': 'the draft of the new case',
  'cases/parts/RevisitForm.tsx': 'the draft of the visit',
  'cases/parts/SplitForm.tsx': 'the draft of the split',
  'cases/parts/StepField.tsx': 'the draft of the step',
  'members/companies/CompanyForm.tsx': 'the draft of the company',
  'causes/parts/ChooseForm.tsx': 'the draft of the cause',
  'liability/parts/FindingForm.tsx': 'the draft of the finding',
  'plans/parts/PlanForm.tsx': 'the draft of the plan',
  'members/tabs/WishForm.tsx': 'the draft of the wishes',
  'messages/parts/WriteForm.tsx': 'the draft of the message',
  'todos/parts/HandOversTab.tsx': 'the draft of the sheet',
  'todos/parts/TodoForm.tsx': 'the draft of the task',
  'exams/parts/Sitting.tsx': 'each answer is in the store as it is given',
  'policies/parts/OwnFieldForm.tsx': 'a list of choices that goes at once into the draft of the policy',
  'exports/parts/CopyFields.tsx': 'keys that are pasted, not written',
  'settings/parts/Greeting.tsx':
    'saved or left out with the settings as a whole, which a second window shows as they are saved',
  'session/Recover.tsx': 'a recovery key, which nothing may keep; nobody is signed in',
  'session/Restore.tsx': 'a recovery key, which nothing may keep; nobody is signed in',
  'trust/parts/BindDialog.tsx': 'a recovery key, which nothing may keep',
  'trust/parts/TestRecoveryDialog.tsx': 'a recovery key, which nothing may keep',
}

/** The opening tags of a file's multi-line fields, with their attributes. */
function fieldsOf(source: string): { name: string; tag: string }[] {
  return [...source.matchAll(/<(TextArea|Textarea|TextAct)\b/g)].map(({ 1: name = '', index }) => {
    let depth = 0
    let end = index + 1
    for (; end < source.length; end++) {
      const sign = source[end]
      if (sign === '{') depth += 1
      if (sign === '}') depth -= 1
      if (sign === '>' && depth === 0) break
    }
    return { name, tag: source.slice(index, end) }
  })
}

const files = fs
  .readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tsx'))
const fields = files.flatMap((file) =>
  fieldsOf(fs.readFileSync(path.join(ROOT, file), 'utf8')).map((field) => ({ file, ...field })),
)
const unkept = fields.filter(({ tag }) => !/\skeep=\{/.test(tag))

test('what is typed into any field of several lines is kept while it is typed', () => {
  expect(fields.length).toBeGreaterThan(200)
  expect(
    unkept.filter(({ file }) => !(file in OTHERWISE)).map(({ file, tag }) => `${file}: ${tag.slice(0, 80)}`),
  ).toEqual([])
})

test('the list of fields that are kept otherwise names no file that has none', () => {
  const named = new Set(unkept.map(({ file }) => file))
  expect(Object.keys(OTHERWISE).filter((file) => !named.has(file))).toEqual([])
})

test('no two forms keep their text under one name', () => {
  const kinds = fields.flatMap(({ file, tag }) => {
    const kind = /keep=\{.*?kind: '([^']+)'/s.exec(tag)?.[1]
    return kind === undefined ? [] : [{ kind, file }]
  })
  const files = Map.groupBy(kinds, ({ kind }) => kind)
  const shared = [...files].filter(([, all]) => new Set(all.map(({ file }) => file)).size > 1)
  expect(shared.map(([kind]) => kind)).toEqual([])
  expect(kinds.filter(({ kind }) => !/^[a-z][a-z0-9-]{0,39}$/.test(kind))).toEqual([])
})

test('a text counts as handed in when a command took it, whole, by lines or by numbers', () => {
  const taken = new Set(wordsOf({ id: '7', body: { zh: ' 已联系 ', list: ['第一行', '第二行', 'VIP-1', 'VIP-2'] } }))
  expect(isTaken('已联系\n', taken)).toBe(true)
  expect(isTaken('第一行\n\n 第二行', taken)).toBe(true)
  expect(isTaken('VIP-1, VIP-2', taken)).toBe(true)
  expect(isTaken('第一行\n第三行', taken)).toBe(false)
  expect(isTaken('  ', taken)).toBe(false)
})

test('only the field whose text a command took forgets its draft', () => {
  const forgotten: string[] = []
  const leave = ['one', 'two'].map((text) => holdText({ text: () => text, forget: () => forgotten.push(text) }))
  textsHandedIn({ reason: 'two', other: 'three' })
  expect(forgotten).toEqual(['two'])
  for (const go of leave) go()
  textsHandedIn({ reason: 'one' })
  expect(forgotten).toEqual(['two'])
})
