import { z } from 'zod'
import { policySource } from '../policy.ts'
import { written } from '../written.ts'

const words = z.object({ zh: written(300), en: written(300) })

/** What the desk says in place of a value that a rule pack only tells and that nothing carries out by itself. */
export const ownPackValue = z.object({
  id: z.string().min(1).max(64),
  /** The pack that the value stands in. */
  pack: z.string().min(1).max(64),
  name: words,
  value: words,
  source: policySource,
})
export type OwnPackValue = z.infer<typeof ownPackValue>
