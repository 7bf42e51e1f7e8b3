import { z } from 'zod'
import { categoryCode, departmentCode } from '../cases/words.ts'
import { userId } from '../ids.ts'

/** Who looks after a category, or a whole group of them, and who steps in (S1-32). */
export const specialist = z.object({
  category: categoryCode,
  specialistId: userId.nullable(),
  deputyId: userId.nullable(),
  department: departmentCode,
})
export type Specialist = z.infer<typeof specialist>

/** Why the desk proposes a person: the category's specialist, the deputy, whoever has the case, or whoever has least. */
export const PROPOSAL_REASONS = ['specialist', 'deputy', 'owner', 'leastBusy'] as const

export const ownerProposal = z.object({
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  department: departmentCode,
  why: z.enum(PROPOSAL_REASONS),
  /** The category whose row applied. */
  row: categoryCode.nullable(),
})
