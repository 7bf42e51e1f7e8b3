import { z } from 'zod'
import { bilingual } from '../policy.ts'
import { RECEIVERS } from '../targets/receivers.ts'

/** Whom a limit will tell at a share of it, and at which level. */
export const stepToTell = z.object({
  percent: z.number().int(),
  level: z.number().int(),
  tells: z.enum(RECEIVERS),
  also: z.enum(RECEIVERS).nullable(),
  third: z.enum(RECEIVERS).nullable(),
})
export type StepToTell = z.infer<typeof stepToTell>

/** Why the warnings of a case stand higher than those of its limits (S4-138). */
export const raiseView = z.object({ id: z.string(), name: bilingual, text: bilingual })
export type RaiseView = z.infer<typeof raiseView>
