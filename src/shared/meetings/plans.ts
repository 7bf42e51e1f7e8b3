import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { PLAN_STATES, STRATEGY_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const percent = z.number().int().min(0).max(100)
const changes = ['todos'] as const
const manager = ['manager'] as const

const item = {
  title: written(200),
  measure: written(200),
  target: written(200),
  ownerId: userId,
  dueDay: day,
  /** One of the measured goals; its progress then is the item's. */
  goalId: id.nullable().default(null),
}

export const planItem = z.object({
  id,
  place: z.number().int(),
  title: z.string(),
  measure: z.string(),
  target: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  goalId: z.string().nullable(),
  goalTitle: z.string().nullable(),
  percent,
  note: z.string(),
  state: z.enum(['planned', 'running', 'late', 'done']),
  changedAt: instant,
  changedByName: z.string(),
  mayReport: z.boolean(),
})
export type PlanItem = z.infer<typeof planItem>

export const workPlanView = z.object({
  id,
  title: z.string(),
  fromDay: day,
  toDay: day,
  text: z.string(),
  state: z.enum(PLAN_STATES),
  closing: z.string(),
  createdByName: z.string(),
  percent: percent.nullable(),
  items: z.array(planItem),
})
export type WorkPlanView = z.infer<typeof workPlanView>

/** The department's plans and goals with how far they are carried out (S3-08). */
export const workPlans = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出部门工作计划与目标', en: "List the department's plans and goals" },
    input: z.object({ withClosed: z.boolean().default(false) }),
    output: z.array(workPlanView),
  }),
  add: call({
    kind: 'command',
    access: manager,
    summary: { zh: '制定部门工作计划', en: "Write a plan of the department's work" },
    input: z.object({ title: written(120), fromDay: day, toDay: day, text: written(8000) }),
    output: workPlanView,
    changes,
  }),
  change: call({
    kind: 'command',
    access: manager,
    summary: { zh: '修改部门工作计划', en: 'Change a plan' },
    input: z.object({ id, title: written(120), fromDay: day, toDay: day, text: written(8000) }),
    output: workPlanView,
    changes,
  }),
  addItem: call({
    kind: 'command',
    access: manager,
    summary: { zh: '为计划增加目标', en: 'Add a goal to a plan' },
    input: z.object({ id, ...item }),
    output: workPlanView,
    changes,
  }),
  report: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记目标的完成情况', en: 'Say how far a goal of a plan is' },
    input: z.object({ itemId: id, percent, note: written(1000) }),
    output: workPlanView,
    changes,
  }),
  close: call({
    kind: 'command',
    access: manager,
    summary: { zh: '总结并关闭计划', en: 'Close a plan with what came of it' },
    input: z.object({ id, closing: written(4000) }),
    output: workPlanView,
    changes,
  }),
}

const strategy = { title: written(120), basis: written(2000), text: written(8000), ownerId: userId, fromDay: day }

export const strategyView = z.object({
  id,
  title: z.string(),
  basis: z.string(),
  text: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  fromDay: day,
  state: z.enum(STRATEGY_STATES),
  effect: z.string(),
  createdByName: z.string(),
  createdAt: instant,
  changedAt: instant,
})
export type StrategyView = z.infer<typeof strategyView>

/** Strategies for better service: why, what, who, since when, and what they changed (S3-12). */
export const strategies = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出服务优化策略', en: 'List the strategies for better service' },
    input: z.object({}),
    output: z.array(strategyView),
  }),
  add: call({
    kind: 'command',
    access: manager,
    summary: { zh: '登记服务优化策略', en: 'Record a strategy for better service' },
    input: z.object(strategy),
    output: strategyView,
    changes,
  }),
  move: call({
    kind: 'command',
    access: manager,
    summary: { zh: '登记策略的实施与效果', en: 'Record how far a strategy is, and its effect' },
    input: z.object({ id, state: z.enum(STRATEGY_STATES), effect: remark(4000) }),
    output: strategyView,
    changes,
  }),
}
