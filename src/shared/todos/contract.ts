import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { TODO_LISTS, TODO_SOURCES, TODO_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['todos'] as const

const about = {
  title: written(200),
  detail: remark(2000),
  dueAt: instant.nullable().default(null),
  remindAt: instant.nullable().default(null),
}

export const todoView = z.object({
  id,
  userId,
  userName: z.string(),
  title: z.string(),
  detail: z.string(),
  dueAt: instant.nullable(),
  remindAt: instant.nullable(),
  isOverdue: z.boolean(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  memberId: memberId.nullable(),
  memberName: z.string().nullable(),
  source: z.enum(TODO_SOURCES),
  sourceId: z.string().nullable(),
  givenByName: z.string(),
  givenAt: instant,
  state: z.enum(TODO_STATES),
  endedAt: instant.nullable(),
  outcome: z.string(),
  /** Whether whoever asks may do it, and may change or withdraw it. */
  mayDo: z.boolean(),
  mayChange: z.boolean(),
})
export type TodoView = z.infer<typeof todoView>

/** What a person has to do: their own notes, what a lead gave them, tasks of meetings (S3-117). */
export const todos = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出待办', en: 'List to-dos' },
    input: z.object({
      list: z.enum(TODO_LISTS).default('mine'),
      withEnded: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(300),
    }),
    output: z.array(todoView),
  }),
  count: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '待办与到期的数量', en: 'How many to-dos are open and due' },
    input: z.object({}),
    output: z.object({
      open: z.number().int(),
      overdue: z.number().int(),
      /** Reminders whose time has come, and hand-overs and minutes that wait for this person. */
      reminders: z.array(z.object({ id, title: z.string(), dueAt: instant.nullable() })),
      handOvers: z.number().int(),
      minutes: z.number().int(),
      /** The next moment at which the answer is another one. */
      nextAt: instant.nullable(),
    }),
  }),
  add: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '新增待办，或交办给同事', en: 'Add a to-do, for oneself or for somebody' },
    input: z.object({
      ...about,
      userId,
      /** The number of the case, or the card of the member, that it is about. */
      caseNumber: remark(40),
      card: remark(40),
    }),
    output: todoView,
    changes,
  }),
  change: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '修改待办', en: 'Change a to-do' },
    input: z.object({ id, ...about }),
    output: todoView,
    changes,
  }),
  done: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '完成待办', en: 'Tick a to-do off' },
    input: z.object({ id, outcome: remark(1000) }),
    output: todoView,
    changes,
  }),
  reopen: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '恢复为待办', en: 'Take back that a to-do was done' },
    input: z.object({ id }),
    output: todoView,
    changes,
  }),
  drop: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤销待办', en: 'Withdraw a to-do' },
    input: z.object({ id }),
    output: todoView,
    changes,
  }),
  snooze: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '稍后提醒', en: 'Be reminded of a to-do later' },
    input: z.object({ id, remindAt: instant.nullable() }),
    output: todoView,
    changes,
  }),
}
