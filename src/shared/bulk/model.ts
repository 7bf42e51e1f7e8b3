import { z } from 'zod'
import { DIRECTIONS } from '../cases/stages.ts'
import { categoryCode, IMPORTANCES, SEVERITIES, URGENCIES } from '../cases/words.ts'
import { caseId, userId } from '../ids.ts'
import { instant, SECOND } from '../time.ts'
import { remark, written } from '../written.ts'

/** Cases taken at once; more are no longer looked through one by one. */
export const MOST_AT_ONCE = 200
/** How long an act on many cases can be taken back, in milliseconds. */
export const UNDO_FOR = 30 * SECOND

/** What can be done to many cases at once; each is one of the acts on a single case. */
export const bulkAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('assign'), ownerId: userId, reason: remark(500) }),
  z.object({ act: z.literal('claim'), reason: remark(500) }),
  z.object({
    act: z.literal('assess'),
    urgency: z.enum(URGENCIES),
    importance: z.enum(IMPORTANCES),
    direction: z.enum(DIRECTIONS),
    note: remark(1000),
  }),
  z.object({
    act: z.literal('class'),
    category: categoryCode,
    severity: z.enum(SEVERITIES).optional(),
    reason: written(500),
  }),
  z.object({ act: z.literal('note'), text: written(4000) }),
  z.object({ act: z.literal('remark'), dueAt: instant, text: written(500), ownerId: userId.nullable().default(null) }),
])
export type BulkAct = z.output<typeof bulkAct>
export const BULK_ACTS = ['assign', 'claim', 'assess', 'class', 'note', 'remark'] as const

/** A case as it was when it was chosen: what was changed since is left alone. */
export const chosenCase = z.object({ id: caseId, seq: z.number().int().min(1) })
export type ChosenCase = z.output<typeof chosenCase>

export const bulkFailure = z.object({
  code: z.string(),
  rule: z.string().optional(),
  entity: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** What the act changes of a case: owner's name, priority or category before and after; null where nothing of it changes. */
const change = z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable()

export const bulkItem = z.object({
  id: caseId,
  number: z.string(),
  title: z.string(),
  isDone: z.boolean(),
  /** Why not, as the single act says it. */
  failure: bulkFailure.nullable(),
  owner: change,
  priority: change,
  category: change,
})
export type BulkItem = z.infer<typeof bulkItem>
