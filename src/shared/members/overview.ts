import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { fileBrief, suggestion } from '../duplicates/model.ts'
import { bookingView } from '../flights/model.ts'
import { caseId, memberId } from '../ids.ts'
import { kinView } from '../kin/model.ts'
import { bilingual } from '../policy.ts'
import { MEMBER_TIERS, tierReason } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { customerTypeView, origin, wishTag } from '../wishes/model.ts'
import { loyalty } from './loyalty.ts'
import { consentState, openCase } from './model.ts'

const count = z.number().int().min(0)

/** How a contact went for the member. */
export const CONTACT_TONES = ['good', 'calm', 'worried', 'upset'] as const
export type ContactTone = (typeof CONTACT_TONES)[number]

export const CONTACT_TONE_NAMES: Record<ContactTone, Bilingual> = {
  good: { zh: '满意', en: 'Pleased' },
  calm: { zh: '平静', en: 'Calm' },
  worried: { zh: '焦虑', en: 'Worried' },
  upset: { zh: '不满', en: 'Upset' },
}

/** What a tone was read from: what a person noted, an answer of the member, or how the contact ended. */
export const TONE_GROUNDS = ['mood', 'answer', 'result'] as const
export type ToneGround = (typeof TONE_GROUNDS)[number]

export const CONTACT_KINDS_SHOWN = ['call', 'case', 'message', 'care'] as const

/** One of the last contacts with a member. */
export const lastContact = z.object({
  kind: z.enum(CONTACT_KINDS_SHOWN),
  id: z.string(),
  number: z.string(),
  at: instant,
  text: z.string(),
  who: z.string(),
  tone: z.enum(CONTACT_TONES),
  toneFrom: z.enum(TONE_GROUNDS),
  /** The case behind it, to be opened. */
  caseId: caseId.nullable(),
})
export type LastContact = z.infer<typeof lastContact>

export const WARNINGS = [
  'complaint',
  'compensation',
  'medical',
  'language',
  'doNotCall',
  'noOffers',
  'left',
  'tierEnds',
] as const

/** What somebody must know before the first word; the sentence is ready in both languages. */
export const warning = z.object({ warning: z.enum(WARNINGS), level: z.enum(['bad', 'warn', 'info']), text: bilingual })
export type Warning = z.infer<typeof warning>

export const KEY_FACTS = ['address', 'birthday', 'types', 'company', 'origin', 'loyalty', 'habits'] as const

/** One of the facts that stand on the card (S4-75). */
export const keyFact = z.object({ fact: z.enum(KEY_FACTS), text: bilingual })
export type KeyFact = z.infer<typeof keyFact>

/** Something promised to a member that is not done yet. */
export const promise = z.object({
  id: z.string(),
  text: z.string(),
  dueAt: instant,
  ownerName: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
})
export type MemberPromise = z.infer<typeof promise>

/** What may be offered now, and why. */
export const offers = z.object({
  entitlements: z.array(z.object({ id: z.string(), text: bilingual })),
  /** Whether offers beyond that may be made; the rule that says no. */
  mayOffer: z.boolean(),
  refusedBy: z.string().nullable(),
  refusedParams: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** All that matters of one person on one screen, from all the person's files. */
export const memberOverview = z.object({
  id: memberId,
  /** The file in which this person is kept; null when it is this one. */
  leadsTo: fileBrief.nullable(),
  merged: z.array(fileBrief),
  duplicates: z.array(suggestion),
  tier: z.object({
    tier: z.enum(MEMBER_TIERS),
    since: instant.nullable(),
    until: instant.nullable(),
    /** The next tier above with its figures; null at the top. */
    next: tierReason.nullable(),
    /** What a rating after the end would say; null without an end. */
    outlook: z.enum(MEMBER_TIERS).nullable(),
  }),
  year: z.object({ distanceKm: count, segments: count, spendFen: count, partnerSpendFen: count }),
  offers,
  warnings: z.array(warning),
  keyFacts: z.array(keyFact),
  openCases: z.array(openCase),
  promises: z.array(promise),
  coming: z.array(bookingView),
  past: z.array(bookingView),
  contacts: z.array(lastContact),
  speakers: z.array(kinView),
  consents: z.array(consentState),
  types: z.array(customerTypeView),
  origin: origin.nullable(),
  wishes: z.array(wishTag),
  /** Wishes that colleagues wrote down and nobody else took note of yet. */
  unseenWishes: count,
  loyalty,
})
export type MemberOverview = z.infer<typeof memberOverview>

/** Kinds of things in a member's timeline. */
export const TIMELINE_KINDS = ['call', 'case', 'message', 'care', 'compensation', 'tier', 'wish'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export const TIMELINE_KIND_NAMES: Record<TimelineKind, Bilingual> = {
  call: { zh: '通话', en: 'Calls' },
  case: { zh: '工单', en: 'Cases' },
  message: { zh: '消息', en: 'Messages' },
  care: { zh: '关怀', en: 'Care' },
  compensation: { zh: '补偿', en: 'Compensation' },
  tier: { zh: '等级变动', en: 'Tier changes' },
  wish: { zh: '需求与偏好', en: 'Wishes' },
}

export const timelineItem = z.object({
  kind: z.enum(TIMELINE_KINDS),
  id: z.string(),
  at: instant,
  number: z.string(),
  /** What it is, ready in both languages. */
  title: bilingual,
  text: z.string(),
  who: z.string(),
  caseId: caseId.nullable(),
})
export type TimelineEntry = z.infer<typeof timelineItem>

export const timelinePlace = z.object({ at: instant, id: z.string().max(64) })
export const timelinePage = z.object({ items: z.array(timelineItem), next: timelinePlace.nullable() })
