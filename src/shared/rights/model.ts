import { z } from 'zod'
import { memberId, userId } from '../ids.ts'
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../members/words.ts'
import { day, instant } from '../time.ts'
import {
  ASSESSMENT_STATES,
  CORRECTED_FIELDS,
  DUE_STATES,
  LIMIT_SCOPES,
  OCCASIONS,
  RECIPIENT_ROLES,
  REQUEST_KINDS,
  REQUEST_STATES,
  RISK_LEVELS,
  SHARING_BASES,
} from './words.ts'

export const recordId = z.string().min(1).max(64)

/** What a request asks for in particular. */
export const wanted = z.object({
  field: z.enum(CORRECTED_FIELDS).optional(),
  value: z.string().trim().max(200).optional(),
  scopes: z.array(z.enum(LIMIT_SCOPES)).max(LIMIT_SCOPES.length).optional(),
})
export type Wanted = z.infer<typeof wanted>

/** What came of a request; before and after of a correction are masked in lists. */
export const outcome = z.object({
  before: z.string().optional(),
  after: z.string().optional(),
  scopes: z.array(z.enum(LIMIT_SCOPES)).optional(),
  exportId: z.string().optional(),
  fileName: z.string().optional(),
  rows: z.number().int().optional(),
  untilDay: day.optional(),
  grounds: z.array(z.string()).optional(),
  records: z.number().int().optional(),
})
export type Outcome = z.infer<typeof outcome>

export const rightsRequest = z.object({
  id: recordId,
  number: z.string(),
  memberId,
  card: z.string(),
  memberName: z.string(),
  kind: z.enum(REQUEST_KINDS),
  state: z.enum(REQUEST_STATES),
  channel: z.enum(CONSENT_CHANNELS),
  requester: z.string(),
  text: z.string(),
  wanted,
  identity: z.string().nullable(),
  identityByName: z.string().nullable(),
  receivedAt: instant,
  recordedByName: z.string(),
  dueAt: instant,
  due: z.enum(DUE_STATES).nullable(),
  extendReason: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  refusal: z.string().nullable(),
  answer: z.string(),
  outcome,
})
export type RightsRequest = z.infer<typeof rightsRequest>

export const memberLimit = z.object({
  id: recordId,
  scope: z.enum(LIMIT_SCOPES),
  reason: z.string(),
  fromAt: instant,
  setByName: z.string(),
  liftedAt: instant.nullable(),
  liftReason: z.string(),
})
export type MemberLimit = z.infer<typeof memberLimit>

/** One word of consent as it stands in the ledger. */
export const consentEntry = z.object({
  id: recordId,
  memberId,
  card: z.string(),
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  at: instant,
  channel: z.enum(CONSENT_CHANNELS),
  byName: z.string(),
  /** The version of the text that was agreed to; null where it was not recorded. */
  textVersion: z.number().int().nullable(),
  proof: z.string(),
})
export type ConsentEntry = z.infer<typeof consentEntry>

export const consentText = z.object({
  id: recordId,
  purpose: z.enum(CONSENT_PURPOSES),
  version: z.number().int(),
  zh: z.string(),
  en: z.string(),
  fromDay: day,
  byName: z.string(),
})
export type ConsentText = z.infer<typeof consentText>

export const assessment = z.object({
  id: recordId,
  title: z.string(),
  occasion: z.enum(OCCASIONS),
  purpose: z.string(),
  necessity: z.string(),
  risks: z.string(),
  measures: z.string(),
  level: z.enum(RISK_LEVELS),
  state: z.enum(ASSESSMENT_STATES),
  reviewDay: day,
  createdAt: instant,
  createdBy: userId,
  createdByName: z.string(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string(),
  keepUntil: day.nullable(),
  mayDecide: z.boolean(),
})
export type Assessment = z.infer<typeof assessment>

export const arrangement = z.object({
  id: recordId,
  recipient: z.string(),
  role: z.enum(RECIPIENT_ROLES),
  contact: z.string(),
  purpose: z.string(),
  fields: z.string(),
  basis: z.enum(SHARING_BASES),
  basisText: z.string(),
  assessmentTitle: z.string().nullable(),
  isAbroad: z.boolean(),
  fromDay: day,
  untilDay: day.nullable(),
  createdByName: z.string(),
  endedAt: instant.nullable(),
  endReason: z.string(),
})
export type Arrangement = z.infer<typeof arrangement>

/** A place of the audit chain that was sent out. */
export const anchor = z.object({
  id: recordId,
  sequence: z.number().int(),
  hash: z.string(),
  sentAt: instant,
  sentByName: z.string(),
  keptBy: z.string(),
  /** The signed text itself; null when the store no longer has it. */
  note: z.string().nullable(),
})
export type Anchor = z.infer<typeof anchor>

/** What the comparison of a kept place with the chain shows. */
export const ANCHOR_RESULTS = ['same', 'unreadable', 'otherStore', 'rolledBack', 'rewritten'] as const
export type AnchorResult = (typeof ANCHOR_RESULTS)[number]
