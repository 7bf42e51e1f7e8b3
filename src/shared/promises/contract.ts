import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId, memberId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'
import { PROMISE_RESULTS } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['cases', 'todos'] as const

/** Something promised to a customer, with its own clock. */
export const promiseView = z.object({
  id,
  text: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  callId: callId.nullable(),
  memberId: memberId.nullable(),
  ownerId: userId,
  ownerName: z.string(),
  promisedByName: z.string(),
  promisedAt: instant,
  dueAt: instant,
  warnAt: instant,
  warnedAt: instant.nullable(),
  overdueAt: instant.nullable(),
  result: z.enum(PROMISE_RESULTS).nullable(),
  settledAt: instant.nullable(),
  settledByName: z.string().nullable(),
  outcome: z.string().nullable(),
  moves: z.array(
    z.object({ at: instant, byName: z.string(), fromDueAt: instant, toDueAt: instant, reason: z.string() }),
  ),
  mayTouch: z.boolean(),
})
export type PromiseView = z.infer<typeof promiseView>

const about = z.object({
  caseId: caseId.nullable().default(null),
  callId: callId.nullable().default(null),
  memberId: memberId.nullable().default(null),
})

/** Promises made to customers: with a due time, an owner and warnings; kept, moved or broken with the reason. */
export const promises = {
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '列出一件工单、一次通话或一位会员的承诺', en: 'List the promises of a case, a call or a member' },
    input: about,
    output: z.array(promiseView),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出尚未兑现的承诺', en: 'List the promises that stand' },
    input: z.object({
      owner: z.union([z.literal('mine'), z.literal('all')]).default('mine'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(promiseView),
  }),
  make: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记对客户的承诺', en: 'Record a promise to a customer' },
    input: about.extend({
      text: written(500),
      dueAt: instant,
      /** Whoever records it when left out. */
      ownerId: userId.nullable().default(null),
    }),
    output: promiseView,
    changes,
  }),
  keep: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '承诺已兑现', en: 'A promise was kept' },
    input: z.object({ id, outcome: written(1000) }),
    output: promiseView,
    changes,
  }),
  move: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '与客户另约时间', en: 'Agree on another time with the customer' },
    input: z.object({ id, dueAt: instant, reason: written(500), ownerId: userId.nullable().default(null) }),
    output: promiseView,
    changes,
  }),
  break: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '承诺未能兑现', en: 'A promise was broken' },
    input: z.object({ id, reason: written(1000) }),
    output: promiseView,
    changes,
  }),
  release: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '客户同意免除承诺', en: 'The customer released the desk from a promise' },
    input: z.object({ id, reason: written(1000) }),
    output: promiseView,
    changes,
  }),
  nextCheck: call({
    kind: 'query',
    access: ['system', ...DESK_ROLES],
    summary: { zh: '下一次检查承诺的时刻', en: 'When to look at the promises next' },
    input: z.object({}),
    output: z.object({ at: instant.nullable() }),
  }),
  tick: call({
    kind: 'command',
    access: ['system'],
    summary: { zh: '检查到期的承诺', en: 'Check the promises that come due' },
    input: z.object({}),
    output: z.object({ warned: z.number().int(), overdue: z.number().int() }),
    changes,
  }),
}
