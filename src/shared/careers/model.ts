import { z } from 'zod'
import { userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { EFFECTS } from '../training/words.ts'
import { remark, written } from '../written.ts'
import { ABILITIES, CRITERIA, INCENTIVE_KINDS, MOVE_KINDS, MOVE_STATES, POSTS, SEXES, STEP_STATES } from './words.ts'

const level = z.number().int().min(0).max(4)

/** What a post is for, which abilities it asks for, and what must be shown to reach it. */
export const postSpec = z.object({
  post: z.enum(POSTS),
  duties: z.object({ zh: written(500), en: remark(500) }),
  abilities: z.partialRecord(z.enum(ABILITIES), level),
  criteria: z.partialRecord(z.enum(CRITERIA), z.number().min(0).max(600)),
})
export type PostSpec = z.infer<typeof postSpec>

export const ladderBody = z.object({ posts: z.array(postSpec).length(POSTS.length) })
export type Ladder = z.infer<typeof ladderBody>

/** One criterion against what is stored; `have` is null where nothing is stored to check it by. */
export const check = z.object({
  criterion: z.enum(CRITERIA),
  need: z.number(),
  have: z.number().nullable(),
  isMet: z.boolean(),
})
export type Check = z.infer<typeof check>

export const gap = z.object({ ability: z.enum(ABILITIES), need: level, have: level, missing: level })
export type Gap = z.infer<typeof gap>

/** What a person may say of oneself; nothing of it must be said (S4-85, S4-92). */
export const ownFacts = z.object({
  birthYear: z.number().int().min(1900).max(2100).nullable(),
  sex: z.enum(SEXES).nullable(),
  profession: remark(60).nullable(),
  wish: remark(300).nullable(),
  aimPost: z.enum(POSTS).nullable(),
  aimDay: day.nullable(),
})
export type OwnFacts = z.infer<typeof ownFacts>

export const careerMove = z.object({
  id: z.string(),
  userId,
  name: z.string(),
  kind: z.enum(MOVE_KINDS),
  fromPost: z.enum(POSTS),
  toPost: z.enum(POSTS),
  effectiveDay: day,
  reason: z.string(),
  checks: z.array(check),
  state: z.enum(MOVE_STATES),
  proposedAt: instant,
  proposedByName: z.string(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string().nullable(),
  /** Whoever asks is the second person that may decide. */
  mayDecide: z.boolean(),
})
export type CareerMove = z.infer<typeof careerMove>

export const certificateDraft = z.object({
  name: written(120),
  issuer: written(120),
  number: remark(60),
  issuedDay: day,
  expiresDay: day.nullable(),
})

export const certificate = certificateDraft.extend({
  id: z.string(),
  userId,
  personName: z.string(),
  standing: z.enum(['valid', 'soon', 'expired']),
})
export type Certificate = z.infer<typeof certificate>

export const incentiveDraft = z.object({
  kind: z.enum(INCENTIVE_KINDS),
  title: written(120),
  reason: written(1000),
  /** Why this fits this person (S4-92). */
  fits: remark(500),
  amountFen: z.number().int().min(0).max(10_000_000_000).nullable(),
  certificateId: z.string().max(64).nullable(),
  givenDay: day,
})

/** Quality points and exam scores in the 90 days before the day and since. */
export const incentiveFigures = z.object({
  qualityBefore: z.number().nullable(),
  qualityAfter: z.number().nullable(),
  examBefore: z.number().nullable(),
  examAfter: z.number().nullable(),
})
export type IncentiveFigures = z.infer<typeof incentiveFigures>

export const incentive = incentiveDraft.extend({
  id: z.string(),
  userId,
  personName: z.string(),
  recordedByName: z.string(),
  figures: incentiveFigures,
  effect: z.enum(EFFECTS).nullable(),
  effectText: z.string().nullable(),
  evaluatedByName: z.string().nullable(),
})
export type Incentive = z.infer<typeof incentive>

export const stepDraft = z.object({
  title: written(200),
  ability: z.enum(ABILITIES).nullable(),
  trainingId: z.string().max(64).nullable(),
  dueDay: day,
})

export const developmentStep = stepDraft.extend({
  id: z.string(),
  trainingTitle: z.string().nullable(),
  state: z.enum(STEP_STATES),
  note: z.string(),
  isLate: z.boolean(),
})
export type DevelopmentStep = z.infer<typeof developmentStep>

/** One person's career: post, aim, checks, abilities, plan, certificates, incentives, moves. */
export const careerFile = z.object({
  userId,
  name: z.string(),
  post: z.enum(POSTS),
  postSince: day,
  facts: ownFacts,
  /** The post above, or the one aimed at; null at the top. */
  next: z.enum(POSTS).nullable(),
  checks: z.array(check),
  gaps: z.array(gap),
  nextGaps: z.array(gap),
  abilityNotes: z.partialRecord(z.enum(ABILITIES), z.string()),
  steps: z.array(developmentStep),
  certificates: z.array(certificate),
  incentives: z.array(incentive),
  moves: z.array(careerMove),
  courses: z.array(z.object({ trainingId: z.string(), title: z.string(), attended: z.boolean() })),
  /** May assess, propose, reward: the lead or manager of the person, never the person. */
  mayLead: z.boolean(),
  isOwn: z.boolean(),
})
export type CareerFile = z.infer<typeof careerFile>

export const personRow = z.object({
  userId,
  name: z.string(),
  post: z.enum(POSTS),
  postSince: day,
  next: z.enum(POSTS).nullable(),
  met: z.number().int(),
  asked: z.number().int(),
  gaps: z.number().int(),
  openSteps: z.number().int(),
})
export type PersonRow = z.infer<typeof personRow>
