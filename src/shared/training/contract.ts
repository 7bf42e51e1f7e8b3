import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { remark, written } from '../written.ts'
import { trainingMaterials } from './materials.ts'
import { fen, ownTraining, planView, trainingDraft, trainingView } from './model.ts'
import { trainingNeeds } from './needs.ts'
import { ATTENDANCES, EFFECTS } from './words.ts'

const id = z.string().min(1).max(64)
const year = z.number().int().min(2000).max(2200)
const changes = ['training'] as const

/** The year's trainings: planned, held, attended, examined, and judged by their effect (S2-179..183, S3-79..89). */
export const training = {
  plan: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一年的培训计划', en: "Show a year's training plan" },
    input: z.object({ year }),
    output: planView.nullable(),
  }),
  savePlan: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '制定或修改年度培训计划', en: "Make or change a year's training plan" },
    input: z.object({ year, goal: written(2000), budgetFen: fen }),
    output: planView,
    changes,
  }),
  approvePlan: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '批准年度培训计划', en: "Approve a year's training plan" },
    input: z.object({ year }),
    output: planView,
    changes,
  }),
  save: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '在计划中新增或修改一项培训', en: 'Add or change a training of a plan' },
    input: z.object({ id: id.optional(), year, training: trainingDraft }),
    output: trainingView,
    changes,
  }),
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一项培训', en: 'Show one training' },
    input: z.object({ id }),
    output: trainingView,
  }),
  invite: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '通知人员参加一期培训', en: 'Invite people to a session' },
    input: z.object({ sessionId: id, userIds: z.array(userId).min(1).max(200) }),
    output: trainingView,
    changes,
  }),
  result: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '记录参加情况与考核结果', en: 'Record attendance and result' },
    input: z.object({
      sessionId: id,
      userId,
      attendance: z.enum(ATTENDANCES),
      score: z.number().int().min(0).max(100).nullable(),
      note: remark(500),
    }),
    output: trainingView,
    changes,
  }),
  cancelSession: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '取消一期培训', en: 'Cancel a session' },
    input: z.object({ sessionId: id, reason: written(500) }),
    output: trainingView,
    changes,
  }),
  assess: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '评估培训效果', en: "Assess a training's effect" },
    input: z.object({ id, effect: z.enum(EFFECTS), text: written(2000) }),
    output: trainingView,
    changes,
  }),
  mine: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '我的培训与成绩', en: 'My trainings and results' },
    input: z.object({}),
    output: z.array(ownTraining),
  }),
  ...trainingNeeds,
  ...trainingMaterials,
}
