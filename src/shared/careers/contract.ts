import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { EFFECTS } from '../training/words.ts'
import { remark, written } from '../written.ts'
import { activity, activityDraft, courseDraft, courseRow, rosterDay, structure } from './desk-model.ts'
import {
  careerFile,
  careerMove,
  certificate,
  certificateDraft,
  incentive,
  incentiveDraft,
  ladderBody,
  ownFacts,
  personRow,
  stepDraft,
} from './model.ts'
import { ABILITIES, MOVE_KINDS, MOVE_STATES, POSTS, STEP_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const changes = ['careers'] as const

/** People's careers: path, abilities, plan, certificates, incentives, shifts, courses, care (S3-91..93, S4-84..95). */
export const careers = {
  ladder: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看职业路径与晋升标准', en: 'Show the career path and its criteria' },
    input: z.object({}),
    output: ladderBody.extend({ version: z.number().int() }),
  }),
  saveLadder: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '修改职业路径与晋升标准', en: 'Change the career path and its criteria' },
    input: z.object({ ladder: ladderBody, reason: written(500) }),
    output: ladderBody.extend({ version: z.number().int() }),
    changes,
  }),
  file: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一个人的成长档案', en: "Show a person's career file" },
    input: z.object({ userId: userId.nullable().default(null) }),
    output: careerFile,
  }),
  people: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出团队成员的岗位与差距', en: 'List people with posts and gaps' },
    input: z.object({}),
    output: z.array(personRow),
  }),
  saveFacts: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '填写本人信息与职业目标', en: 'Say something of oneself and one’s aim' },
    input: z.object({ facts: ownFacts }),
    output: careerFile,
    changes,
  }),
  setPost: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记现岗位', en: 'Enter the post a person has' },
    input: z.object({ userId, post: z.enum(POSTS), since: day }),
    output: careerFile,
    changes,
  }),
  assess: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '评定能力', en: 'Assess an ability' },
    input: z.object({ userId, ability: z.enum(ABILITIES), level: z.number().int().min(0).max(4), note: remark(300) }),
    output: careerFile,
    changes,
  }),
  addStep: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '在个人发展计划中增加一项', en: 'Add a step to a development plan' },
    input: z.object({ userId, step: stepDraft }),
    output: careerFile,
    changes,
  }),
  closeStep: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记发展计划一项的结果', en: 'Close a step of a development plan' },
    input: z.object({ id, state: z.enum(STEP_STATES), note: remark(500) }),
    output: careerFile,
    changes,
  }),
  addCertificate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记资格证书', en: 'Record a certificate' },
    input: z.object({ userId, certificate: certificateDraft }),
    output: careerFile,
    changes,
  }),
  expiring: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出即将到期和已过期的证书', en: 'List certificates that expire soon or have expired' },
    input: z.object({ days: z.number().int().min(0).max(400).default(60) }),
    output: z.array(certificate),
  }),
  propose: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '提出晋升或调整', en: 'Propose a promotion or move' },
    input: z.object({
      userId,
      kind: z.enum(MOVE_KINDS),
      toPost: z.enum(POSTS),
      effectiveDay: day,
      reason: written(1000),
    }),
    output: careerMove,
    changes,
  }),
  decide: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '批准或不批准晋升与调整', en: 'Approve or refuse a promotion or move' },
    input: z.object({ id, isApproved: z.boolean(), note: written(500) }),
    output: careerMove,
    changes,
  }),
  moves: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出晋升与调整', en: 'List promotions and moves' },
    input: z.object({ state: z.enum(MOVE_STATES).nullable().default(null) }),
    output: z.array(careerMove),
  }),
  reward: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记奖励与激励', en: 'Record a reward or incentive' },
    input: z.object({ userId, incentive: incentiveDraft }),
    output: careerFile,
    changes,
  }),
  evaluate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '评估激励效果', en: "Evaluate an incentive's effect" },
    input: z.object({ id, effect: z.enum(EFFECTS), text: written(1000) }),
    output: careerFile,
    changes,
  }),
  incentives: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出激励及其效果', en: 'List incentives and their effect' },
    input: z.object({ from: day, to: day }),
    output: z.array(incentive),
  }),
  courses: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出按岗位的课程', en: 'List the courses by post' },
    input: z.object({ year: z.number().int().min(2000).max(2200) }),
    output: z.array(courseRow),
  }),
  saveCourse: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '设定课程的岗位、内容、方式与项目', en: "Set a course's posts, content, form and project" },
    input: z.object({ trainingId: id, course: courseDraft }),
    output: courseRow,
    changes,
  }),
  activities: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出协作活动与员工关怀', en: 'List activities and care for staff' },
    input: z.object({ from: day, to: day }),
    output: z.array(activity),
  }),
  addActivity: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记协作活动或员工关怀', en: 'Record an activity or care for staff' },
    input: z.object({ activity: activityDraft }),
    output: activity,
    changes,
  }),
  structure: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看人员结构', en: 'Show the structure of the staff' },
    input: z.object({}),
    output: structure,
  }),
  roster: call({
    kind: 'query',
    access: DESK_ROLES,
    heavy: true,
    summary: { zh: '查看一天的排班与预计话量', en: "Show a day's shifts against the expected calls" },
    input: z.object({ day }),
    output: rosterDay,
  }),
  setShift: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '安排或调整班次', en: 'Set or change a shift' },
    input: z.object({
      userId,
      day,
      /** Minutes of the day; null takes the shift away. */
      span: z
        .object({ startMinute: z.number().int().min(0).max(1439), endMinute: z.number().int().min(1).max(1440) })
        .nullable(),
    }),
    output: z.null(),
    changes,
  }),
}
