import { z } from 'zod'
import { isStorable } from '../storable.ts'
import { MEASURES, QUESTION_KINDS, SURVEY_SCOPES } from './words.ts'

const words = (max: number) => z.string().trim().min(1).max(max).refine(isStorable, { message: 'unreadable' })
const inBoth = (max: number) => z.object({ zh: words(max), en: words(max) })

const questionId = z
  .string()
  .min(1)
  .max(24)
  .regex(/^[a-z][a-zA-Z0-9]*$/)

/** One question; `poorAt` is the highest answer that counts as poor (0 is a no), null where none does. */
export const question = z.object({
  id: questionId,
  kind: z.enum(QUESTION_KINDS),
  measure: z.enum(MEASURES).nullable(),
  text: inBoth(200),
  isRequired: z.boolean(),
  poorAt: z.number().int().min(0).max(10).nullable(),
  options: z.array(z.object({ code: questionId, name: inBoth(60) })).max(12),
})
export type Question = z.infer<typeof question>

/** The questionnaires that exist: after a complaint, after other service, after a trip. */
export const FORM_CODES = ['handling', 'service', 'trip'] as const
export type FormCode = (typeof FORM_CODES)[number]
export const formCode = z.enum(FORM_CODES)

/** A questionnaire as one version of it is kept: questions, texts that ask for an answer, and how often people are asked. */
export const questionnaire = z.object({
  title: inBoth(60),
  scope: z.enum(SURVEY_SCOPES),
  /** What is said before the first question. */
  intro: inBoth(500),
  questions: z.array(question).min(1).max(20),
  sms: inBoth(500),
  subject: inBoth(120),
  email: inBoth(2000),
  /** Answers are taken so many days after asking. */
  validDays: z.number().int().min(1).max(90),
  /** Nobody is asked again within so many days. */
  gapDays: z.number().int().min(0).max(365),
  /** Nobody is asked more often than this in 365 days. */
  perYear: z.number().int().min(1).max(50),
})
export type Questionnaire = z.infer<typeof questionnaire>

/** What a text that asks for an answer may name. */
export const MESSAGE_VARIABLES = ['name', 'title', 'number', 'matter', 'flight', 'ref', 'until'] as const
export type MessageVariable = (typeof MESSAGE_VARIABLES)[number]

/** Answers by question; a yes or no as true or false. */
export const answerValues = z.record(
  questionId,
  z.union([z.boolean(), z.number(), z.string().max(2000).refine(isStorable, { message: 'unreadable' })]),
)
export type AnswerValues = z.infer<typeof answerValues>
