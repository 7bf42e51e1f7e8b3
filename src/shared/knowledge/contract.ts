import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId, memberId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { LANGUAGES } from '../session/model.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import {
  articleCode,
  articleDraft,
  articleFile,
  articleHit,
  articleId,
  articleProposal,
  articleRow,
  articleUse,
  articleView,
} from './model.ts'
import { ARTICLE_KINDS, LIST_VIEWS } from './words.ts'

const changes = ['knowledge'] as const
const kinds = z.array(z.enum(ARTICLE_KINDS)).max(ARTICLE_KINDS.length).default([])

/** The knowledge base: written, reviewed, found, used, and measured. */
export const knowledge = {
  find: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '搜索知识库', en: 'Search the knowledge base' },
    input: z.object({ text: z.string().max(200), kinds, limit: z.number().int().min(1).max(100).default(30) }),
    output: z.array(articleHit),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出知识条目', en: 'List articles' },
    input: z.object({ view: z.enum(LIST_VIEWS).default('inForce'), kinds }),
    output: z.array(articleRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看知识条目及各版本', en: 'Show an article with its versions' },
    input: z.object({ id: articleId }),
    output: articleFile,
  }),
  emergency: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出应急预案卡', en: 'List the emergency cards' },
    input: z.object({}),
    output: z.array(articleView),
  }),
  save: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '起草或修改知识条目', en: 'Draft an article or change a draft' },
    input: z.object({
      /** The draft that is changed; null for a new one. */
      id: articleId.nullable().default(null),
      /** The article that gets a new version; null for a new article. */
      code: articleCode.nullable().default(null),
      article: articleDraft,
    }),
    output: articleView,
    changes,
  }),
  submit: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提交知识条目审核', en: 'Hand an article in for review' },
    input: z.object({ id: articleId }),
    output: articleView,
    changes,
  }),
  review: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '审核并发布或退回知识条目', en: 'Review an article: publish it or give it back' },
    input: z.object({ id: articleId, isApproved: z.boolean(), note: remark(500) }),
    output: articleView,
    changes,
  }),
  withdraw: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤下知识条目', en: 'Withdraw an article' },
    input: z.object({ id: articleId, reason: written(500) }),
    output: articleView,
    changes,
  }),
  suggest: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按客户所述推荐知识条目', en: 'Propose articles for what a customer says' },
    input: z.object({
      caseId: caseId.nullable().default(null),
      text: z.string().max(8000).default(''),
      category: z.string().max(60).nullable().default(null),
      limit: z.number().int().min(1).max(10).default(5),
    }),
    output: z.array(articleProposal),
  }),
  use: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: { zh: '采用知识条目的内容', en: 'Use the words of an article' },
    input: z.object({
      id: articleId,
      caseId: caseId.nullable().default(null),
      callId: callId.nullable().default(null),
      memberId: memberId.nullable().default(null),
      language: z.enum(LANGUAGES),
    }),
    output: z.object({ useId: z.string(), text: z.string(), missing: z.array(z.string()) }),
    changes,
  }),
  uses: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出工单采用的知识条目', en: 'List the articles used on a case' },
    input: z.object({ caseId }),
    output: z.array(articleUse),
  }),
  rate: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '评价知识条目是否有用', en: 'Say whether an article helped' },
    input: z.object({ useId: z.string().min(1).max(64), helped: z.boolean(), reason: remark(300) }),
    output: z.null(),
    changes,
  }),
  ratings: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出知识条目未起作用的原因', en: 'List why an article did not help' },
    input: z.object({ code: articleCode }),
    output: z.array(z.object({ version: z.number().int(), at: instant, userName: z.string(), reason: z.string() })),
  }),
  missed: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记未搜到的内容', en: 'Note a search that found nothing' },
    input: z.object({ text: z.string().trim().min(1).max(200) }),
    output: z.object({ isCounted: z.boolean() }),
    changes,
  }),
  gaps: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出未搜到的内容', en: 'List what was not found' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(
      z.object({
        term: z.string(),
        count: z.number().int(),
        firstAt: instant,
        lastAt: instant,
        lastByName: z.string(),
      }),
    ),
  }),
  settleGap: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '将未搜到的内容标为已处理', en: 'Mark something not found as settled' },
    input: z.object({ term: z.string().min(1).max(200) }),
    output: z.null(),
    changes,
  }),
  thank: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '感谢同事的分享', en: 'Thank a colleague for an article' },
    input: z.object({ code: articleCode }),
    output: z.object({ thanks: z.number().int() }),
    changes,
  }),
  acknowledge: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '确认已阅公告', en: 'Acknowledge a notice as read' },
    input: z.object({ id: articleId }),
    output: z.object({ readAt: instant }),
    changes,
  }),
  unread: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出本人未阅的公告', en: 'List the notices that one has not read' },
    input: z.object({}),
    output: z.array(articleRow),
  }),
  readers: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看公告的阅读情况', en: 'Show who has read a notice' },
    input: z.object({ id: articleId }),
    output: z.array(z.object({ userId: z.string(), name: z.string(), readAt: instant.nullable() })),
  }),
}
