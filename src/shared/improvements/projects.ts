import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant, isDay } from '../time.ts'
import { rowId as id, said } from './fields.ts'
import { ITEM_KINDS, ITEM_STATES, PROJECT_KINDS, PROJECT_STATES } from './project-words.ts'

/** A month (2023-01) or a day. */
const plannedFor = z.string().refine((text) => isDay(text) || isDay(`${text}-01`), { message: 'month-or-day' })

const item = {
  title: said(2, 120),
  content: said(1, 4000),
  stepId: id.nullable().default(null),
  plannedFor: plannedFor.nullable().default(null),
  ownerId: userId.nullable().default(null),
}

export const projectItem = z.object({
  id,
  kind: z.enum(ITEM_KINDS),
  place: z.number().int(),
  title: z.string(),
  content: z.string(),
  stepId: z.string().nullable(),
  plannedFor: z.string().nullable(),
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(ITEM_STATES),
  note: z.string().nullable(),
  changedAt: instant,
  changedByName: z.string(),
})
export type ProjectItem = z.infer<typeof projectItem>

export const projectView = z.object({
  id,
  kind: z.enum(PROJECT_KINDS),
  title: z.string(),
  purpose: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  state: z.enum(PROJECT_STATES),
  closing: z.string().nullable(),
  createdAt: instant,
  items: z.array(projectItem),
})
export type ProjectView = z.infer<typeof projectView>

const changes = ['improvements'] as const

/** Rollouts by their timetable (S1-76..80) and optimisation of the complaint process (S2-184..187). */
export const projects = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出项目与时间表', en: 'List the projects and timetables' },
    input: z.object({}),
    output: z.array(projectView),
  }),
  start: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '建立项目', en: 'Start a project' },
    input: z.object({
      kind: z.enum(PROJECT_KINDS),
      title: said(2, 120),
      purpose: said(2, 2000),
      ownerId: userId,
      /** Begins a rollout with the phases of the client's plan. */
      isFromPlan: z.boolean().default(false),
    }),
    output: projectView,
    changes,
  }),
  addItem: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '为项目增加阶段、流程环节或措施', en: 'Add a phase, a step of the process or a measure' },
    input: z.object({ id, kind: z.enum(ITEM_KINDS), ...item }),
    output: projectView,
    changes,
  }),
  changeItem: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '修改项目的一项', en: 'Change a part of a project' },
    input: z.object({ itemId: id, ...item }),
    output: projectView,
    changes,
  }),
  moveItem: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记项目一项的进展', en: 'Record how far a part of a project is' },
    input: z.object({ itemId: id, state: z.enum(ITEM_STATES), note: said(2, 1000) }),
    output: projectView,
    changes,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '完成项目', en: 'Close a project' },
    input: z.object({ id, closing: said(2, 2000) }),
    output: projectView,
    changes,
  }),
  stop: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '中止项目', en: 'Stop a project' },
    input: z.object({ id, closing: said(2, 2000) }),
    output: projectView,
    changes,
  }),
}
