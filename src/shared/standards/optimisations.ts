import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { figure, rowId as id, said } from '../improvements/fields.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { EFFECTS, OPTIMISATION_STATES, RECORDS, REDESIGN, STAGES, TRIP_STAGES } from './optimise-words.ts'

const record = {
  kind: z.enum(RECORDS),
  title: said(2, 120),
  text: said(2, 4000),
  tripStage: z.enum(TRIP_STAGES).nullable().default(null),
  /** For a new step, the present step it takes the place of. */
  replacesId: id.nullable().default(null),
  place: said(1, 120).nullable().default(null),
  fromDay: day.nullable().default(null),
  toDay: day.nullable().default(null),
  /** Who carries it out, or who was told. */
  personId: userId.nullable().default(null),
  /** What came of it: the effect of a trial, what was learnt at an interview. */
  result: said(2, 2000).nullable().default(null),
  effect: z.enum(EFFECTS).nullable().default(null),
  unit: said(1, 20).nullable().default(null),
  before: figure.nullable().default(null),
  after: figure.nullable().default(null),
}

export const optimisationRecord = z.object({
  id,
  stage: z.enum(STAGES),
  ...record,
  personName: z.string().nullable(),
  recordedAt: instant,
  recordedByName: z.string(),
})
export type OptimisationRecord = z.infer<typeof optimisationRecord>

export const optimisationView = z.object({
  id,
  title: z.string(),
  purpose: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  stage: z.enum(STAGES),
  state: z.enum(OPTIMISATION_STATES),
  principles: z.partialRecord(z.enum(REDESIGN), z.string()),
  closing: z.string().nullable(),
  createdAt: instant,
  records: z.array(optimisationRecord),
  /** What the present stage still lacks before it can be left; rule names. */
  lacks: z.array(z.string()),
})
export type OptimisationView = z.infer<typeof optimisationView>

const changes = ['improvements'] as const

/** Optimisation of the service process from diagnosis to continuous improvement (S4-25..31, S4-51, S4-145..161). */
export const optimisations = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出流程优化项目', en: 'List the optimisations of the service process' },
    input: z.object({}),
    output: z.array(optimisationView),
  }),
  start: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '建立流程优化项目', en: 'Start an optimisation' },
    input: z.object({ title: said(2, 120), purpose: said(2, 2000), ownerId: userId }),
    output: optimisationView,
    changes,
  }),
  record: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记流程优化的记录', en: 'Add a record to an optimisation' },
    input: z.object({ id, stage: z.enum(STAGES), ...record }),
    output: optimisationView,
    changes,
  }),
  check: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '对照重构原则检查方案', en: 'Check the plan against the principles of redesign' },
    input: z.object({ id, principles: z.partialRecord(z.enum(REDESIGN), said(2, 500)) }),
    output: optimisationView,
    changes,
  }),
  advance: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '进入下一阶段', en: 'Go on to the next stage' },
    input: z.object({ id }),
    output: optimisationView,
    changes,
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '完成流程优化', en: 'Close an optimisation' },
    input: z.object({ id, closing: said(2, 2000) }),
    output: optimisationView,
    changes,
  }),
  stop: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '中止流程优化', en: 'Stop an optimisation' },
    input: z.object({ id, closing: said(2, 2000) }),
    output: optimisationView,
    changes,
  }),
}
