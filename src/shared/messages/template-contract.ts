import { z } from 'zod'
import { call } from '../contract.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { remark, written } from '../written.ts'
import { messageTemplate, templateChannel, templateTier } from './model.ts'
import { OCCASIONS } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['messages'] as const
const both = (longest: number) => z.object({ zh: written(longest), en: written(longest) })

/** The wordings for customers, in versions: somebody writes, somebody else reviews, then they are in use (S4-82). */
export const templatesContract = {
  templates: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出消息模板', en: 'List the wordings for customers' },
    input: z.object({ includeOld: z.boolean().default(false) }),
    output: z.array(messageTemplate),
  }),
  saveTemplate: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '起草或修改消息模板', en: 'Draft a wording or change a draft' },
    input: z.object({
      /** The draft that is changed; null for a new one. */
      id: id.nullable().default(null),
      /** The wording that the draft will replace; null for a new wording. */
      code: id.nullable().default(null),
      occasion: z.enum(OCCASIONS),
      channel: templateChannel,
      tier: templateTier,
      name: both(80),
      subject: z.object({ zh: remark(200), en: remark(200) }),
      body: both(4000),
    }),
    output: messageTemplate,
    changes,
  }),
  submitTemplate: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '提交消息模板审核', en: 'Hand a wording in for review' },
    input: z.object({ id }),
    output: messageTemplate,
    changes,
  }),
  reviewTemplate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '审核并启用或退回消息模板', en: 'Review a wording: publish it or give it back' },
    input: z.object({ id, isApproved: z.boolean(), note: remark(500) }),
    output: messageTemplate,
    changes,
  }),
}
