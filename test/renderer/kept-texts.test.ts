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

/** Fields of one line that stand in no kept form, by why; a form that is new is kept, or joins one of these lists. */
const LINES_OTHERWISE: Record<string, readonly string[]> = {
  'finds, filters or chooses; nothing of it is recorded': [
    'audit/parts/Filters.tsx',
    'calls/Page.tsx',
    'cases/parts/MemberField.tsx',
    'cases/parts/QueuePage.tsx',
    'causes/parts/TreeView.tsx',
    'compensation/parts/CostsTab.tsx',
    'improvements/parts/RegisterTab.tsx',
    'knowledge/Page.tsx',
    'knowledge/parts/QuickSearch.tsx',
    'macros/parts/Choose.tsx',
    'macros/parts/TryOut.tsx',
    'members/parts/FilterBar.tsx',
    'messages/MemberMessages.tsx',
    'reports/parts/PeriodBar.tsx',
    'reviews/parts/JudgementsTab.tsx',
    'reviews/parts/ResultsTab.tsx',
    'scorecards/parts/RankingTab.tsx',
    'scorecards/parts/RoundTab.tsx',
    'search/Palette.tsx',
    'surveys/parts/Returns.tsx',
    'training/parts/NeedsTab.tsx',
    'users/Page.tsx',
    'audit/parts/ViewForm.tsx',
    'cases/queue/ViewForm.tsx',
    'evidence/parts/Attach.tsx',
    'exports/parts/ExportForm.tsx',
  ],
  'part of a form that keeps its lines': [
    'cases/parts/CustomerFields.tsx',
    'cases/parts/FlightFields.tsx',
    'cases/parts/StepField.tsx',
    'improvements/parts/AboutFields.tsx',
    'knowledge/parts/PlainFields.tsx',
    'knowledge/parts/StepFields.tsx',
    'knowledge/parts/TextFields.tsx',
    'liability/parts/ShareRows.tsx',
    'macros/parts/MessageWords.tsx',
    'members/parts/MemberFields.tsx',
    'plans/parts/MilestoneRows.tsx',
    'training/parts/TrainingWhen.tsx',
    'users/parts/PersonFields.tsx',
    'ui/MomentField.tsx',
    'ui/TitleField.tsx',
    'ui/fields.tsx',
  ],
  'stands in an act that keeps its text and its lines': [
    'compensation/parts/AmountActs.tsx',
    'exams/parts/AttemptSheet.tsx',
    'improvements/parts/ItemActs.tsx',
    'members/companies/PolicyAdvice.tsx',
    'trust/leaks/Notices.tsx',
  ],
  'has no line but a day or a moment': [
    'subtasks/parts/AskForm.tsx',
    'routing/parts/PersonPanel.tsx',
    'careers/parts/RosterTab.tsx',
  ],
  'a rule, a word list or a number of a policy, whose editor is saved or left as a whole': [
    'causes/parts/NodePanel.tsx',
    'causes/parts/SolutionEditor.tsx',
    'classes/parts/CategoriesTab.tsx',
    'classes/parts/CategoryForm.tsx',
    'classes/parts/GuideEditor.tsx',
    'classes/parts/HotlineRows.tsx',
    'classes/parts/NameFields.tsx',
    'imports/parts/MappingFields.tsx',
    'journeys/parts/TemplateDialog.tsx',
    'policies/RebasePanel.tsx',
    'policies/parts/DayDialog.tsx',
    'policies/parts/HoursDialog.tsx',
    'policies/parts/NamePair.tsx',
    'policies/parts/PackSwitch.tsx',
    'policies/parts/PackValueDialog.tsx',
    'policies/parts/RuleForm.tsx',
    'policies/parts/ShippedNotice.tsx',
    'policies/parts/SourceFields.tsx',
    'policies/parts/StageForm.tsx',
    'policies/tariff/FormFields.tsx',
    'policies/tariff/RuleFields.tsx',
    'reviews/parts/FormEditor.tsx',
    'rights/parts/AnchorsTab.tsx',
    'routing/parts/WordsTab.tsx',
    'scorecards/parts/SchemeEditor.tsx',
    'surveys/parts/FormEditor.tsx',
    'surveys/parts/ListsTab.tsx',
    'surveys/parts/QuestionEditor.tsx',
    'surveys/parts/SchemesTab.tsx',
    'tiers/parts/EntitlementEditor.tsx',
    'tiers/parts/RuleEditor.tsx',
  ],
  'a setting of the desk or of a person': [
    'exports/parts/BackupPlan.tsx',
    'settings/parts/Greeting.tsx',
    'settings/parts/Hotlines.tsx',
    'settings/personal/KeysTab.tsx',
    'settings/personal/NoticesTab.tsx',
  ],
  'a secret, or a form that holds one: nothing of it is kept': [
    'exports/parts/CopyFields.tsx',
    'session/FirstRun.tsx',
    'session/Recover.tsx',
    'session/Restore.tsx',
    'session/SignIn.tsx',
    'trust/parts/RenewKeyDialog.tsx',
    'trust/parts/SignDialog.tsx',
  ],
  'one short line that is handed in where it stands, or goes into the call as it is left': [
    'calls/parts/CallerChoice.tsx',
    'calls/parts/StartDialog.tsx',
    'cases/parts/VersionPanel.tsx',
    'cases/queue/BulkFields.tsx',
    'evidence/parts/AttachFirst.tsx',
    'evidence/parts/PasteDialog.tsx',
    'knowledge/parts/Rating.tsx',
    'members/parts/Masked.tsx',
    'members/tabs/ReasonAct.tsx',
    'outreach/CampaignDetail.tsx',
    'posts/parts/CheckRow.tsx',
    'reviews/parts/MarksForm.tsx',
    'scorecards/parts/LeadPart.tsx',
    'standards/parts/OptimisePanel.tsx',
    'training/parts/Sessions.tsx',
  ],
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

/** A file that keeps the lines of its form: a mark in the form, a dialog that names what it keeps, or a whole draft. */
const KEEPS = /<KeepLines\b|<FormDialog\s+keep=\{\{|\buseDraft[<(]|\buseRecordForm\b/
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')
const withLines = files.filter((file) => /<(TextInput|TitleField)\b/.test(read(file)))
const loose = withLines.filter((file) => !KEEPS.test(read(file)))

test('a form with fields of one line keeps them, or says why it does not', () => {
  expect(withLines.length).toBeGreaterThan(150)
  expect(loose.filter((file) => !Object.values(LINES_OTHERWISE).flat().includes(file))).toEqual([])
})

test('the lists of forms whose lines are not kept name each file once, and none that keeps them or is gone', () => {
  const named = Object.values(LINES_OTHERWISE).flat()
  expect(new Set(named).size).toBe(named.length)
  expect(named.filter((file) => !loose.includes(file))).toEqual([])
})

test('no form that asks for a secret keeps its lines', () => {
  const secret = /PasswordInput|OwnPasswordField|SecondPerson|recoveryKey/
  const keeping = files.filter((file) => /<TextAct\b|<KeepLines\b|<FormDialog\s+keep=\{\{/.test(read(file)))
  expect(keeping.length).toBeGreaterThan(80)
  expect(keeping.filter((file) => secret.test(read(file)))).toEqual([])
})

test('no two forms keep their lines under one name', () => {
  const kinds = files.flatMap((file) =>
    [...read(file).matchAll(/(?:<KeepLines kind="|<FormDialog\s+keep=\{\{ kind: ')([^"']+)/g)].map(([, kind]) => kind),
  )
  expect(kinds.length).toBeGreaterThan(80)
  expect(kinds.filter((kind, place) => kinds.indexOf(kind) !== place)).toEqual([])
  expect(kinds.filter((kind) => !/^[a-z][a-z0-9-]{0,39}$/.test(kind ?? ''))).toEqual([])
})
