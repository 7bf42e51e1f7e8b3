import { z } from 'zod'
import { userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { figure, rowId } from './fields.ts'
import {
  IMPROVEMENT_ACTIONS,
  IMPROVEMENT_EVENTS,
  IMPROVEMENT_KINDS,
  IMPROVEMENT_SOURCES,
  IMPROVEMENT_STATES,
} from './words.ts'

/** One improvement as a list shows it. */
export const improvementRow = z.object({
  id: rowId,
  number: z.string(),
  kind: z.enum(IMPROVEMENT_KINDS),
  title: z.string(),
  state: z.enum(IMPROVEMENT_STATES),
  sourceKind: z.enum(IMPROVEMENT_SOURCES),
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  dueDay: day.nullable(),
  /** True when its day went by before it was carried out. */
  isOverdue: z.boolean(),
  proposedAt: instant,
  proposedByName: z.string(),
})
export type ImprovementRow = z.infer<typeof improvementRow>

export const improvementMeasure = z.object({
  id: rowId,
  place: z.number().int(),
  text: z.string(),
  ownerId: userId,
  ownerName: z.string(),
  dueDay: day,
  result: z.string().nullable(),
  doneDay: day.nullable(),
  doneByName: z.string().nullable(),
})
export type ImprovementMeasure = z.infer<typeof improvementMeasure>

/** What a verified improvement changed, before and after. */
export const effect = z.object({
  of: z.string(),
  unit: z.string(),
  before: figure,
  after: figure,
  day,
})
export type Effect = z.infer<typeof effect>

/** One improvement with all that was done about it. */
export const improvementSheet = improvementRow.extend({
  finding: z.string(),
  sourceId: z.string().nullable(),
  /** The number of the case it is from, when it is from one. */
  sourceLabel: z.string().nullable(),
  topic: z.string().nullable(),
  policyId: z.string().nullable(),
  measures: z.array(improvementMeasure),
  trainees: z.array(z.object({ userId, name: z.string(), trainedDay: day.nullable() })),
  effect: effect.nullable(),
  finishedByName: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: instant,
      actorName: z.string(),
      action: z.enum(IMPROVEMENT_EVENTS),
      text: z.string(),
    }),
  ),
  /** What this person may do with it now. */
  mayDo: z.array(z.enum(IMPROVEMENT_ACTIONS)),
  /** Whether this person may add measures, name trainees and record results now. */
  mayWork: z.boolean(),
})
export type ImprovementSheet = z.infer<typeof improvementSheet>
