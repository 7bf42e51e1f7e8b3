import { z } from 'zod'
import { callId, memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'
import { CUSTOMER_TYPES, ORIGIN_CHANNELS, STAGES, WISH_SOURCES, WISH_TOPICS } from './words.ts'

const note = z.string().trim().max(500).refine(isStorable, { message: 'unreadable' })

/** One tag as it is entered: a value of its topic, or a few words where the topic takes words. */
export const newTag = z.object({ topic: z.enum(WISH_TOPICS), value: line(60), note: note.default('') })
export type NewTag = z.infer<typeof newTag>

/** One tag on a member, with where it came from, when it was said and who wrote it down. */
export const wishTag = z.object({
  id: z.string(),
  memberId,
  topic: z.enum(WISH_TOPICS),
  value: z.string(),
  note: z.string(),
  source: z.enum(WISH_SOURCES),
  stage: z.enum(STAGES),
  saidAt: instant,
  recordedAt: instant,
  recordedByName: z.string(),
  seenAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type WishTag = z.infer<typeof wishTag>

/** Which campaign or channel brought a member (S4-50). */
export const origin = z.object({
  channel: z.enum(ORIGIN_CHANNELS),
  campaign: z.string(),
  recordedAt: instant,
  recordedByName: z.string(),
})
export type Origin = z.infer<typeof origin>

export const newOrigin = z.object({ channel: z.enum(ORIGIN_CHANNELS), campaign: note.default('') })

/** Why a type is proposed: what was looked at, what it showed, what it takes. */
export const TYPE_GROUNDS = [
  'company',
  'said',
  'weekdayTrips',
  'weekendTrips',
  'child',
  'tripsTogether',
  'segments',
  'spendFen',
] as const
export const typeGround = z.object({ ground: z.enum(TYPE_GROUNDS), value: z.number(), atLeast: z.number() })
export type TypeGround = z.infer<typeof typeGround>

/** A kind of customer: proposed from the figures, and what a person said to it (S4-74). */
export const customerTypeView = z.object({
  type: z.enum(CUSTOMER_TYPES),
  isProposed: z.boolean(),
  grounds: z.array(typeGround),
  /** A person's word; null while nobody decided. */
  isConfirmed: z.boolean().nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
})
export type CustomerTypeView = z.infer<typeof customerTypeView>

/** What a member pays for, put into figures from the spend records (S4-70). */
export const spendHabits = z.object({
  months: z.number().int(),
  spends: z.number().int(),
  totalFen: z.number().int(),
  meanFen: z.number().int(),
  /** Share spent with partners, 0 to 1. */
  partnerShare: z.number(),
  /** The cabin flown most often; null without trips. */
  cabin: z.string().nullable(),
  trips: z.number().int(),
})
export type SpendHabits = z.infer<typeof spendHabits>

export const wishFile = z.object({
  tags: z.array(wishTag),
  past: z.array(wishTag),
  origin: origin.nullable(),
  types: z.array(customerTypeView),
  habits: spendHabits,
})
export type WishFile = z.infer<typeof wishFile>

/** One questionnaire file or interview that wishes came from. */
export const wishSourceView = z.object({
  id: z.string(),
  kind: z.enum(['questionnaire', 'interview']),
  at: instant,
  byName: z.string(),
  memberId: memberId.nullable(),
  memberName: z.string().nullable(),
  callId: callId.nullable(),
  stage: z.enum(STAGES),
  note: z.string(),
  fileName: z.string().nullable(),
  read: z.number().int(),
  recorded: z.number().int(),
  rejected: z.number().int(),
})
export type WishSourceView = z.infer<typeof wishSourceView>

export const ROW_FAULTS = ['unknown-card', 'unknown-value', 'too-long', 'nothing-said', 'day', 'no-consent'] as const
export type RowFault = (typeof ROW_FAULTS)[number]
export const rowFault = z.object({ row: z.number().int(), column: z.string(), reason: z.enum(ROW_FAULTS) })

/** How fast what members say is passed on (S4-80); spans in milliseconds. */
export const timeliness = z.object({
  count: z.number().int(),
  /** Half of it was written down within this long after it was said. */
  medianToRecord: z.number().nullable(),
  seen: z.number().int(),
  /** Half of what was seen was first seen by a colleague within this long after it was written down. */
  medianToSee: z.number().nullable(),
  /** Share seen by a colleague within a day, 0 to 1; of what is a day old. */
  withinDay: z.number().nullable(),
  unseen: z.number().int(),
})
export type Timeliness = z.infer<typeof timeliness>
