import { z } from 'zod'
import { SEVERITIES } from '../cases/words.ts'
import { policySource } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'

const lead = z.number().int().min(0).max(1440)

function leadsOf<K extends string>(keys: readonly K[]) {
  return z.object(Object.fromEntries(keys.map((key) => [key, lead])) as Record<K, typeof lead>)
}

const numbers = z.object({
  /** What ends within so many minutes is weighed by whom it is for and how grave it is. */
  horizonMinutes: z.number().int().min(60).max(2880),
  /** By how many minutes sooner a tier's limit counts within the horizon. */
  tierLeads: leadsOf(MEMBER_TIERS),
  /** The same for the severity. */
  severityLeads: leadsOf(SEVERITIES),
  source: policySource,
})

/** Numbers that never fall from one to the next. */
const rises = (list: readonly number[]) => list.every((one, i) => i === 0 || one >= (list[i - 1] ?? 0))

/** The order by urgency as a policy holds it: leads together stay within the horizon, and more weight never counts later. */
export const queueNumbers = numbers
  .refine(
    ({ horizonMinutes, tierLeads, severityLeads }) =>
      Math.max(...Object.values(tierLeads)) + Math.max(...Object.values(severityLeads)) <= horizonMinutes,
    { message: 'queue-horizon', path: ['horizonMinutes'] },
  )
  .refine(({ tierLeads }) => rises(MEMBER_TIERS.toReversed().map((tier) => tierLeads[tier])), {
    message: 'queue-tier-falls',
    path: ['tierLeads'],
  })
  .refine(({ severityLeads }) => rises(SEVERITIES.map((severity) => severityLeads[severity])), {
    message: 'queue-severity-falls',
    path: ['severityLeads'],
  })
export type QueueNumbers = z.infer<typeof queueNumbers>

/** What the order goes by, without where it comes from. */
export type Leads = Pick<QueueNumbers, 'horizonMinutes' | 'tierLeads' | 'severityLeads'>
