import { z } from 'zod'
import { caseId, memberId, userId } from '../ids.ts'
import { ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import {
  AUTHORISATION_KINDS,
  AUTHORISATION_STATES,
  DISCLOSURE_KINDS,
  PROGRAMS,
  REVIEW_RESULTS,
  SESSION_ENDS,
  TEXT_KINDS,
  TEXT_STATES,
} from './words.ts'

export const rowId = z.string().min(1).max(64)

/** What a manager sets about data security. */
export const trustSettings = z.object({
  /** Days a person may work without having signed the undertaking. */
  graceDays: z.number().int().min(0).max(90),
  /** An authorisation is reviewed every so many days. */
  reviewDays: z.number().int().min(1).max(92),
  /** Hours within which the authority and the members concerned are told of a leak. */
  authorityHours: z.number().int().min(1).max(240),
  membersHours: z.number().int().min(1).max(720),
})
export type TrustSettings = z.infer<typeof trustSettings>

export const DEFAULT_TRUST: TrustSettings = { graceDays: 7, reviewDays: 30, authorityHours: 24, membersHours: 72 }

/** One version of the rules or of the undertaking. */
export const trustText = z.object({
  id: rowId,
  kind: z.enum(TEXT_KINDS),
  version: z.number().int(),
  state: z.enum(TEXT_STATES),
  title: z.string(),
  body: z.string(),
  savedById: userId.nullable(),
  savedByName: z.string().nullable(),
  savedAt: instant,
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  fromAt: instant.nullable(),
  /** Of the people at the desk now, how many have read or signed this version. */
  assents: z.number().int(),
  people: z.number().int(),
})
export type TrustText = z.infer<typeof trustText>

/** One person beside one version: when it was read or signed, or not yet. */
export const assentRow = z.object({
  userId,
  name: z.string(),
  role: z.enum(ROLES),
  at: instant.nullable(),
  /** Until when the person works on without it; null for the rules, which stop nobody. */
  dueAt: instant.nullable(),
})
export type AssentRow = z.infer<typeof assentRow>

/** A signed undertaking, with what proves it. */
export const signedText = z.object({
  text: trustText,
  userId,
  name: z.string(),
  login: z.string(),
  at: instant,
  /** SHA-256 over what was signed; the signature is by the desk's key and stands in the audit log too. */
  digest: z.string(),
  signature: z.string(),
  publicKey: z.string(),
  isGenuine: z.boolean(),
})
export type SignedText = z.infer<typeof signedText>

export const authorisation = z.object({
  id: rowId,
  kind: z.enum(AUTHORISATION_KINDS),
  state: z.enum(AUTHORISATION_STATES),
  userId,
  userName: z.string(),
  givenById: userId,
  givenByName: z.string(),
  givenAt: instant,
  fromAt: instant,
  untilAt: instant,
  reason: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  memberId: memberId.nullable(),
  memberCard: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string().nullable(),
  reviewAt: instant.nullable(),
  isReviewDue: z.boolean(),
  reviews: z.array(z.object({ at: instant, byName: z.string(), result: z.enum(REVIEW_RESULTS), note: z.string() })),
})
export type Authorisation = z.infer<typeof authorisation>

/** One sign-in at the desk. */
export const deskSession = z.object({
  id: rowId,
  userId,
  userName: z.string(),
  /** Name of the machine. */
  place: z.string(),
  program: z.enum(PROGRAMS),
  startedAt: instant,
  endedAt: instant.nullable(),
  endedHow: z.enum(SESSION_ENDS).nullable(),
  endedByName: z.string().nullable(),
  isThis: z.boolean(),
})
export type DeskSession = z.infer<typeof deskSession>

/** One time that personal data was shown or given out, for whom and why. */
export const disclosure = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.enum(DISCLOSURE_KINDS),
  call: z.string(),
  /** What was done, in both languages of the desk. */
  what: z.object({ zh: z.string(), en: z.string() }),
  outcome: z.enum(['done', 'refused']),
  actorName: z.string(),
  memberId: memberId.nullable(),
  memberCard: z.string().nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Disclosure = z.infer<typeof disclosure>
