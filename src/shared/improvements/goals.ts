import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { figure, rowId as id, said } from './fields.ts'
import { COMPUTED_MEASURES, GOAL_MEASURES, GOAL_STATES } from './goal-words.ts'

export const goalPoint = z.object({
  id,
  day,
  value: figure,
  source: z.string(),
  recordedByName: z.string(),
})
export type GoalPoint = z.infer<typeof goalPoint>

export const goalView = z.object({
  id,
  measure: z.enum(GOAL_MEASURES),
  title: z.string(),
  unit: z.string(),
  baseline: figure.nullable(),
  baselineWhen: z.string().nullable(),
  baselineSource: z.string().nullable(),
  target: figure,
  dueDay: day,
  ownerId: userId,
  ownerName: z.string(),
  state: z.enum(GOAL_STATES),
  closing: z.string().nullable(),
  /** Oldest first. */
  points: z.array(goalPoint),
  latest: figure.nullable(),
  /** How much of the way from the baseline to the target is done, in percent; none without both ends. */
  progressPercent: z.number().nullable(),
  isReached: z.boolean(),
  isOverdue: z.boolean(),
})
export type GoalView = z.infer<typeof goalView>

const changes = ['improvements'] as const

/** Goals of the plan and of the closed loop, with what was measured on the way (S1-04, S1-05, S1-69, S2-173). */
export const goals = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出目标与进度', en: 'List the goals and how far they are' },
    input: z.object({}),
    output: z.array(goalView),
  }),
  set: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '设定目标', en: 'Set a goal' },
    input: z.object({
      measure: z.enum(GOAL_MEASURES),
      title: said(2, 120),
      unit: said(1, 20),
      baseline: figure.nullable().default(null),
      baselineWhen: said(1, 40).nullable().default(null),
      baselineSource: said(2, 200).nullable().default(null),
      target: figure,
      dueDay: day,
      ownerId: userId,
    }),
    output: goalView,
    changes,
  }),
  change: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '修改目标值、期限或责任人', en: "Change a goal's target, day or owner" },
    input: z.object({ id, target: figure, dueDay: day, ownerId: userId }),
    output: goalView,
    changes,
  }),
  measure: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记目标的实测值', en: 'Record what was measured of a goal' },
    input: z.object({ id, day, value: figure, source: said(2, 200) }),
    output: goalView,
    changes,
  }),
  compute: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '由工单计算目标的实测值', en: 'Work a goal out from the cases of a period' },
    input: z.object({ id, fromDay: day, toDay: day }),
    output: goalView,
    changes,
    heavy: true,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '结束目标', en: 'End a goal' },
    input: z.object({ id, state: z.enum(['reached', 'missed', 'dropped']), closing: said(2, 1000) }),
    output: goalView,
    changes,
  }),
}

/** True when the desk works the measure out itself. */
export function isComputedMeasure(measure: string): measure is (typeof COMPUTED_MEASURES)[number] {
  return COMPUTED_MEASURES.some((one) => one === measure)
}
