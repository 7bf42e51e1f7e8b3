import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { auditsContract } from './audits-contract.ts'
import { agentMonth, marks, reviewFigures, reviewForm, reviewRow, reviewSubject, reviewView } from './model.ts'
import { studiesContract } from './studies-contract.ts'
import { DECISIONS, FORM_KINDS, REVIEW_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const one = z.object({ id })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' })
const kind = z.enum(FORM_KINDS)
const changes = ['reviews'] as const
const notes = z.record(z.string().max(40), remark(500)).default({})
/** A case or a call, by its id or by the number people use. */
const which = z
  .object({ caseId: caseId.optional(), callId: callId.optional(), number: z.string().trim().max(40).optional() })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, { message: 'required' })

/** Judging how complaints and calls were handled (S2-131..139, S3-51, S4-118). */
export const reviews = {
  form: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看评价表', en: 'Show a quality form' },
    input: z.object({ kind, version: z.number().int().min(1).optional() }),
    output: z.object({
      version: z.number().int(),
      form: reviewForm,
      versions: z.array(
        z.object({
          version: z.number().int(),
          savedAt: instant.nullable(),
          savedByName: z.string().nullable(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  saveForm: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '发布评价表的新版本', en: 'Publish a new version of a quality form' },
    input: z.object({ form: reviewForm, basedOn: z.number().int().min(1), reason: written(500) }),
    output: z.object({ version: z.number().int() }),
    changes,
  }),
  begin: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '打开评价表：评价对象与系统数据', en: 'Begin a judgement: the subject and its own figures' },
    input: which,
    output: z.object({
      subject: reviewSubject,
      formVersion: z.number().int(),
      form: reviewForm,
      figures: reviewFigures,
      computed: marks,
      /** The rule that keeps this person from judging it. */
      refusal: z.string().nullable(),
      earlier: z.array(reviewRow),
    }),
  }),
  give: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '评价一件投诉或一通电话', en: 'Judge a complaint or a call' },
    input: z.object({
      caseId: caseId.optional(),
      callId: callId.optional(),
      formVersion: z.number().int().min(1),
      marks,
      notes,
      comment: remark(2000),
      auditItemId: id.optional(),
    }),
    output: reviewView,
    changes,
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出评价；专员只见自己的', en: 'List judgements; agents see their own' },
    input: z.object({
      agentId: userId.optional(),
      month: month.optional(),
      state: z.enum(REVIEW_STATES).optional(),
      caseId: caseId.optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(reviewRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一次评价', en: 'Show one judgement' },
    input: one,
    output: reviewView,
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '确认评价或提出申诉', en: 'Accept a judgement, or dispute it' },
    input: one
      .extend({ isDisputed: z.boolean(), text: remark(2000) })
      .refine(({ isDisputed, text }) => !isDisputed || text.length >= 2, { message: 'required', path: ['text'] }),
    output: reviewView,
    changes,
  }),
  decide: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '复核申诉', en: 'Decide a dispute as second reader' },
    input: one.extend({ decision: z.enum(DECISIONS), text: written(2000), marks: marks.optional() }),
    output: reviewView,
    changes,
  }),
  coach: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '安排辅导或改进行动', en: 'Set a coaching action' },
    input: one.extend({ text: written(1000), ownerId: userId, dueDay: day }),
    output: reviewView,
    changes,
  }),
  coached: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '完成辅导行动并记录效果', en: 'Finish a coaching action with what came of it' },
    input: z.object({ actionId: id, outcome: written(1000) }),
    output: reviewView,
    changes,
  }),
  results: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '每人每月评价结果', en: 'Results by person and month' },
    input: z.object({ month, agentId: userId.optional() }),
    output: z.array(agentMonth),
  }),
  ...auditsContract,
  ...studiesContract,
}
