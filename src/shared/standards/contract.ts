import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { figure, rowId as id, said } from '../improvements/fields.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { ASPECTS, DIRECTIONS, DRAFTING, FIGURES, FREQUENCIES, STANDARD_STATES } from './words.ts'

const about = {
  aspect: z.enum(ASPECTS),
  title: said(2, 120),
  text: said(2, 4000),
  /** How it is measured, so that two people measure the same. */
  method: said(2, 1000),
  unit: said(1, 20),
  direction: z.enum(DIRECTIONS),
  target: figure,
  frequency: z.enum(FREQUENCIES),
  figure: z.enum(FIGURES),
  /** How the draft stands up to each drafting principle; all have to be said before it comes into force. */
  principles: z.partialRecord(z.enum(DRAFTING), said(2, 500)),
}

export const standardResult = z.object({
  id,
  version: z.number().int(),
  fromDay: day,
  toDay: day,
  value: figure,
  isMet: z.boolean(),
  note: z.string(),
  recordedByName: z.string(),
  /** What was done about a result that missed its target. */
  correction: z.string().nullable(),
  correctionByName: z.string().nullable(),
  correctionDue: day.nullable(),
  outcome: z.string().nullable(),
  outcomeDay: day.nullable(),
})
export type StandardResult = z.infer<typeof standardResult>

export const standardView = z.object({
  id,
  code: z.string(),
  version: z.number().int(),
  state: z.enum(STANDARD_STATES),
  ...about,
  savedById: userId,
  savedByName: z.string(),
  savedAt: instant,
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** Newest first. */
  results: z.array(standardResult),
  /** The last whole period that nobody has measured yet. */
  due: z.object({ fromDay: day, toDay: day }).nullable(),
})
export type StandardView = z.infer<typeof standardView>

export const qualityPerson = z.object({
  userId,
  name: z.string(),
  duty: z.string(),
  fromDay: day,
  toDay: day.nullable(),
})
export type QualityPerson = z.infer<typeof qualityPerson>

const changes = ['improvements'] as const

/** The library of quality standards, each measured as it says (S4-96..105, S4-150..152), and the group that keeps it. */
export const standards = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出质量标准与结果', en: 'List the quality standards and their results' },
    input: z.object({ isRetiredToo: z.boolean().default(false) }),
    output: z.array(standardView),
  }),
  versions: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看质量标准的历次版本', en: 'Show all versions of a quality standard' },
    input: z.object({ code: said(1, 40) }),
    output: z.array(standardView.omit({ results: true, due: true })),
  }),
  draft: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '起草质量标准', en: 'Draft a quality standard, or its next version' },
    input: z.object({ code: said(1, 40).nullable().default(null), ...about }),
    output: standardView,
    changes,
  }),
  approve: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '批准质量标准生效', en: 'Bring a quality standard into force' },
    input: z.object({ id }),
    output: standardView,
    changes,
  }),
  retire: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '废止质量标准', en: 'Retire a quality standard' },
    input: z.object({ id, reason: said(2, 1000) }),
    output: standardView,
    changes,
  }),
  measure: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记质量标准的测量结果', en: 'Record what was measured of a standard' },
    input: z.object({ id, fromDay: day, toDay: day, value: figure.nullable(), note: said(2, 1000) }),
    output: standardView,
    changes,
  }),
  correct: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '对未达标结果制定调整措施', en: 'Say what is done about a missed target' },
    input: z.object({ resultId: id, text: said(2, 2000), personId: userId, dueDay: day }),
    output: standardView,
    changes,
  }),
  corrected: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记调整结果', en: 'Record what came of a correction' },
    input: z.object({ resultId: id, outcome: said(2, 2000), doneDay: day }),
    output: standardView,
    changes,
  }),
  group: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出质量管理小组', en: 'List the quality group' },
    input: z.object({}),
    output: z.array(qualityPerson),
  }),
  appoint: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '任命质量管理小组成员', en: 'Appoint a member of the quality group' },
    input: z.object({ userId, duty: said(2, 200), fromDay: day }),
    output: z.array(qualityPerson),
    changes,
  }),
  release: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '免去质量管理小组成员', en: 'Release a member of the quality group' },
    input: z.object({ userId, toDay: day }),
    output: z.array(qualityPerson),
    changes,
  }),
}
