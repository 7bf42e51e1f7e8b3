import { z } from 'zod'
import { userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import {
  ATTENDANCES,
  EFFECTS,
  PLAN_STATES,
  REPEATS,
  SESSION_STATES,
  TRAINING_KINDS,
  TRAINING_TOPICS,
  TRAINING_WAYS,
} from './words.ts'

export const fen = z.number().int().min(0).max(10_000_000_000)

/** From when, how long, how often: its sessions follow from it. */
export const schedule = z.object({
  firstDay: day,
  /** Minute of the day on the desk's clock. */
  minute: z.number().int().min(0).max(1439),
  minutes: z.number().int().min(10).max(1440),
  repeat: z.enum(REPEATS),
  times: z.number().int().min(1).max(60),
})
export type Schedule = z.infer<typeof schedule>

/** What a plan says of one training (S2-180..182, S3-80). */
export const trainingDraft = z.object({
  title: z.string().trim().min(1, { message: 'required' }).max(120),
  goal: z.string().trim().min(1, { message: 'required' }).max(1000),
  content: z.string().trim().min(1, { message: 'required' }).max(4000),
  kind: z.enum(TRAINING_KINDS),
  topics: z.array(z.enum(TRAINING_TOPICS)).min(1).max(TRAINING_TOPICS.length),
  way: z.enum(TRAINING_WAYS),
  /** Lecturer, institution, address of a resource, or moderator. */
  teacher: z.string().trim().min(1, { message: 'required' }).max(300),
  /** Released case studies that are discussed (S3-88). */
  studyIds: z.array(z.string().min(1).max(64)).max(20),
  schedule,
  place: z.string().trim().max(200),
  budgetFen: fen,
  responsibleId: userId,
  /** Points of 100 that pass its examination; null when there is none. */
  passMark: z.number().int().min(1).max(100).nullable(),
})
export type TrainingDraft = z.infer<typeof trainingDraft>

export const participant = z.object({
  userId,
  name: z.string(),
  attendance: z.enum(ATTENDANCES).nullable(),
  score: z.number().int().nullable(),
  isPassed: z.boolean().nullable(),
  note: z.string(),
})
export type Participant = z.infer<typeof participant>

export const trainingSession = z.object({
  id: z.string(),
  place: z.number().int(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(SESSION_STATES),
  cancelReason: z.string().nullable(),
  people: z.array(participant),
})
export type TrainingSession = z.infer<typeof trainingSession>

export const trainingRow = trainingDraft.extend({
  id: z.string(),
  responsibleName: z.string(),
  sessions: z.number().int(),
  nextAt: instant.nullable(),
  invited: z.number().int(),
  attended: z.number().int(),
  effect: z.enum(EFFECTS).nullable(),
})
export type TrainingRow = z.infer<typeof trainingRow>

/**
 * What the desk's own figures say of those who attended: quality points before the first session and since, and points of
 * published scorecards of the months before that of the first session and after it.
 */
export const effectFigures = z.object({
  attended: z.number().int(),
  invited: z.number().int(),
  passed: z.number().int(),
  examined: z.number().int(),
  averageScore: z.number().nullable(),
  qualityBefore: z.number().nullable(),
  qualityAfter: z.number().nullable(),
  pointsBefore: z.number().nullable().default(null),
  pointsAfter: z.number().nullable().default(null),
})
export type EffectFigures = z.infer<typeof effectFigures>

export const trainingView = trainingRow.extend({
  year: z.number().int(),
  planState: z.enum(PLAN_STATES),
  list: z.array(trainingSession),
  studies: z.array(z.object({ id: z.string(), title: z.string() })),
  figures: effectFigures,
  effectText: z.string().nullable(),
  effectFigures: effectFigures.nullable(),
  assessedAt: instant.nullable(),
  assessedByName: z.string().nullable(),
})
export type TrainingView = z.infer<typeof trainingView>

export const planView = z.object({
  id: z.string(),
  year: z.number().int(),
  goal: z.string(),
  budgetFen: fen,
  /** The sum of its trainings' budgets. */
  plannedFen: z.number().int(),
  state: z.enum(PLAN_STATES),
  approvedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  trainings: z.array(trainingRow),
})
export type PlanView = z.infer<typeof planView>

/** One's own training: when, what, and how it went (S3-29). */
export const ownTraining = z.object({
  sessionId: z.string(),
  trainingId: z.string(),
  title: z.string(),
  kind: z.enum(TRAINING_KINDS),
  way: z.enum(TRAINING_WAYS),
  teacher: z.string(),
  place: z.string(),
  content: z.string(),
  studies: z.array(z.object({ id: z.string(), title: z.string() })),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(SESSION_STATES),
  attendance: z.enum(ATTENDANCES).nullable(),
  score: z.number().int().nullable(),
  isPassed: z.boolean().nullable(),
  note: z.string(),
})
export type OwnTraining = z.infer<typeof ownTraining>
