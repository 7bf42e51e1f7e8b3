import type { QuestionDraft } from '../../shared/exams/model.ts'
import { questionDraft } from '../../shared/exams/model.ts'
import { DIFFICULTIES, DIFFICULTY_NAMES, QUESTION_KIND_NAMES, QUESTION_KINDS } from '../../shared/exams/words.ts'
import { TOPIC_TABLE, TRAINING_TOPICS } from '../../shared/training/words.ts'
import { checkQuestion } from './exam-question.ts'
import { headerKey } from './import-mapping.ts'

/** Columns of a table of questions, and the headers that name them. */
const HEADS = {
  kind: ['题型', '类型', 'kind', 'type'],
  topic: ['主题', '知识点', 'topic', 'subject'],
  difficulty: ['难度', 'difficulty'],
  text: ['题目', '题干', 'question', 'questionzh'],
  textEn: ['英文题目', 'questionen'],
  options: ['选项', 'options', 'optionszh'],
  optionsEn: ['英文选项', 'optionsen'],
  right: ['答案', '正确答案', 'answer', 'right'],
  guide: ['解析', '评分要点', 'guide', 'explanation'],
  guideEn: ['英文解析', 'guideen'],
  validFrom: ['生效日期', 'validfrom'],
  validUntil: ['有效期至', '失效日期', 'validuntil'],
} as const
export type Head = keyof typeof HEADS
const REQUIRED = ['kind', 'topic', 'difficulty', 'text', 'right'] as const satisfies readonly Head[]

export type Columns = Readonly<Record<Head, number>>
export type RowRead = { ok: true; question: QuestionDraft } | { ok: false; field: Head | 'row'; reason: string }

/** Where each column stands; undefined when one that every question needs is missing. */
export function columnsOf(headers: readonly string[]): Columns | undefined {
  const keys = headers.map(headerKey)
  const place = (names: readonly string[]) => {
    const known = new Set(names.map(headerKey))
    return keys.findIndex((key) => known.has(key))
  }
  const entries = Object.entries(HEADS).map(([head, names]) => [head, place(names)] as const)
  const columns = Object.fromEntries(entries) as Record<Head, number>
  return REQUIRED.every((head) => columns[head] >= 0) ? columns : undefined
}

type Names = Readonly<Record<string, { zh: string; en: string }>>

function codeOf<T extends string>(codes: readonly T[], names: Names, word: string): T | undefined {
  const asked = word.toLowerCase()
  return codes.find((code) => [code, names[code]?.zh, names[code]?.en].some((name) => name?.toLowerCase() === asked))
}

const TRUE_WORDS = ['对', '正确', '是', 't', 'true', 'yes', '√']
const FALSE_WORDS = ['错', '错误', '否', 'f', 'false', 'no', '×']

/** Letters name options; a true-or-false question says so in words; undefined for anything else. */
function rightOf(kind: QuestionDraft['kind'], word: string): number[] | undefined {
  if (kind === 'short') return []
  const said = word.toLowerCase()
  if (kind === 'trueFalse') return TRUE_WORDS.includes(said) ? [0] : FALSE_WORDS.includes(said) ? [1] : undefined
  const letters = word
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s,、;；]/g, '')
  return /^[A-H]+$/.test(letters) ? [...letters].map((letter) => letter.charCodeAt(0) - 65).sort() : undefined
}

const split = (text: string) =>
  text
    .split(/[|｜\n]/)
    .map((part) => part.trim().replace(/^[A-H][.、．)]\s*/, ''))
    .filter((part) => part !== '')

/** S3-99: one row as a question, or the first thing that is wrong with it and where. */
export function readQuestion(cells: readonly string[], columns: Columns): RowRead {
  const cell = (head: Head) => (columns[head] < 0 ? '' : (cells[columns[head]] ?? '').trim())
  const bad = (field: Head | 'row', reason: string): RowRead => ({ ok: false, field, reason })
  const kind = codeOf(QUESTION_KINDS, QUESTION_KIND_NAMES, cell('kind'))
  if (kind === undefined) return bad('kind', 'unknown-kind')
  const topic = codeOf(TRAINING_TOPICS, TOPIC_TABLE, cell('topic'))
  if (topic === undefined) return bad('topic', 'unknown-topic')
  const difficulty = codeOf(DIFFICULTIES, DIFFICULTY_NAMES, cell('difficulty'))
  if (difficulty === undefined) return bad('difficulty', 'unknown-difficulty')
  if (cell('text') === '') return bad('text', 'question-empty')
  const right = rightOf(kind, cell('right'))
  if (right === undefined) return bad('right', 'unreadable-answer')
  const english = split(cell('optionsEn'))
  const draft = questionDraft.safeParse({
    ...{ kind, topic, difficulty, right },
    text: { zh: cell('text'), en: cell('textEn') },
    options: ['single', 'multiple'].includes(kind)
      ? split(cell('options')).map((zh, place) => ({ zh, en: english[place] ?? '' }))
      : [],
    guide: { zh: kind === 'short' ? cell('guide') || cell('right') : cell('guide'), en: cell('guideEn') },
    validFrom: cell('validFrom') || null,
    validUntil: cell('validUntil') || null,
  })
  if (!draft.success) return bad(headAt(draft.error.issues[0]?.path[0]), 'unreadable-cell')
  const decision = checkQuestion(draft.data)
  return decision.allowed ? { ok: true, question: draft.data } : bad(FIELD_OF[decision.rule] ?? 'row', decision.rule)
}

const FIELD_OF: Readonly<Record<string, Head>> = {
  'question-options': 'options',
  'question-same-options': 'options',
  'question-right': 'right',
  'question-guide': 'guide',
  'question-days': 'validUntil',
}

function headAt(field: PropertyKey | undefined): Head | 'row' {
  return typeof field === 'string' && field in HEADS ? (field as Head) : 'row'
}
