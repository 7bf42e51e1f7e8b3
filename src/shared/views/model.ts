import { z } from 'zod'
import { auditFilter } from '../audit/filter.ts'
import { userId } from '../ids.ts'
import { teamChoice, WAIT_KINDS, WAIT_ORDERS } from '../waits/model.ts'

/** The questions that a queue is asked all day. */
export const QUICK_VIEWS = [
  ...(['open', 'mine', 'overdue', 'nobody'] as const),
  ...(['complaint', 'enquiry', 'suggestion', 'service', 'closed', 'archived'] as const),
] as const
export type QuickView = (typeof QUICK_VIEWS)[number]

/** What a queue can be split by, each part with its number. */
export const GROUPINGS = ['none', 'tier', 'owner', 'state', 'due'] as const
export type Grouping = (typeof GROUPINGS)[number]

const chosen = z.string().min(1).max(60).nullable().default(null)

/** What narrows a queue besides its quick view. */
export const queueMore = z.object({
  severity: chosen,
  department: chosen,
  tier: chosen,
  contentClass: chosen,
  objectClass: chosen,
  timeClass: chosen,
  category: chosen,
  channelGroup: chosen,
  channel: chosen,
})
export type QueueMore = z.output<typeof queueMore>

/** How a queue is looked at: filter, order, grouping and searched text. */
export const viewQuery = z.object({
  quick: z.enum(QUICK_VIEWS),
  order: z.enum(WAIT_ORDERS),
  group: z.enum(GROUPINGS),
  more: queueMore,
  /** One kind of what waits; all of them when null. */
  what: z.enum(WAIT_KINDS).nullable().default(null),
  team: teamChoice.nullable().default(null),
  text: z.string().trim().max(200).default(''),
})
export type ViewQuery = z.output<typeof viewQuery>

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** For the whole team, not only for whoever saved it. */
  isShared: z.boolean(),
  ownerId: userId,
  ownerName: z.string(),
  /** Alt with this digit opens it. */
  digit: z.number().int().min(1).max(9).nullable(),
  query: viewQuery,
})
export type SavedView = z.infer<typeof savedView>

/** How the audit log is looked at: what narrows it. */
export const auditViewQuery = auditFilter.extend({ list: z.literal('audit') })

/** A view of the audit log, kept where those of the queue are. */
export const auditView = savedView.extend({ query: auditViewQuery })
export type AuditView = z.infer<typeof auditView>

/** One part of a grouped queue: its code, a name where it is a person's, and how many cases it holds. */
export const queueGroup = z.object({
  /** Tier, owner's id, `kind state` or due day; null for cases without an owner. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  count: z.number().int(),
})
export type QueueGroup = z.infer<typeof queueGroup>
