import { z } from 'zod'
import { memberId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { MEMBER_TIERS, tierPolicy, tierRating, tierReason } from './model.ts'

const count = z.number().int().min(0)
const tier = z.enum(MEMBER_TIERS)

/** Why a tier changed: a rating with its figures, somebody's decision, an import, or the opening of the file. */
export const changeReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rating'), reasons: z.array(tierReason) }),
  z.object({ kind: z.literal('manual'), text: z.string() }),
  z.object({ kind: z.literal('import'), importId: z.string() }),
  z.object({ kind: z.literal('entry'), text: z.string() }),
])
export type ChangeReason = z.infer<typeof changeReason>

export const TIER_CHANGE_KINDS = ['upgrade', 'retain', 'downgrade', 'entry', 'manual'] as const
export type TierChangeKind = (typeof TIER_CHANGE_KINDS)[number]
