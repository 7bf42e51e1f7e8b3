import { z } from 'zod'
import { CARE_KINDS } from '../care/words.ts'
import { call } from '../contract.ts'
import { memberId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { ANSWERS, CAMPAIGN_OCCASIONS, CAMPAIGN_STATES, CONTACT_RESULTS } from './words.ts'

const id = z.string().min(1).max(64)
const one = z.object({ id })
const count = z.number().int().min(0)
const minute = z.number().int().min(0).max(1439)
const changes = ['messages'] as const

/** Whom a campaign is for; what its occasion does not need is left as it is. */
export const campaignTarget = z.object({
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1, { message: 'required' }),
  /** Days to look back or ahead, or without a flight. */
  days: z.number().int().min(1).max(1100).default(30),
  /** The day of a festival or of a group's contacts. */
  day: day.nullable().default(null),
  ownerIds: z.array(userId).min(1, { message: 'required' }).max(100),
})

export const campaignView = z.object({
  id,
  name: z.string(),
  occasion: z.enum(CAMPAIGN_OCCASIONS),
  kind: z.enum(CARE_KINDS),
  brief: z.string(),
  groupId: id.nullable(),
  groupName: z.string().nullable(),
  target: campaignTarget,
  mostContacts: count,
  perDays: count,
  quietFrom: minute,
  quietUntil: minute,
  state: z.enum(CAMPAIGN_STATES),
  stateAt: instant,
  stateByName: z.string(),
  stateReason: z.string(),
  createdAt: instant,
  createdByName: z.string(),
  waiting: count,
  results: z.record(z.enum(CONTACT_RESULTS), count),
  /** How many were left out, by the rule that says why. */
  skipped: z.array(z.object({ rule: z.string(), count })),
})
export type CampaignView = z.infer<typeof campaignView>

/** One person on a work list, with whether the person may be approached right now. */
export const workItem = z.object({
  careId: id,
  campaignId: id,
  campaignName: z.string(),
  occasion: z.enum(CAMPAIGN_OCCASIONS),
  kind: z.enum(CARE_KINDS),
  brief: z.string(),
  memberId,
  memberName: z.string(),
  tier: z.enum(MEMBER_TIERS),
  language: z.string(),
  phoneMasked: z.string(),
  dueDay: day,
  tries: count,
  ownerName: z.string(),
  /** The rule that says no now; null when the person may be approached. */
  refusedBy: z.string().nullable(),
  refusedParams: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type WorkItem = z.infer<typeof workItem>

/** Outreach in campaigns: chosen by group or occasion, within consent and frequency, worked off key by key. */
export const outreach = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出主动联系活动及其结果', en: 'List the campaigns with their results' },
    input: z.object({ withEnded: z.boolean().default(false) }),
    output: z.array(campaignView),
  }),
  start: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '发起主动联系活动', en: 'Start a campaign' },
    input: z.object({
      name: written(80),
      occasion: z.enum(CAMPAIGN_OCCASIONS),
      kind: z.enum(CARE_KINDS),
      brief: written(1000),
      groupId: id.nullable().default(null),
      target: campaignTarget,
      mostContacts: z.number().int().min(1).max(30).default(2),
      perDays: z.number().int().min(1).max(365).default(30),
      quietFrom: minute.default(21 * 60),
      quietUntil: minute.default(9 * 60),
    }),
    output: campaignView,
    changes,
    heavy: true,
  }),
  fill: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '把新符合条件的会员加入活动', en: 'Add members who now belong to a campaign' },
    input: one,
    output: campaignView,
    changes,
    heavy: true,
  }),
  turn: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '暂停、恢复或结束活动', en: 'Stop, resume or end a campaign' },
    input: one.extend({ state: z.enum(CAMPAIGN_STATES), reason: written(500) }),
    output: campaignView,
    changes,
  }),
  work: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '我的主动联系名单', en: 'My work list of members to contact' },
    input: z.object({ campaignId: id.nullable().default(null), limit: z.number().int().min(1).max(50).default(20) }),
    output: z.array(workItem),
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记联系结果', en: 'Record how somebody answered' },
    input: z.object({ careId: id, answer: z.enum(ANSWERS), note: remark(1000) }),
    output: z.object({ left: count }),
    changes: ['messages', 'members'],
  }),
}
