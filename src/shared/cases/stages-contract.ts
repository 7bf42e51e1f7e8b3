import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { CONTACT_CHANNELS } from './axes.ts'
import { classification } from './model.ts'
import { DIRECTIONS, REVISIT_OUTCOMES } from './stages.ts'
import { caseState } from './views.ts'
import { departmentCode, IMPORTANCES, URGENCIES } from './words.ts'

const changes = ['cases', 'clocks'] as const

/** What is recorded at a complaint's stages beside the steps of its workflow. */
export const stagesContract = {
  assess: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '初步评估紧急程度、重要性与处理方向', en: 'Assess urgency, importance and the direction to take' },
    input: z.object({
      id: caseId,
      urgency: z.enum(URGENCIES),
      importance: z.enum(IMPORTANCES),
      direction: z.enum(DIRECTIONS),
      note: remark(1000),
      expectedSeq,
    }),
    output: caseState,
    changes,
  }),
  receipt: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '签收转来的事项', en: 'Receipt a case that was handed over' },
    input: z.object({ id: caseId, expectedSeq }),
    output: caseState,
    changes,
  }),
  revisit: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '记录结案后的回访', en: 'Record a visit after a case was closed' },
    input: z.object({
      id: caseId,
      /** The planned visit that this was, when it was one. */
      followUpId: z.string().min(1).max(64).nullable().default(null),
      at: instant.optional(),
      channel: z.enum(CONTACT_CHANNELS),
      person: written(60),
      outcome: z.enum(REVISIT_OUTCOMES),
      /** The customer was told what prevents it from now on (S2-169). */
      preventionTold: z.boolean().default(false),
      text: written(2000),
    }),
    output: caseState,
    changes,
  }),
  share: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '向相关部门共享，客户身份默认隐去', en: 'Share a case with departments, without its customer' },
    input: z.object({
      id: caseId,
      departments: z.array(departmentCode).min(1, { message: 'required' }).max(60),
      purpose: written(500),
      /** Why they must know who the customer is; nobody is named without it. */
      identityReason: remark(500),
      /** In which language the department reads it. */
      language: language.default('zh-CN'),
    }),
    output: z.object({ state: caseState, text: z.string() }),
    changes: ['cases'],
    discloses: true,
  }),
  split: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '把一件投诉中的另一事项单独立案', en: 'Make a case of its own of another matter in a complaint' },
    input: z.object({
      id: caseId,
      title: remark(80),
      content: written(4000),
      demand: written(1000),
      ...classification.pick({ category: true, severity: true }).shape,
      reason: written(500),
      expectedSeq,
    }),
    output: caseState,
    changes,
  }),
  unmerge: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤销合并，恢复原状', en: 'Undo a merge and restore the case as it was' },
    input: z.object({ id: caseId, reason: written(500), expectedSeq }),
    output: caseState,
    changes,
  }),
}
