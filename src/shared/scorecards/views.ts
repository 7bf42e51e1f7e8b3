import { z } from 'zod'
import { userId } from '../ids.ts'
import { instant } from '../time.ts'
import {
  customers,
  figure,
  leadMarks,
  month,
  points,
  result,
  scheme,
  scoreChange,
  selfMarks,
  summary,
} from './model.ts'
import { ANSWER_STATES, PART_STATES, ROUND_STATES } from './words.ts'

const name = z.string().nullable()

/** A version of weights and goals, and from which month it counts; version 1 comes with the product. */
export const schemeVersion = z.object({
  version: z.number().int(),
  fromMonth: month.nullable(),
  reason: z.string(),
  savedAt: instant.nullable(),
  savedByName: name,
  scheme,
})
export type SchemeVersion = z.infer<typeof schemeVersion>

/** Something about a person that a reader of the card must know. */
export const personNote = z.object({
  kind: z.enum(['joined', 'left', 'changedTeam', 'moved', 'noAssessor', 'assessorLeft']),
  /** The new lead, for a person who moved since the opening; the earlier ones, for a change within the month. */
  name: z.string(),
})

/** One person of a round, as lists show it; points stay hidden from the person until they are published. */
export const cardRow = z.object({
  id: z.string(),
  roundId: z.string(),
  month,
  userId,
  login: z.string(),
  name: z.string(),
  leadId: userId.nullable(),
  leadName: name,
  seq: z.number().int(),
  notes: z.array(personNote),
  selfState: z.enum(PART_STATES),
  selfAt: instant.nullable(),
  isSelfLate: z.boolean(),
  leadState: z.enum(PART_STATES),
  leadAt: instant.nullable(),
  isLeadLate: z.boolean(),
  reminders: z.number().int(),
  remindedAt: instant.nullable(),
  total: points.nullable(),
  grade: z.string().nullable(),
  bonusFen: z.number().int().nullable(),
  answer: z.enum(ANSWER_STATES),
  isCorrected: z.boolean(),
})
export type CardRow = z.infer<typeof cardRow>

/** How one lead's marks lie beside the others': what a calibration looks at. */
export const leadSpread = z.object({
  leadId: userId,
  name: z.string(),
  cards: z.number().int(),
  mean: points,
  lowest: points,
  highest: points,
})
export type LeadSpread = z.infer<typeof leadSpread>

export const roundRow = z.object({
  id: z.string(),
  month,
  state: z.enum(ROUND_STATES),
  people: z.number().int(),
})

export const roundView = roundRow.extend({
  schemeVersion: z.number().int(),
  scheme,
  selfDueAt: instant,
  leadDueAt: instant,
  answerDueAt: instant.nullable(),
  openedAt: instant,
  openedByName: z.string(),
  countedAt: instant,
  publishedAt: instant.nullable(),
  publishedByName: name,
  frozenAt: instant.nullable(),
  frozenByName: name,
  sha256: name,
  /** False when a frozen card is no longer what its fingerprint says. */
  isWhole: z.boolean(),
  cards: z.array(cardRow),
  leads: z.array(leadSpread),
})
export type RoundView = z.infer<typeof roundView>

/** One person's month in full. */
export const cardView = cardRow.extend({
  state: z.enum(ROUND_STATES),
  /** Number of the newest change of the person's own part. */
  selfSeq: z.number().int(),
  scheme,
  schemeVersion: z.number().int(),
  countedAt: instant,
  selfDueAt: instant,
  leadDueAt: instant,
  answerDueAt: instant.nullable(),
  figures: z.array(figure),
  customers,
  self: selfMarks.nullable(),
  summary: summary.nullable(),
  lead: leadMarks.nullable(),
  leadByName: name,
  leadReason: z.string(),
  changes: z.array(scoreChange),
  /** As it counts: after a correction, with it. */
  result: result.nullable(),
  /** As it was frozen, when a correction changed it since. */
  frozenResult: result.nullable(),
  frozenAt: instant.nullable(),
  sha256: name,
  isWhole: z.boolean(),
  answerText: z.string(),
  answeredAt: instant.nullable(),
  decisionText: z.string(),
  decidedAt: instant.nullable(),
  decidedByName: name,
})
export type CardView = z.infer<typeof cardView>

/** What waits for oneself in a round (S3-109). */
export const waiting = z.object({
  kind: z.enum(['self', 'assess', 'answer']),
  month,
  cardId: z.string(),
  name: z.string(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  reminders: z.number().int(),
})
export type Waiting = z.infer<typeof waiting>

export const behindRow = z.object({
  kind: z.enum(['call', 'case', 'answer', 'exam', 'review']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  at: instant,
  /** Part of one case, call or answer that is the person's. */
  credit: z.number(),
  isHit: z.boolean(),
  /** Milliseconds of a call, points of an answer or examination. */
  value: z.number().nullable(),
})
export type BehindView = z.infer<typeof behindRow>

export const rankRow = z.object({
  place: z.number().int(),
  userId,
  login: z.string(),
  name: z.string(),
  total: points,
  grade: z.string(),
  months: z.number().int(),
  commendations: z.number().int(),
})
export type RankRow = z.infer<typeof rankRow>
