import { z } from 'zod'
import { userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { TRAINING_TOPICS } from '../training/words.ts'
import { remark, written } from '../written.ts'
import { ATTEMPT_STATES, DIFFICULTIES, ENDED_BY, ITEM_VERDICTS, QUESTION_KINDS, QUESTION_STATES } from './words.ts'

/** Chinese is required; where English is empty the Chinese is shown. */
export const bothTexts = (longest: number) => z.object({ zh: written(longest), en: remark(longest) })

/** A question as its author writes it (S3-99). */
export const questionDraft = z.object({
  kind: z.enum(QUESTION_KINDS),
  topic: z.enum(TRAINING_TOPICS),
  difficulty: z.enum(DIFFICULTIES),
  text: bothTexts(1000),
  options: z.array(bothTexts(300)).max(8),
  /** Places of the right options, from 0; of a true-or-false question 0 means true. */
  right: z.array(z.number().int().min(0).max(7)).max(8),
  /** Why it is so; of a short answer what it must contain. */
  guide: z.object({ zh: remark(2000), en: remark(2000) }),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
})
export type QuestionDraft = z.infer<typeof questionDraft>

export const questionRow = questionDraft.extend({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  state: z.enum(QUESTION_STATES),
  isValid: z.boolean(),
})
export type QuestionRow = z.infer<typeof questionRow>

/** What the marked answers say about a question. */
export const itemFigures = z.object({
  answers: z.number().int(),
  /** Share of the points that was won, 0 to 1: the higher, the easier. */
  difficulty: z.number().nullable(),
  /** Best 27 % minus worst 27 %, -1 to 1. */
  discrimination: z.number().nullable(),
  /** Correlation of the item with the rest of the paper, -1 to 1. */
  correlation: z.number().nullable(),
  verdict: z.enum(ITEM_VERDICTS),
})
export type ItemFigures = z.infer<typeof itemFigures>

export const questionView = questionRow.extend({
  figures: itemFigures,
  versions: z.array(
    z.object({ version: z.number().int(), savedAt: instant, savedByName: z.string(), reason: z.string() }),
  ),
})
export type QuestionView = z.infer<typeof questionView>

/** So many questions of this kind; what is null may be any. */
export const blueprintLine = z.object({
  topic: z.enum(TRAINING_TOPICS).nullable(),
  difficulty: z.enum(DIFFICULTIES).nullable(),
  kind: z.enum(QUESTION_KINDS).nullable(),
  count: z.number().int().min(1).max(50),
  points: z.number().int().min(1).max(50),
})
export type BlueprintLine = z.infer<typeof blueprintLine>

export const paperDraft = z.object({
  title: written(120),
  blueprint: z.array(blueprintLine).min(1).max(20),
  minutes: z.number().int().min(1).max(300),
  /** Points of 100 that pass. */
  passMark: z.number().int().min(1).max(100),
  /** The first attempt and the retakes. */
  maxAttempts: z.number().int().min(1).max(5),
})
export type PaperDraft = z.infer<typeof paperDraft>

export const paperRow = paperDraft.extend({
  id: z.string(),
  isActive: z.boolean(),
  questions: z.number().int(),
  outOf: z.number().int(),
  /** What the bank lacks for it today. */
  missing: z.number().int(),
})
export type PaperRow = z.infer<typeof paperRow>

export const answerGiven = z.object({
  choices: z.array(z.number().int().min(0).max(7)).max(8).default([]),
  text: remark(4000),
})
export type AnswerGiven = z.infer<typeof answerGiven>

const facts = {
  id: z.string(),
  title: z.string(),
  month: z.string(),
  minutes: z.number().int(),
  passMark: z.number().int(),
  maxAttempts: z.number().int(),
  opensAt: instant,
  closesAt: instant,
  state: z.enum(['open', 'cancelled']),
  cancelReason: z.string().nullable(),
}

export const attemptRow = z.object({
  id: z.string(),
  place: z.number().int(),
  state: z.enum(ATTEMPT_STATES),
  startedAt: instant,
  endedAt: instant.nullable(),
  endedBy: z.enum(ENDED_BY).nullable(),
  /** Its time is over, though nobody has collected it. */
  isOver: z.boolean(),
  clockBackMs: z.number().int(),
  outOf: z.number().int(),
  points: z.number().int().nullable(),
  score: z.number().int().nullable(),
})
export type AttemptRow = z.infer<typeof attemptRow>

export const examPerson = z.object({
  userId,
  name: z.string(),
  attempts: z.array(attemptRow),
  score: z.number().int().nullable(),
  isPassed: z.boolean().nullable(),
})
export type ExamPerson = z.infer<typeof examPerson>

export const examRow = z.object({
  ...facts,
  invited: z.number().int(),
  sat: z.number().int(),
  passed: z.number().int(),
  /** Attempts with a short answer that waits for a person. */
  toMark: z.number().int(),
})
export type ExamRow = z.infer<typeof examRow>

export const examView = examRow.extend({
  blueprint: z.array(blueprintLine),
  seed: z.number().int(),
  people: z.array(examPerson),
})
export type ExamView = z.infer<typeof examView>

/** One's own exam: whether it may be sat now, and how it went. */
export const ownExam = z.object({
  ...facts,
  attempts: z.array(attemptRow),
  score: z.number().int().nullable(),
  isPassed: z.boolean().nullable(),
  maySit: z.boolean(),
})
export type OwnExam = z.infer<typeof ownExam>

export const paperQuestion = z.object({
  place: z.number().int(),
  kind: z.enum(QUESTION_KINDS),
  text: bothTexts(1000),
  /** In the order drawn for this attempt; `place` is what an answer names. */
  options: z.array(z.object({ place: z.number().int(), zh: z.string(), en: z.string() })),
  outOf: z.number().int(),
  answer: answerGiven.nullable(),
  /** Only once the exam has closed, or for whoever marks it. */
  right: z.array(z.number().int()).nullable(),
  guide: z.object({ zh: z.string(), en: z.string() }).nullable(),
  points: z.number().int().nullable(),
  remark: z.string(),
})
export type PaperQuestion = z.infer<typeof paperQuestion>

export const attemptView = attemptRow.extend({
  examId: z.string(),
  title: z.string(),
  userId,
  name: z.string(),
  passMark: z.number().int(),
  remainingMs: z.number().int(),
  isOpened: z.boolean(),
  questions: z.array(paperQuestion),
})
export type AttemptView = z.infer<typeof attemptView>

/** What an answer or a sign of life comes back as; `isLate` when the time was over and the answer was not taken. */
export const pulse = z.object({
  state: z.enum(ATTEMPT_STATES),
  remainingMs: z.number().int(),
  isLate: z.boolean(),
})
export type Pulse = z.infer<typeof pulse>

export const examResult = z.object({
  examId: z.string(),
  title: z.string(),
  userId,
  name: z.string(),
  month: z.string(),
  score: z.number().int(),
  isPassed: z.boolean(),
  attempts: z.number().int(),
})
export type ExamResult = z.infer<typeof examResult>

export const itemRow = z.object({
  questionId: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  kind: z.enum(QUESTION_KINDS),
  topic: z.enum(TRAINING_TOPICS),
  difficulty: z.enum(DIFFICULTIES),
  text: z.object({ zh: z.string(), en: z.string() }),
  figures: itemFigures,
})
export type ItemRow = z.infer<typeof itemRow>
