import { z } from 'zod'
import { MOODS } from '../cases/moods.ts'
import { caseId, memberId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { remark } from '../written.ts'
import { MESSAGE_CHANNELS, MESSAGE_STATES, OCCASIONS, TEMPLATE_STATES } from './words.ts'

export const messageId = z.string().min(1).max(64)

/** A channel or tier that a template is for, or `any`. */
export const templateChannel = z.enum([...MESSAGE_CHANNELS, 'any'])
export const templateTier = z.enum([...MEMBER_TIERS, 'any'])

/** As much as a message takes, in characters. */
export const LONGEST_MESSAGE = { subject: 200, body: 4000 } as const

/** A message in a person's own words. */
export const ownMessage = z.object({ subject: remark(LONGEST_MESSAGE.subject), body: remark(LONGEST_MESSAGE.body) })

/** One version of a wording; what came with the product has no author. */
export const messageTemplate = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number().int(),
  state: z.enum(TEMPLATE_STATES),
  occasion: z.enum(OCCASIONS),
  channel: templateChannel,
  tier: templateTier,
  name: bilingual,
  /** Empty where a channel has none. */
  subject: z.object({ zh: z.string(), en: z.string() }),
  body: bilingual,
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  updatedAt: instant.nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: instant.nullable(),
  reviewNote: z.string(),
})
export type MessageTemplate = z.infer<typeof messageTemplate>

/** A message in a list: what it is and how far it has come, without its words and with its address masked. */
export const messageRow = z.object({
  id: messageId,
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  memberId: memberId.nullable(),
  personName: z.string(),
  occasion: z.enum(OCCASIONS),
  channel: z.enum(MESSAGE_CHANNELS),
  state: z.enum(MESSAGE_STATES),
  subject: z.string(),
  maskedAddress: z.string(),
  isAutomatic: z.boolean(),
  isFreeText: z.boolean(),
  createdAt: instant,
  createdByName: z.string(),
  checkedByName: z.string().nullable(),
  /** By when the customer must have it (S5-29). */
  dueAt: instant.nullable(),
  promisedAt: instant.nullable(),
  handedAt: instant.nullable(),
  sentAt: instant.nullable(),
  reference: z.string(),
  failReason: z.string(),
  repliedAt: instant.nullable(),
  isLate: z.boolean(),
})
export type MessageRow = z.infer<typeof messageRow>

/** One message with its words. */
export const messageView = messageRow.extend({
  address: z.string(),
  body: z.string(),
  checkNote: z.string(),
  replyText: z.string(),
  templateName: bilingual.nullable(),
  templateVersion: z.number().int().nullable(),
  mayCheck: z.boolean(),
})
export type MessageView = z.infer<typeof messageView>

/** A message as it would be, before it is prepared. */
export const messageDraft = z.object({
  subject: z.string(),
  body: z.string(),
  /** Variables without a value: with any of these it is not prepared. */
  missing: z.array(z.string()),
  maskedAddress: z.string(),
  needsCheck: z.boolean(),
  /** Why it may not be sent to this person now, as a rule's name with its values. */
  refusal: z.object({ rule: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})
export type MessageDraft = z.infer<typeof messageDraft>

export const channelChoice = z.object({
  channel: z.enum(MESSAGE_CHANNELS),
  given: z.boolean(),
  at: instant,
  source: z.string(),
  actorName: z.string(),
})
export type ChannelChoice = z.infer<typeof channelChoice>

export const caseMood = z.object({
  mood: z.enum(MOODS).nullable(),
  scripts: z.array(z.object({ code: z.string(), name: bilingual, text: z.string() })),
})
