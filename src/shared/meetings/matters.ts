import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { MATTER_ACTIONS, MATTER_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['todos'] as const

const who = {
  departments: z.array(departmentCode).min(1, { message: 'required' }).max(60),
  people: z.array(userId).max(100),
  /** People of other departments who have no account here. */
  outsiders: remark(500),
  ownerId: userId,
  dueDay: day,
}

export const matterView = z.object({
  id,
  title: z.string(),
  text: z.string(),
  departments: z.array(departmentCode),
  people: z.array(z.object({ userId, name: z.string() })),
  outsiders: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  isOverdue: z.boolean(),
  state: z.enum(MATTER_STATES),
  closing: z.string(),
  raisedByName: z.string(),
  raisedAt: instant,
  closedAt: instant.nullable(),
  /** Newest first. */
  log: z.array(
    z.object({
      seq: z.number().int(),
      at: instant,
      byName: z.string(),
      action: z.enum(MATTER_ACTIONS),
      text: z.string(),
    }),
  ),
  mayLog: z.boolean(),
})
export type MatterView = z.infer<typeof matterView>

/** Matters to settle with other departments: who takes part, until when, what was done, how it ended (S3-09, S3-119). */
export const matters = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出跨部门事项', en: 'List matters across departments' },
    input: z.object({
      withSettled: z.boolean().default(false),
      limit: z.number().int().min(1).max(300).default(100),
    }),
    output: z.array(matterView),
  }),
  raise: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '提出跨部门事项', en: 'Raise a matter across departments' },
    input: z.object({ title: written(120), text: written(4000), ...who }),
    output: matterView,
    changes,
  }),
  log: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录跨部门事项的进展', en: 'Record what was done about a matter' },
    input: z.object({ id, text: written(4000) }),
    output: matterView,
    changes,
  }),
  change: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '变更参与人、负责人或期限', en: "Change a matter's people, owner or deadline" },
    input: z.object({ id, ...who, reason: written(500) }),
    output: matterView,
    changes,
  }),
  settle: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记解决结果并关闭', en: 'Settle a matter with its result' },
    input: z.object({ id, closing: written(4000) }),
    output: matterView,
    changes,
  }),
  reopen: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '重新协调', en: 'Open a settled matter again' },
    input: z.object({ id, reason: written(1000) }),
    output: matterView,
    changes,
  }),
}
