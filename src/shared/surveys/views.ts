import { z } from 'zod'
import { caseId, memberId, userId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { answerValues, formCode, questionnaire } from './model.ts'
import {
  DECISIONS,
  EXCLUSIONS,
  GROUPINGS,
  INVITATION_STATES,
  SAMPLE_KINDS,
  SURVEY_CHANNELS,
  SURVEY_SCOPES,
  SURVEY_SOURCES,
} from './words.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)

/** A version of a questionnaire as a list shows it. */
export const formRow = z.object({
  id: z.string(),
  code: formCode,
  version: z.number().int().min(1),
  state: z.enum(['draft', 'published']),
  title: z.object({ zh: z.string(), en: z.string() }),
  scope: z.enum(SURVEY_SCOPES),
  /** The version that people are asked with now. */
  isCurrent: z.boolean(),
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  reason: z.string(),
  answers: count,
})
export type FormRow = z.infer<typeof formRow>

/** A version of a questionnaire with everything in it. */
export const formView = z.object({
  id: z.string(),
  code: formCode,
  version: z.number().int().min(1),
  state: z.enum(['draft', 'published']),
  body: questionnaire,
})
export type FormView = z.infer<typeof formView>

/** One person asked once, the name masked. */
export const invitationView = z.object({
  id,
  ref: z.string(),
  scope: z.enum(SURVEY_SCOPES),
  source: z.enum(SURVEY_SOURCES),
  channel: z.enum(SURVEY_CHANNELS),
  state: z.enum(INVITATION_STATES),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  /** Seq of the newest entry of the case. */
  lastSeq: z.number().int().nullable(),
  round: z.number().int(),
  maskedName: z.string(),
  agentName: z.string().nullable(),
  askedAt: instant,
  askedByName: z.string(),
  validUntil: instant,
  attempts: count,
  form: formView,
})
export type InvitationView = z.infer<typeof invitationView>

/** What somebody answered, and what is done about it where it is poor. */
export const answerView = z.object({
  id,
  invitationId: id,
  ref: z.string(),
  scope: z.enum(SURVEY_SCOPES),
  source: z.enum(SURVEY_SOURCES),
  channel: z.enum(SURVEY_CHANNELS),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  round: z.number().int(),
  memberId: memberId.nullable(),
  agentId: userId.nullable(),
  agentName: z.string().nullable(),
  answeredAt: instant,
  enteredByName: z.string(),
  result: count.nullable(),
  process: count.nullable(),
  agent: count.nullable(),
  overall: count.nullable(),
  nps: count.nullable(),
  effort: count.nullable(),
  accepted: z.boolean().nullable(),
  solved: z.string().nullable(),
  comment: z.string(),
  values: answerValues,
  form: formView.omit({ body: true }),
  isPoor: z.boolean(),
  poorOn: z.array(z.string()),
  decision: z.enum(DECISIONS).nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string(),
})
export type AnswerView = z.infer<typeof answerView>

/** Whom to ask, and after what. */
export const listQuery = z
  .object({
    scope: z.enum(SURVEY_SCOPES),
    source: z.enum(SURVEY_SOURCES),
    channel: z.enum(SURVEY_CHANNELS),
    from: instant,
    to: instant,
    sampleKind: z.enum(SAMPLE_KINDS).default('all'),
    sampleSize: z.number().int().min(0).max(10_000).default(0),
    /** Decides the draw: the same number draws the same people. */
    seed: z.number().int().min(0).max(4_294_967_295).default(1),
  })
  .refine((one) => one.to > one.from, { message: 'before-start', path: ['to'] })
  .refine((one) => one.to - one.from <= 400 * 86_400_000, { message: 'period-too-long', path: ['to'] })
  .refine((one) => one.sampleKind === 'all' || one.sampleSize > 0, { message: 'required', path: ['sampleSize'] })

/** Somebody who may be asked, masked. */
const dueRow = z.object({
  id,
  maskedName: z.string(),
  maskedAddress: z.string(),
  language: z.string(),
  matter: z.string(),
  agentName: z.string().nullable(),
  tier: z.enum(MEMBER_TIERS),
  endedAt: instant,
})
export type DueRow = z.infer<typeof dueRow>

/** A list as it would be made: who stands on it, how many there were, and why the others do not. */
export const duePreview = z.object({
  formId: z.string(),
  candidates: count,
  due: count,
  excluded: z.array(z.object({ reason: z.enum(EXCLUSIONS), count })),
  sampled: count,
  rows: z.array(dueRow),
})
export type DuePreview = z.infer<typeof duePreview>

export const runRow = z.object({
  id,
  at: instant,
  actorName: z.string(),
  schemeName: z.string().nullable(),
  formId: z.string(),
  scope: z.enum(SURVEY_SCOPES),
  source: z.enum(SURVEY_SOURCES),
  channel: z.enum(SURVEY_CHANNELS),
  periodFrom: instant,
  periodTo: instant,
  sampleKind: z.enum(SAMPLE_KINDS),
  sampleSize: count,
  seed: count,
  candidates: count,
  due: count,
  sampled: count,
  excluded: duePreview.shape.excluded,
  answered: count,
  fileName: z.string(),
  sha256: z.string(),
})
export type RunRow = z.infer<typeof runRow>

export const schemeView = z.object({
  id,
  name: z.string(),
  scope: z.enum(SURVEY_SCOPES),
  source: z.enum(SURVEY_SOURCES),
  channel: z.enum(SURVEY_CHANNELS),
  everyDays: z.number().int(),
  sampleKind: z.enum(SAMPLE_KINDS),
  sampleSize: count,
  isActive: z.boolean(),
  nextRunAt: instant,
  isDue: z.boolean(),
})
export type SchemeView = z.infer<typeof schemeView>

const share = z.object({
  hits: count,
  count,
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
})
export type ShareView = z.infer<typeof share>
const score = share.extend({ mean: z.number().nullable() })
export type ScoreView = z.infer<typeof score>

/** Results of one group: shares with their 95 % interval, process and result apart. */
export const figures = z.object({
  asked: count,
  answered: count,
  response: share,
  result: score,
  process: score,
  agent: score,
  overall: score,
  effort: score,
  accepted: share,
  solved: share,
  nps: z.object({
    promoters: count,
    passives: count,
    detractors: count,
    count,
    score: z.number().nullable(),
    low: z.number(),
    high: z.number(),
  }),
  poor: count,
})
export type FiguresView = z.infer<typeof figures>

export const resultsView = z.object({
  scope: z.enum(SURVEY_SCOPES),
  by: z.enum(GROUPINGS),
  total: figures,
  groups: z.array(figures.extend({ key: z.string(), name: z.string().nullable() })),
})
export type ResultsView = z.infer<typeof resultsView>
