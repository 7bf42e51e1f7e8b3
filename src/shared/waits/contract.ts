import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { WAIT_KINDS, WAIT_ORDERS, waitFilter, waitKey, waitRow } from './model.ts'

/** One list of everything that waits for a person or a team. */
export const waits = {
  page: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: {
      zh: '待办总表：工单、回电、承诺、待办、协办与审批，按真实紧急程度排列',
      en: 'Everything that waits: cases, call-backs, promises, to-dos, sub-tasks, approvals, by true urgency',
    },
    input: waitFilter.extend({
      /** Everything when left out. */
      what: z.enum(WAIT_KINDS).optional(),
      order: z.enum(WAIT_ORDERS).default('urgency'),
      after: waitKey.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(waitRow), next: waitKey.nullable() }),
  }),
  counts: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '待办总表各类数量', en: 'How many of each kind wait' },
    input: waitFilter,
    output: z.record(z.enum(WAIT_KINDS), z.number().int().min(0)),
    heavy: true,
  }),
  teams: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '可查看的班组', en: 'Teams whose work can be looked at' },
    input: z.object({}),
    output: z.array(z.object({ leadId: userId, name: z.string() })),
  }),
}
