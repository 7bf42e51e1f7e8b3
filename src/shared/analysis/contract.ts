import { z } from 'zod'
import { call } from '../contract.ts'
import { LEAD_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'

const count = z.number().int().min(0)

/** The members of one tier: how many, how lively, what they spent and what the desk did for them in twelve months. */
export const tierAnalysis = z.object({
  tier: z.enum(MEMBER_TIERS),
  members: count,
  active: count,
  cooling: count,
  dormant: count,
  spendFen: count,
  /** Members by band of a year's spending. */
  bands: z.array(count),
  calls: count,
  cases: count,
  complaints: count,
  /** Answers of members of the tier, and their average points. */
  answers: count,
  satisfaction: z.number().nullable(),
})
export type TierAnalysis = z.infer<typeof tierAnalysis>

export const memberAnalysis = z.object({
  asOf: instant,
  fromDay: day,
  toDay: day,
  /** Members who left in that time. */
  left: count,
  tiers: z.array(tierAnalysis),
})
export type MemberAnalysis = z.infer<typeof memberAnalysis>

/** Analyses of the members and of the service given to them (S3-11). */
export const analysis = {
  members: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: {
      zh: '会员与服务分析：等级、消费、活跃度',
      en: 'Analysis of members and service: tier, spending, activity',
    },
    input: z.object({}),
    output: memberAnalysis,
    heavy: true,
  }),
}
