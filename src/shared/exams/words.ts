import type { Bilingual } from '../contract.ts'

/** How a question is answered (S3-99). */
export const QUESTION_KINDS = ['single', 'multiple', 'trueFalse', 'short'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_KIND_NAMES: Record<QuestionKind, Bilingual> = {
  single: { zh: '单选题', en: 'One answer' },
  multiple: { zh: '多选题', en: 'Several answers' },
  trueFalse: { zh: '判断题', en: 'True or false' },
  short: { zh: '简答题', en: 'Short answer' },
}

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

export const DIFFICULTY_NAMES: Record<Difficulty, Bilingual> = {
  easy: { zh: '易', en: 'Easy' },
  medium: { zh: '中', en: 'Medium' },
  hard: { zh: '难', en: 'Hard' },
}

export const QUESTION_STATES = ['active', 'retired'] as const

/** The two answers of every true-or-false question, in this order. */
export const TRUE_FALSE: readonly Bilingual[] = [
  { zh: '正确', en: 'True' },
  { zh: '错误', en: 'False' },
]

export const ATTEMPT_STATES = ['running', 'handedIn', 'marked'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

export const ATTEMPT_STATE_NAMES: Record<AttemptState, Bilingual> = {
  running: { zh: '答题中', en: 'Under way' },
  handedIn: { zh: '待阅卷', en: 'To be marked' },
  marked: { zh: '已出成绩', en: 'Marked' },
}

export const ENDED_BY = ['person', 'time'] as const

/** What an item's figures say about the question itself. */
export const ITEM_VERDICTS = ['few', 'tooEasy', 'tooHard', 'weak', 'wrongKey', 'good'] as const
export type ItemVerdict = (typeof ITEM_VERDICTS)[number]

export const ITEM_VERDICT_NAMES: Record<ItemVerdict, Bilingual> = {
  few: { zh: '样本不足', en: 'Too few answers' },
  tooEasy: { zh: '过易', en: 'Too easy' },
  tooHard: { zh: '过难', en: 'Too hard' },
  weak: { zh: '区分度低', en: 'Tells little apart' },
  wrongKey: { zh: '疑似答案有误', en: 'Check the key' },
  good: { zh: '良好', en: 'Good' },
}

/** Columns of a table of questions as people call them. */
export const QUESTION_FIELD_NAMES: Readonly<Record<string, Bilingual>> = {
  kind: { zh: '题型', en: 'Kind' },
  topic: { zh: '主题', en: 'Subject' },
  difficulty: { zh: '难度', en: 'Difficulty' },
  text: { zh: '题目', en: 'Question' },
  options: { zh: '选项', en: 'Options' },
  right: { zh: '答案', en: 'Answer' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  row: { zh: '整行', en: 'Row' },
}

/** Why a row of a table was not taken. */
export const REJECTION_NAMES: Readonly<Record<string, Bilingual>> = {
  'unknown-kind': { zh: '题型须为单选题、多选题、判断题或简答题', en: 'one of: single, multiple, trueFalse, short' },
  'unknown-topic': { zh: '没有这个主题', en: 'no such subject' },
  'unknown-difficulty': { zh: '难度须为易、中或难', en: 'one of: easy, medium, hard' },
  'question-empty': { zh: '没有题目', en: 'no question' },
  'question-known': { zh: '题库中已有同样的题目', en: 'the bank has this question' },
  'unreadable-answer': { zh: '答案无法识别', en: 'an answer nobody can read' },
  'unreadable-cell': { zh: '内容过长或日期无效', en: 'too long, or no such day' },
  'question-options': { zh: '选项数不符合题型', en: 'the number of options does not fit the kind' },
  'question-same-options': { zh: '有相同的选项', en: 'two options are the same' },
  'question-right': {
    zh: '答案不在选项中，或个数不符合题型',
    en: 'the answer is none of the options, or their number does not fit',
  },
  'question-guide': { zh: '简答题须有评分要点', en: 'a short answer needs its guide' },
  'question-days': { zh: '有效期止日早于起日', en: 'ends before it begins' },
}
