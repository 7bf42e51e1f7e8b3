import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { instant } from '../time.ts'

/** How far a role reads members' files: all of them, those of the own team or of nobody, or only those one has to do with. */
export const REACHES = ['all', 'team', 'assigned'] as const
export type Reach = (typeof REACHES)[number]

export const REACH_NAMES: Record<Reach, Bilingual> = {
  all: { zh: '全部会员', en: 'All members' },
  team: { zh: '本组的和无人跟进的会员', en: 'Members of the own team or of nobody' },
  assigned: { zh: '本人正在服务的会员', en: 'Members one has to do with' },
}

/** S3-129: who reads which members, by role. A call of the last `callDays` days ties a member to whoever took it. */
export const accessRule = z.object({
  agents: z.enum(REACHES),
  leads: z.enum(REACHES),
  managers: z.enum(REACHES),
  callDays: z.number().int().min(1).max(365),
})
export type AccessRule = z.infer<typeof accessRule>

/** Until a manager says otherwise everybody at the desk reads every member: whoever answers the telephone must. */
export const USUAL_ACCESS: AccessRule = { agents: 'all', leads: 'all', managers: 'all', callDays: 30 }

/** Under which name the rule holds what a role reads. */
export const REACH_OF = { agent: 'agents', lead: 'leads', manager: 'managers' } as const

export const accessVersion = accessRule.extend({
  version: z.number().int(),
  reason: z.string(),
  setAt: instant,
  setByName: z.string(),
})
export type AccessVersion = z.infer<typeof accessVersion>
