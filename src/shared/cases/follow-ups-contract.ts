import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { followUp } from './views.ts'

/** What has to be done later about a case, and is reminded of until it is done (S3-54, S3-55). */
export const followUpsContract = {
  followUp: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '新建跟进', en: 'Plan a follow-up' },
    input: z.object({
      id: caseId,
      dueAt: instant,
      text: z.string().trim().min(1, { message: 'required' }).max(500),
      /** The case's owner when left out. */
      ownerId: userId.nullable().default(null),
    }),
    output: followUp,
    changes: ['cases'],
  }),
  followUpDone: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '完成跟进', en: 'Finish a follow-up' },
    input: z.object({
      followUpId: z.string().min(1).max(64),
      outcome: z.string().trim().min(1, { message: 'required' }).max(1000),
    }),
    output: followUp,
    changes: ['cases'],
  }),
  followUps: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出到期跟进', en: 'List follow-ups that are due' },
    input: z.object({
      owner: z.union([z.literal('mine'), z.literal('all')]).default('mine'),
      /** Due by this moment; now when left out. */
      dueBy: instant.optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(followUp),
  }),
}
