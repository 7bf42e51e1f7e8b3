import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { todoView } from '../todos/contract.ts'
import { remark, written } from '../written.ts'
import { MEETING_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const changes = ['todos'] as const

/** What happened at the desk in a week, counted from what is stored. */
export const weekFigures = z.object({
  /** Monday of the week, and the Monday after it. */
  fromDay: day,
  toDay: day,
  offered: count,
  answered: count,
  missed: count,
  abandoned: count,
  /** Calls answered within the ring target of their tier. */
  inTime: count,
  opened: z.record(z.enum(CASE_KINDS), count),
  closed: count,
  breaches: count,
  /** Answers of customers, their average points for the service of 5, and how many of them are poor. */
  answers: count,
  satisfaction: z.number().nullable(),
  poor: count,
})
export type WeekFigures = z.infer<typeof weekFigures>

export const meetingFigures = z.object({ week: weekFigures, before: weekFigures })
export type MeetingFigures = z.infer<typeof meetingFigures>

export const meetingRow = z.object({
  id,
  weekDay: day,
  heldAt: instant,
  chairName: z.string(),
  state: z.enum(MEETING_STATES),
  tasks: count,
  tasksDone: count,
  /** Absent people who have not yet read the minutes. */
  unread: count,
})
export type MeetingRow = z.infer<typeof meetingRow>

export const meetingView = meetingRow.extend({
  chairId: userId,
  summary: z.string(),
  plan: z.string(),
  figures: meetingFigures,
  figuresAt: instant,
  publishedAt: instant.nullable(),
  people: z.array(z.object({ userId, name: z.string(), isPresent: z.boolean(), acknowledgedAt: instant.nullable() })),
  /** Tasks of this week, each a to-do of somebody. */
  todos: z.array(todoView),
  /** What was asked at the meeting before, and what came of it. */
  earlier: z.array(todoView),
  mayEdit: z.boolean(),
  mustAcknowledge: z.boolean(),
})
export type MeetingView = z.infer<typeof meetingView>

/** The weekly meeting: the week behind with its figures, the week ahead with its tasks (S3-116, S3-117). */
export const meetings = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出每周例会', en: 'List the weekly meetings' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(60) }),
    output: z.array(meetingRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一次例会的纪要', en: 'Show the minutes of a meeting' },
    input: z.object({ id }),
    output: meetingView,
  }),
  hold: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '建立本周例会，自动统计上周', en: "Begin a week's meeting, with last week counted" },
    input: z.object({ day, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    output: meetingView,
    changes,
  }),
  recount: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '重新统计上周数据', en: "Count last week's figures again" },
    input: z.object({ id }),
    output: meetingView,
    changes,
  }),
  write: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '填写例会纪要', en: 'Write the minutes of a meeting' },
    input: z.object({ id, heldAt: instant, chairId: userId, summary: remark(8000), plan: remark(8000) }),
    output: meetingView,
    changes,
  }),
  attend: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记例会出席情况', en: 'Record who is at a meeting' },
    input: z.object({ id, present: z.array(userId).max(500), absent: z.array(userId).max(500) }),
    output: meetingView,
    changes,
  }),
  task: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '布置例会任务', en: 'Give a task of a meeting to people' },
    input: z.object({
      id,
      title: written(200),
      detail: remark(2000),
      people: z.array(userId).min(1).max(100),
      dueAt: instant,
    }),
    output: meetingView,
    changes,
  }),
  publish: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '发布例会纪要', en: 'Publish the minutes of a meeting' },
    input: z.object({ id }),
    output: meetingView,
    changes,
  }),
  acknowledge: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '缺席人员确认已阅纪要', en: 'Say that one has read the minutes' },
    input: z.object({ id }),
    output: meetingView,
    changes,
  }),
}
