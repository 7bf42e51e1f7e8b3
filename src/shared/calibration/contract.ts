import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { marks, reviewForm } from '../reviews/model.ts'
import { FORM_KINDS } from '../reviews/words.ts'
import { LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const bilingualText = (longest: number) => z.object({ zh: written(longest), en: written(longest) })
const changes = ['reviews'] as const

export const CALIBRATION_STATES = ['open', 'closed'] as const

/** How far several readers agree: Krippendorff's alpha, null where nothing varies. */
export const agreement = z.object({
  alpha: z.number().nullable(),
  level: z.enum(['none', 'good', 'fair', 'poor']),
  /** Marks that stand beside at least one other. */
  paired: count,
})

const outlier = z.object({ number: z.string(), userId, name: z.string(), mark: z.number(), others: z.number() })

/** What a session shows: agreement on the total and on every item, who is milder, and marks that stand apart. */
export const calibrationResult = z.object({
  total: agreement,
  items: z.array(agreement.extend({ itemId: z.string(), outliers: z.array(outlier) })),
  raters: z.array(z.object({ userId, name: z.string(), judged: count, leaning: z.number().nullable() })),
})
export type CalibrationResult = z.infer<typeof calibrationResult>

export const calibrationRow = z.object({
  id,
  title: z.string(),
  kind: z.enum(FORM_KINDS),
  formVersion: z.number().int(),
  state: z.enum(CALIBRATION_STATES),
  dueDay: day,
  createdAt: instant,
  createdByName: z.string(),
  subjects: count,
  raters: count,
  /** Judgements handed in, of subjects times readers. */
  judged: count,
  isMine: z.boolean(),
  alpha: z.number().nullable(),
})
export type CalibrationRow = z.infer<typeof calibrationRow>

const judgement = z.object({ userId, name: z.string(), marks, comment: z.string(), total: count })

export const calibrationView = calibrationRow.extend({
  form: reviewForm,
  list: z.array(
    z.object({
      id,
      place: z.number().int(),
      number: z.string(),
      computed: marks,
      own: judgement.nullable(),
      /** Everybody's, once the session is closed: until then each judges alone. */
      all: z.array(judgement),
    }),
  ),
  people: z.array(z.object({ userId, name: z.string(), judged: count })),
  result: calibrationResult.nullable(),
  conclusion: z.string(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
  amendments: z.array(
    z.object({
      itemId: z.string(),
      formVersion: z.number().int(),
      before: z.object({ zh: z.string(), en: z.string() }),
      after: z.object({ zh: z.string(), en: z.string() }),
      reason: z.string(),
      at: instant,
      byName: z.string(),
    }),
  ),
  mayMark: z.boolean(),
  mayClose: z.boolean(),
  mayAmend: z.boolean(),
})
export type CalibrationView = z.infer<typeof calibrationView>

/** Calibration among leads: the same cases or calls judged apart, agreement, and what an item means from then on. */
export const calibration = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出校准会', en: 'List the calibration sessions' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(calibrationRow),
  }),
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次校准会', en: 'Show one calibration session' },
    input: z.object({ id }),
    output: calibrationView,
  }),
  open: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '发起校准会：多人评同一批对象', en: 'Begin a calibration: several readers, the same subjects' },
    input: z.object({
      title: written(120),
      kind: z.enum(FORM_KINDS),
      /** Numbers of closed complaints, or of finished calls. */
      numbers: z.array(z.string().trim().min(1).max(40)).min(1).max(30),
      raters: z.array(userId).min(2).max(12),
      dueDay: day,
    }),
    output: calibrationView,
    changes,
  }),
  mark: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '独立评分', en: 'Judge one subject, apart from the others' },
    input: z.object({ subjectId: id, marks, comment: remark(2000) }),
    output: calibrationView,
    changes,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '结束校准：公布一致性并记录结论', en: 'Close a calibration: agreement shown, conclusion kept' },
    input: z.object({ id, conclusion: written(4000) }),
    output: calibrationView,
    changes,
  }),
  amend: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '修订评价项的定义（评价表新版本）', en: 'Amend what an item means, as a new version of the form' },
    input: z.object({ id, itemId: z.string().max(40), definition: bilingualText(600), reason: written(500) }),
    output: calibrationView,
    changes,
  }),
}
