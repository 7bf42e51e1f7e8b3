import type { Severity } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'

/** Days after closing at which a customer is asked again whether all is well, by how grave the matter was (D). */
const BY_SEVERITY: Record<Severity, readonly number[]> = { general: [7], major: [3, 14], urgent: [1, 7, 21] }

/** The highest tiers are asked once more (D). */
const MORE_FOR: readonly MemberTier[] = ['diamond', 'platinum']
const ONCE_MORE = 28

/** S2-170 S2-172: when a customer is visited again after closing, in order. */
export function revisitsFor(facts: { severity: Severity; tier: MemberTier; closedAt: Instant }): Instant[] {
  const days = [...BY_SEVERITY[facts.severity], ...(MORE_FOR.includes(facts.tier) ? [ONCE_MORE] : [])]
  return days.map((count) => facts.closedAt + count * DAY)
}
