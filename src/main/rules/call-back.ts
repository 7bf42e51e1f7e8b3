import type { CallFlow } from '../../shared/calls/model.ts'
import { type Decision, deny } from '../../shared/failure.ts'
import { type DeskSettings, RING_TIERS } from '../../shared/settings/contract.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'

type CallBackSettings = Pick<DeskSettings, 'callBackMinutes' | 'callBackMinutesByTier' | 'callBackTries'>

/** When somebody who was not answered is due to be called back: within the minutes of their tier; a hidden number cannot be. */
export function callBackDueAt(
  call: Pick<CallFlow, 'endedAt'>,
  phone: string,
  { callBackMinutes, callBackMinutesByTier }: CallBackSettings,
  tier: MemberTier | null,
): Instant | undefined {
  if (call.endedAt === null || phone === '') return undefined
  const own = RING_TIERS.find((each) => each === tier)
  return call.endedAt + ((own && callBackMinutesByTier[own]) ?? callBackMinutes) * MINUTE
}

/** A customer is only given up after the set number of tries. */
export function mayGiveUp(tries: number, { callBackTries }: CallBackSettings): Decision {
  return tries >= callBackTries
    ? { allowed: true }
    : deny('call-back-tries', { tries: String(tries), needed: String(callBackTries) })
}
