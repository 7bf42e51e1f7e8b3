import { z } from 'zod'
import { caseId, memberId, userId } from '../ids.ts'
import { CONSENT_CHANNELS } from '../members/words.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { SHARE_FIELDS } from './sharing.ts'
import {
  FACT_STATES,
  PARTNER_KINDS,
  PARTNER_STATES,
  SERVICE_ITEMS,
  SHARE_PURPOSES,
  VERIFY_METHODS,
  WORK_STATES,
} from './words.ts'

export const rowId = z.string().min(1).max(64)

export const partnerDraft = z.object({
  kind: z.enum(PARTNER_KINDS),
  name: written(120),
  /** What is worked on together, and on what terms. */
  cooperation: remark(2000),
  /** Who looks after the partner. */
  ownerId: userId,
  state: z.enum(PARTNER_STATES),
})

export const partnerRow = partnerDraft.extend({
  id: rowId,
  ownerName: z.string(),
  openWork: z.number().int(),
  overdueWork: z.number().int(),
  unverified: z.number().int(),
})
export type PartnerRow = z.infer<typeof partnerRow>

export const contactDraft = z.object({ name: written(60), post: remark(60), phone: remark(40), email: remark(120) })
export const partnerContact = contactDraft.extend({ id: rowId })
export type PartnerContact = z.infer<typeof partnerContact>

export const workView = z.object({
  id: rowId,
  title: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  isOverdue: z.boolean(),
  state: z.enum(WORK_STATES),
  entries: z.array(z.object({ at: instant, byName: z.string(), state: z.enum(WORK_STATES), text: z.string() })),
})
export type WorkView = z.infer<typeof workView>

export const factView = z.object({
  id: rowId,
  topic: z.string(),
  text: z.string(),
  toldBy: z.string(),
  recordedAt: instant,
  recordedByName: z.string(),
  isOwn: z.boolean(),
  state: z.enum(FACT_STATES),
  method: z.enum(VERIFY_METHODS).nullable(),
  verifyNote: z.string(),
  verifiedAt: instant.nullable(),
  verifiedByName: z.string().nullable(),
})
export type FactView = z.infer<typeof factView>

export const partnerFile = partnerRow.extend({
  contacts: z.array(partnerContact),
  work: z.array(workView),
  facts: z.array(factView),
})
export type PartnerFile = z.infer<typeof partnerFile>

const fields = z.array(z.enum(SHARE_FIELDS))

/** The newest word of a member on one partner and purpose. */
export const partnerConsent = z.object({
  partnerId: rowId,
  partnerName: z.string(),
  purpose: z.enum(SHARE_PURPOSES),
  fields,
  given: z.boolean(),
  channel: z.enum(CONSENT_CHANNELS),
  at: instant,
  byName: z.string(),
})
export type PartnerConsent = z.infer<typeof partnerConsent>

/** One passing-on of a member's data: to whom, what for, which fields; the values are not kept. */
export const shareRow = z.object({
  id: rowId,
  memberId,
  memberName: z.string(),
  partnerId: rowId,
  partnerName: z.string(),
  purpose: z.enum(SHARE_PURPOSES),
  fields,
  reason: z.string(),
  at: instant,
  byName: z.string(),
})
export type ShareRow = z.infer<typeof shareRow>

export const memberSharing = z.object({ consents: z.array(partnerConsent), shares: z.array(shareRow) })
export type MemberSharing = z.infer<typeof memberSharing>

const count = z.number().int()

/** One supplier's quality in one service item, against the others (S4-16). */
export const supplierFigures = z.object({
  partnerId: rowId,
  partnerName: z.string(),
  item: z.enum(SERVICE_ITEMS),
  ratings: count,
  complaints: count,
  /** Complaints of these whose final finding holds the supplier at fault. */
  atFault: count,
  mean: z.number().nullable(),
  itemMean: z.number().nullable(),
  difference: z.number().nullable(),
  isWeak: z.boolean(),
})
export type SupplierRow = z.infer<typeof supplierFigures>

export const casePartner = z.object({
  caseId,
  partnerId: rowId,
  partnerName: z.string(),
  item: z.enum(SERVICE_ITEMS),
  byName: z.string(),
  at: instant,
})
export type CasePartner = z.infer<typeof casePartner>
