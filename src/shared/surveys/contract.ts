import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { listsContract } from './lists-contract.ts'
import { answerValues, formCode, questionnaire } from './model.ts'
import { answerView, formRow, formView, invitationView, resultsView } from './views.ts'
import { DECISIONS, GROUPINGS, SURVEY_CHANNELS, SURVEY_SCOPES } from './words.ts'

const id = z.string().min(1).max(64)
const outcome = z.object({ answerId: id, isPoor: z.boolean(), isOnCase: z.boolean() })

/** Customers' satisfaction: questionnaires, asking, answers, results, and what is done about poor answers. */
export const surveys = {
  forms: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出问卷的各个版本', en: 'List the versions of all questionnaires' },
    input: z.object({}),
    output: z.array(formRow),
  }),
  form: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一份问卷', en: 'Look at a version of a questionnaire' },
    input: z.object({ id }),
    output: formView,
  }),
  saveForm: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '保存问卷草稿', en: 'Save the draft of a questionnaire' },
    input: z.object({ code: formCode, body: questionnaire, basedOn: z.number().int().min(0), reason: written(300) }),
    output: formView,
    changes: ['policies'],
  }),
  publishForm: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '发布问卷', en: 'Publish a questionnaire' },
    input: z.object({ id }),
    output: formView,
    changes: ['policies'],
  }),
  invite: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '开始询问客户满意度', en: 'Begin to ask a customer' },
    input: z.object({
      about: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('case'), caseId }),
        z.object({ kind: z.literal('call'), callId }),
      ]),
      channel: z.enum(SURVEY_CHANNELS).default('phone'),
      /** The customer spoke unasked (S4-18). */
      isUnasked: z.boolean().default(false),
    }),
    output: invitationView,
    changes: ['cases'],
  }),
  attempt: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记一次未联系上的回访', en: 'Record that a customer could not be reached' },
    input: z.object({ invitationId: id, note: remark(300), expectedSeq: expectedSeq.nullable().default(null) }),
    output: z.object({ attempts: z.number().int(), isOnCase: z.boolean() }),
    changes: ['cases', 'clocks'],
  }),
  decline: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户拒绝作答', en: 'Record that a customer does not want to answer' },
    input: z.object({ invitationId: id, isForEver: z.boolean().default(false) }),
    output: z.object({ isForEver: z.boolean() }),
    changes: ['cases', 'members'],
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户的回答', en: 'Enter what a customer answered' },
    input: z.object({
      invitationId: id,
      values: answerValues,
      /** When the customer answered, where that was before now. */
      answeredAt: instant.optional(),
      /** Who was spoken to; the customer where it is left empty. */
      person: remark(60),
      expectedSeq: expectedSeq.nullable().default(null),
    }),
    output: outcome,
    changes: ['cases', 'clocks'],
  }),
  byRef: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按编号查找问卷', en: 'Find a questionnaire by its reference' },
    input: z.object({ ref: written(20) }),
    output: invitationView,
  }),
  ofCase: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看工单的满意度', en: 'Look at the satisfaction of a case' },
    input: z.object({ caseId }),
    output: z.object({
      invitations: z.array(invitationView),
      answers: z.array(answerView),
      accepted: z.object({ at: instant, isAccepted: z.boolean(), text: z.string(), byName: z.string() }).nullable(),
      /** The last answer of this round, or none yet. */
      isAnswered: z.boolean(),
      mayAsk: z.boolean(),
    }),
  }),
  acceptMeasures: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户是否认可处理措施', en: 'Record whether the customer accepts the measures' },
    input: z.object({
      caseId,
      isAccepted: z.boolean(),
      text: written(1000),
      channel: z.enum(SURVEY_CHANNELS).default('phone'),
      expectedSeq,
    }),
    output: z.object({ lastSeq: z.number().int() }),
    changes: ['cases'],
  }),
  answers: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出客户的回答', en: 'List what customers answered' },
    input: z.object({
      scope: z.enum(SURVEY_SCOPES),
      show: z.enum(['all', 'waiting', 'decided']).default('all'),
      from: instant.default(0),
      to: instant.default(8_640_000_000_000),
      agentId: userId.nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(500),
    }),
    output: z.object({ rows: z.array(answerView), waiting: z.number().int() }),
  }),
  decide: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '决定如何处理不满意的回答', en: 'Decide what is done about a poor answer' },
    input: z.object({
      answerId: id,
      decision: z.enum(DECISIONS),
      note: written(1000),
      /** Of a follow-up: when it is due and who does it. */
      dueAt: instant.optional(),
      ownerId: userId.optional(),
    }),
    output: answerView,
    changes: ['cases'],
  }),
  results: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '统计满意度', en: 'Work out the results' },
    input: z.object({
      scope: z.enum(SURVEY_SCOPES),
      from: instant,
      to: instant,
      by: z.enum(GROUPINGS).default('none'),
    }),
    output: resultsView,
    heavy: true,
  }),
  ...listsContract,
}
