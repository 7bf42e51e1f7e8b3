import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { DIGEST_ITEM_KINDS } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['todos'] as const

/** One thing that customers said, as it stood when it was passed upward. */
export const digestItem = z.object({
  kind: z.enum(DIGEST_ITEM_KINDS),
  id,
  at: instant,
  /** The number of its case, where it has one. */
  number: z.string().nullable(),
  points: z.number().nullable(),
  text: z.string(),
})
export type DigestItem = z.infer<typeof digestItem>

export const digestView = z.object({
  id,
  title: z.string(),
  text: z.string(),
  items: z.array(digestItem),
  toId: userId,
  toName: z.string(),
  sentByName: z.string(),
  sentAt: instant,
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  mayAnswer: z.boolean(),
})
export type DigestView = z.infer<typeof digestView>

/** What customers said, gathered by a lead and passed to the manager, who answers (S3-18). */
export const digests = {
  gather: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '收集一段时间的客户反馈', en: 'Gather what customers said in a period' },
    input: z.object({ fromDay: day, toDay: day }),
    output: z.array(digestItem),
    heavy: true,
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出上报的客户反馈', en: 'List the digests passed upward' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(60) }),
    output: z.array(digestView),
  }),
  send: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '向经理上报客户反馈', en: 'Pass a digest to the manager' },
    input: z.object({
      toId: userId,
      title: written(120),
      text: remark(4000),
      items: z
        .array(z.object({ kind: z.enum(DIGEST_ITEM_KINDS), id }))
        .min(1)
        .max(100),
    }),
    output: digestView,
    changes,
  }),
  answer: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '批复上报的客户反馈', en: 'Answer a digest' },
    input: z.object({ id, answer: written(4000) }),
    output: digestView,
    changes,
  }),
}
