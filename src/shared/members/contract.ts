import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { line, memberChanges, newContact, newMember, newSpend } from './fields.ts'
import {
  consentState,
  historyPage,
  historyPlace,
  memberBasics,
  memberContact,
  memberFile,
  memberFilter,
  memberHit,
  memberRow,
  recentMember,
  spendPage,
  spendRecord,
} from './model.ts'
import { memberOverview, TIMELINE_KINDS, timelinePage, timelinePlace } from './overview.ts'
import { CONSENT_CHANNELS, CONSENT_PURPOSES, MEMBER_ORDERS, REVEALED_FIELDS } from './words.ts'

const one = z.object({ id: memberId })
const upTo = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual)

/** Members and their files (S3-27, S3-28, S3-30, S3-70..76). */
export const members = {
  find: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: {
      zh: '按电话、卡号、姓名、拼音、证件尾号、订座编码或客票号查找会员',
      en: 'Find members by telephone, card, name, pinyin, end of a document number, PNR or ticket',
    },
    input: z.object({ text: line(100), limit: upTo(50, 10) }),
    output: z.array(memberHit),
  }),
  page: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '会员名单的一段', en: 'A stretch of the member list' },
    input: z.object({
      filter: memberFilter.default({}),
      order: z.enum(MEMBER_ORDERS).default('tier'),
      offset: z.number().int().min(0).max(1_000_000_000).default(0),
      limit: upTo(500, 100),
    }),
    output: z.array(memberRow),
  }),
  count: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '统计符合条件的会员数', en: 'Count the members of the list' },
    input: z.object({ filter: memberFilter.default({}) }),
    output: z.object({ total: z.number().int() }),
  }),
  toVerify: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '待核实资料的VIP会员', en: 'VIP members whose files are due to be checked with them' },
    input: z.object({ limit: upTo(500, 100) }),
    output: z.array(memberRow),
  }),
  recent: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '我最近查看的会员', en: 'Members I looked at lately' },
    input: z.object({ limit: upTo(20, 8) }),
    output: z.array(recentMember),
  }),
  view: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员档案', en: "Show a member's file" },
    input: one,
    output: memberFile,
    discloses: true,
  }),
  overview: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员全貌', en: 'Show all that matters of a member on one screen' },
    input: one,
    output: memberOverview,
    discloses: true,
  }),
  timeline: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员轨迹', en: 'Show what happened to a member, by kind and period' },
    input: one.extend({
      kinds: z
        .array(z.enum(TIMELINE_KINDS))
        .min(1)
        .max(TIMELINE_KINDS.length)
        .default([...TIMELINE_KINDS]),
      from: day.optional(),
      to: day.optional(),
      before: timelinePlace.optional(),
      limit: upTo(100, 30),
    }),
    output: timelinePage,
    discloses: true,
  }),
  history: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '会员服务历史：通话与工单', en: "A member's service history: calls and cases" },
    input: one.extend({
      kind: z.enum(['all', 'call', 'case']).default('all'),
      before: historyPlace.optional(),
      limit: upTo(100, 20),
    }),
    output: historyPage,
    discloses: true,
  }),
  spends: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '会员消费记录', en: "A member's spend records" },
    input: one.extend({ before: z.object({ at: instant, id: z.string().max(64) }).optional(), limit: upTo(100, 20) }),
    output: spendPage,
    discloses: true,
  }),
  create: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'new',
    summary: { zh: '新建会员档案', en: 'Open a file for a member' },
    input: newMember,
    output: memberBasics,
    changes: ['members'],
  }),
  update: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '更新会员档案', en: "Update a member's file" },
    input: one.extend({
      /** As read: a file that somebody else changed since is not overwritten. */ updatedAt: instant,
      changes: memberChanges,
    }),
    output: memberBasics,
    changes: ['members'],
  }),
  verify: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录已与会员核实资料', en: 'Note that the file was checked with the member' },
    input: one,
    output: memberBasics,
    changes: ['members'],
  }),
  reveal: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '说明理由后显示完整号码', en: 'Show a number in full, for a reason' },
    input: one.extend({
      field: z.enum(REVEALED_FIELDS),
      contactId: z.string().max(64).optional(),
      reason: z.string().max(200),
    }),
    output: z.object({ value: z.string(), hideAfterMs: z.number().int() }),
  }),
  addContact: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '增加联系方式、助理或家人', en: 'Add a contact, assistant or relative' },
    input: one.extend(newContact.shape),
    output: memberContact,
    changes: ['members'],
  }),
  removeContact: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '移除联系方式', en: 'Remove a contact' },
    input: one.extend({ contactId: z.string().min(1).max(64) }),
    output: z.null(),
    changes: ['members'],
  }),
  recordConsent: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录授权或撤回授权', en: 'Note that consent was given or withdrawn' },
    input: one.extend({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean(), channel: z.enum(CONSENT_CHANNELS) }),
    output: z.array(consentState),
    changes: ['members'],
  }),
  recordSpend: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记消费', en: 'Record a spend' },
    input: one.extend(newSpend.shape),
    output: spendRecord,
    changes: ['members'],
  }),
}
