import { z } from 'zod'
import { stepData } from '../../shared/workflow/model.ts'

/** Under which name the form of a step is kept while it is written. */
export const STEP_DRAFT = 'case-step'
export const stepSubject = (caseId: string, step: string): string => `${caseId} ${step}`

/** A form half written: its fields, and the newest entry that its writer had before them; null until they write. */
export const kept = z.union([
  z.object({ seq: z.number().nullable(), data: stepData }),
  stepData.transform((data) => ({ seq: null, data })),
])
export type Kept = z.infer<typeof kept>
