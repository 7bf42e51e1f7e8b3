import { z } from 'zod'
import { bookingView } from '../flights/model.ts'
import { callId, caseId, memberId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { line } from './fields.ts'
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_KINDS,
  DOCUMENT_TYPES,
  FILE_PARTS,
  GENDERS,
  MATCHES,
  MEMBER_STATUSES,
} from './words.ts'

const count = z.number().int().min(0)

/** One answer of a look-up: enough to tell people apart, the number masked. */
export const memberHit = z.object({
  id: memberId,
  card: z.string(),
  name: z.string(),
  tier: z.enum(MEMBER_TIERS),
  status: z.enum(MEMBER_STATUSES),
  maskedMobile: z.string(),
  city: z.string(),
  matchedBy: z.enum(MATCHES),
  /** The file lies beyond what the person reads: only that there is such a member is said (S3-129). */
  isBeyond: z.boolean(),
})
export type MemberHit = z.infer<typeof memberHit>

/** One line of the member list; entry reason and date make it the VIP list (S3-30). */
export const memberRow = z.object({
  id: memberId,
  card: z.string(),
  name: z.string(),
  tier: z.enum(MEMBER_TIERS),
  status: z.enum(MEMBER_STATUSES),
  maskedMobile: z.string(),
  province: z.string(),
  city: z.string(),
  vipSince: instant.nullable(),
  /** Why the member is a VIP: what somebody wrote, or a rating's figures put into words. */
  vipReason: bilingual.nullable(),
  verifiedAt: instant.nullable(),
})
export type MemberRow = z.infer<typeof memberRow>

export const memberFilter = z.object({
  tier: z.enum(MEMBER_TIERS).optional(),
  status: z.enum(MEMBER_STATUSES).optional(),
  province: line(60).optional(),
})
export type MemberFilter = z.infer<typeof memberFilter>

/** Basic information of a member (S3-71), numbers masked. */
export const memberBasics = z.object({
  id: memberId,
  card: z.string(),
  name: z.string(),
  gender: z.enum(GENDERS),
  birthDate: day.nullable(),
  language: z.string(),
  title: z.string(),
  maskedMobile: z.string(),
  maskedEmail: z.string(),
  maskedWechat: z.string(),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  maskedDocument: z.string(),
  province: z.string(),
  city: z.string(),
  level: z.string(),
  tier: z.enum(MEMBER_TIERS),
  tierSince: instant.nullable(),
  tierUntil: instant.nullable(),
  /** Why the member is a VIP: what somebody wrote, or a rating's figures put into words. */
  vipReason: bilingual.nullable(),
  vipSince: instant.nullable(),
  preferences: z.array(z.string()),
  careNotes: z.string(),
  status: z.enum(MEMBER_STATUSES),
  enrolledOn: day.nullable(),
  leftOn: day.nullable(),
  verifiedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type MemberBasics = z.infer<typeof memberBasics>

export const memberContact = z.object({
  id: z.string(),
  kind: z.enum(CONTACT_KINDS),
  label: z.string(),
  maskedValue: z.string(),
  maySpeak: z.boolean(),
})
export type MemberContact = z.infer<typeof memberContact>

/** The latest word of a member on one purpose. */
export const consentState = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  at: instant,
  channel: z.enum(CONSENT_CHANNELS),
})
export type ConsentState = z.infer<typeof consentState>

/** How complete a file is, 0 to 100, and what it lacks (S3-75). */
export const completeness = z.object({
  score: z.number().int().min(0).max(100),
  missing: z.array(z.enum(FILE_PARTS)),
  /** True when nobody has checked the file with the member for too long. */
  isVerificationDue: z.boolean(),
  verifyBy: instant.nullable(),
})
export type Completeness = z.infer<typeof completeness>

/** One month of flying and spending (S3-35, S3-36); money in fen. */
export const memberPeriod = z.object({
  period: z.string(),
  distanceKm: count,
  segments: count,
  spendFen: count,
  partnerSpendFen: count,
  points: count,
})
export type MemberPeriod = z.infer<typeof memberPeriod>

/** One thing the member paid for (S3-73). */
export const spendRecord = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(['own', 'partner']),
  description: z.string(),
  amountFen: count,
})
export type SpendRecord = z.infer<typeof spendRecord>

export const spendPage = z.object({
  rows: z.array(spendRecord),
  next: z.object({ at: instant, id: z.string() }).nullable(),
})

const historyCall = z.object({
  kind: z.literal('call'),
  id: callId,
  number: z.string(),
  at: instant,
  direction: z.string(),
  state: z.string(),
  resultCode: z.string().nullable(),
  text: z.string(),
  who: z.string(),
})
const historyCase = z.object({
  kind: z.literal('case'),
  id: caseId,
  number: z.string(),
  at: instant,
  caseKind: z.enum(['enquiry', 'complaint', 'suggestion', 'service']),
  state: z.string(),
  isOpen: z.boolean(),
  priority: z.enum(['p1', 'p2', 'p3', 'p4']),
  text: z.string(),
  who: z.string(),
})

/** One contact or matter in a member's service history (S3-74). */
export const historyItem = z.discriminatedUnion('kind', [historyCall, historyCase])
export type HistoryItem = z.infer<typeof historyItem>

/** The place in a history that is read page by page, newest first. */
export const historyPlace = z.object({ at: instant, id: z.string() })
export type HistoryPlace = z.infer<typeof historyPlace>

export const historyPage = z.object({ items: z.array(historyItem), next: historyPlace.nullable() })
export type HistoryPage = z.infer<typeof historyPage>

export const openCase = z.object({
  id: caseId,
  number: z.string(),
  kind: z.enum(['enquiry', 'complaint', 'suggestion', 'service']),
  state: z.string(),
  priority: z.enum(['p1', 'p2', 'p3', 'p4']),
  title: z.string(),
  nextDueAt: instant.nullable(),
  ownerName: z.string(),
})
export type OpenCase = z.infer<typeof openCase>

export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(['upgrade', 'retain', 'downgrade']),
  text: z.string(),
  createdAt: instant,
  toldAt: instant.nullable(),
})
export type NoticeView = z.infer<typeof noticeView>

/** Everything an agent needs about one member, on one screen. */
export const memberFile = z.object({
  member: memberBasics,
  entitlements: z.array(z.object({ id: z.string(), text: bilingual })),
  contacts: z.array(memberContact),
  consents: z.array(consentState),
  notices: z.array(noticeView),
  comingFlights: z.array(bookingView),
  pastFlights: z.array(bookingView),
  periods: z.array(memberPeriod),
  spends: spendPage,
  openCases: z.array(openCase),
  history: historyPage,
  completeness,
})
export type MemberFile = z.infer<typeof memberFile>

/** Who was looked at lately, newest first. */
export const recentMember = z.object({
  id: memberId,
  card: z.string(),
  name: z.string(),
  tier: z.enum(MEMBER_TIERS),
  at: instant,
})
export type RecentMember = z.infer<typeof recentMember>
