import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { COMPUTED_FIGURES, EVALUATION_KINDS, EVALUATION_STATES } from './evaluation-words.ts'
import { figure, rowId as id, said } from './fields.ts'
import { improvementRow } from './model.ts'
import { IMPROVEMENT_KINDS } from './words.ts'

const period = { fromDay: day, toDay: day }

/** Figures worked out from the cases of a period; none where there was nothing to divide by. */
export const computedFigures = z.array(z.object({ code: z.enum(COMPUTED_FIGURES), value: figure.nullable() }))
export type ComputedFigures = z.infer<typeof computedFigures>

/** A figure that somebody entered. */
const enteredFigure = z.object({ name: z.string(), value: figure, unit: z.string() })
export const evaluationFigures = z.object({
  computed: computedFigures,
  /** When they were worked out. */
  computedAt: instant.nullable(),
  entered: z.array(enteredFigure),
})
export type EvaluationFigures = z.infer<typeof evaluationFigures>

export const evaluationRow = z.object({
  id,
  kind: z.enum(EVALUATION_KINDS),
  ...period,
  state: z.enum(EVALUATION_STATES),
  findings: z.number().int(),
  /** Findings that have no correction with person and date. */
  uncorrected: z.number().int(),
  startedAt: instant,
  startedByName: z.string(),
})
export type EvaluationRow = z.infer<typeof evaluationRow>

export const evaluationFinding = z.object({
  id,
  place: z.number().int(),
  text: z.string(),
  correction: z.string().nullable(),
  personId: userId.nullable(),
  personName: z.string().nullable(),
  dueDay: day.nullable(),
  result: z.string().nullable(),
  doneDay: day.nullable(),
  improvements: z.array(improvementRow),
})
export type EvaluationFinding = z.infer<typeof evaluationFinding>

export const evaluationSheet = evaluationRow.extend({
  examined: z.string(),
  figures: evaluationFigures,
  list: z.array(evaluationFinding),
  conclusion: z.string().nullable(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
})
export type EvaluationSheet = z.infer<typeof evaluationSheet>

const changes = ['improvements'] as const

/** Evaluations of the desk's work, each problem of which is put right by a person by a day (S1-71..74, S5-41, S5-76). */
export const evaluations = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出评估与到期未做的评估', en: 'List the evaluations, and those that are due' },
    input: z.object({}),
    output: z.object({
      rows: z.array(evaluationRow),
      due: z.array(z.object({ kind: z.enum(EVALUATION_KINDS), ...period })),
    }),
  }),
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次评估', en: 'Show one evaluation' },
    input: z.object({ id }),
    output: evaluationSheet,
  }),
  figures: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '计算一段时期的指标', en: 'Work out the figures of a period' },
    input: z.object(period),
    output: computedFigures,
    heavy: true,
  }),
  start: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '开始一次评估', en: 'Start an evaluation' },
    input: z.object({ kind: z.enum(EVALUATION_KINDS), ...period, examined: said(2, 4000) }),
    output: evaluationSheet,
    changes,
  }),
  recompute: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '重新提取评估指标', en: "Take an evaluation's figures anew" },
    input: z.object({ id }),
    output: evaluationSheet,
    changes,
  }),
  addFigure: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '为评估录入一项指标', en: 'Enter a figure of an evaluation' },
    input: z.object({ id, name: said(1, 80), value: figure, unit: said(1, 20) }),
    output: evaluationSheet,
    changes,
  }),
  addFinding: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记评估发现的问题', en: 'Record what an evaluation found wrong' },
    input: z.object({ id, text: said(2, 2000) }),
    output: evaluationSheet,
    changes,
  }),
  correct: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '为问题制定调整措施', en: 'Say how a finding is put right, by whom and when' },
    input: z.object({ findingId: id, correction: said(2, 2000), personId: userId, dueDay: day }),
    output: evaluationSheet,
    changes,
  }),
  corrected: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记调整结果', en: 'Record that a finding was put right' },
    input: z.object({ findingId: id, result: said(2, 2000), doneDay: day }),
    output: evaluationSheet,
    changes: ['improvements'],
  }),
  improve: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '将问题转为改进项', en: 'Make a finding an improvement' },
    input: z.object({
      findingId: id,
      kind: z.enum(IMPROVEMENT_KINDS),
      title: said(2, 120),
      ownerId: userId,
      dueDay: day,
      topic: said(2, 200).nullable().default(null),
      policyId: id.nullable().default(null),
      trainees: z.array(userId).max(200).default([]),
    }),
    output: evaluationSheet,
    changes,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '完成评估', en: 'Close an evaluation' },
    input: z.object({ id, conclusion: said(2, 4000) }),
    output: evaluationSheet,
    changes,
  }),
}
