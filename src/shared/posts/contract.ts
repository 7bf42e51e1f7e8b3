import { z } from 'zod'
import { categoryCode, SEVERITIES } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, memberId } from '../ids.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { CHECK_SOURCES, CHECK_STATES, PLATFORMS, POST_STATES, POST_VIEWS } from './words.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const link = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || /^https?:\/\/\S+$/.test(text), { message: 'link' })
  .default('')

/** One post with how long its answer took or how long it has been waiting. */
export const post = z.object({
  id,
  platform: z.enum(PLATFORMS),
  state: z.enum(POST_STATES),
  link: z.string(),
  author: z.string(),
  text: z.string(),
  postedAt: instant,
  recordedAt: instant,
  recordedByName: z.string(),
  memberId: memberId.nullable(),
  memberName: z.string().nullable(),
  dueAt: instant,
  isLate: z.boolean(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  /** From the post to its answer, in milliseconds (S1-20). */
  responseMs: z.number().int().nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  dismissed: z.string().nullable(),
})
export type Post = z.infer<typeof post>

/** One channel on one day: what it received, what was entered, and what became of the difference (S2-19). */
export const channelCheck = z.object({
  channel: z.string(),
  received: count.nullable(),
  source: z.enum(CHECK_SOURCES).nullable(),
  countedByName: z.string().nullable(),
  entered: count,
  /** Entered less received; null while nobody has counted. */
  difference: z.number().int().nullable(),
  state: z.enum(CHECK_STATES),
  explanation: z.string().nullable(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
})
export type ChannelCheck = z.infer<typeof channelCheck>

const changes = ['posts'] as const

/** Feedback on social media, and the daily check that no channel lost anything (S1-18..20, S2-19). */
export const posts = {
  record: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: { zh: '记录社交媒体反馈', en: 'Record feedback from social media' },
    input: z.object({
      platform: z.enum(PLATFORMS),
      link,
      author: written(100),
      text: written(4000),
      postedAt: instant,
      memberId: memberId.nullable().default(null),
    }),
    output: post,
    changes,
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出社交媒体反馈', en: 'List feedback from social media' },
    input: z.object({
      view: z.enum(POST_VIEWS).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      rows: z.array(post),
      open: count,
      late: count,
      /** Of the answered ones shown: the middle response time, and how many came late. */
      medianMs: z.number().int().nullable(),
      lateAnswers: count,
      limitMinutes: z.number().int(),
    }),
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录对社交媒体反馈的回复', en: 'Record the answer to a post' },
    input: z.object({
      id,
      answer: written(2000),
      /** When it was answered; now when left out. */
      answeredAt: instant.optional(),
    }),
    output: post,
    changes,
  }),
  convert: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '将社交媒体反馈转为投诉', en: 'Turn a post into a complaint' },
    input: z.object({
      id,
      category: categoryCode.default('other.general'),
      severity: z.enum(SEVERITIES).default('general'),
      demand: remark(1000),
    }),
    output: post,
    changes: ['posts', 'cases', 'clocks'],
  }),
  dismiss: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '社交媒体反馈无需回复', en: 'Note that a post needs no answer' },
    input: z.object({ id, reason: written(300) }),
    output: post,
    changes,
  }),
  setLimit: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '设定社交媒体回复时限', en: 'Set within how long posts are answered' },
    input: z.object({ minutes: z.number().int().min(1).max(10_080) }),
    output: z.null(),
    changes,
  }),
  checks: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看各渠道当日核对', en: 'Show the daily check of the channels' },
    input: z.object({ day }),
    output: z.object({
      rows: z.array(channelCheck),
      /** Earlier days on which a difference is still unexplained, oldest first. */
      unexplained: z.array(z.object({ day, channels: count })),
    }),
  }),
  setReceived: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '填写渠道当日收到的投诉数', en: 'Enter how many complaints a channel received' },
    input: z.object({ day, channel: z.string().min(1).max(30), received: count.max(1_000_000) }),
    output: z.null(),
    changes,
  }),
  importReceived: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '导入各渠道当日收到的投诉数', en: 'Import how many complaints each channel received' },
    input: z.object({ file: z.string().min(1).max(1000) }),
    reads: READS.pieces,
    output: z.object({
      read: count,
      taken: count,
      rejected: z.array(z.object({ row: z.number().int(), field: z.string(), reason: z.string() })),
    }),
    changes,
  }),
  closeCheck: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '说明差异并关闭渠道核对', en: 'Explain a difference and close a channel’s check' },
    input: z.object({ day, channel: z.string().min(1).max(30), explanation: remark(1000) }),
    output: z.null(),
    changes,
  }),
}
