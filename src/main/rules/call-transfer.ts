import type { CallState, TransferKind } from '../../shared/calls/words.ts'
import { type Decision, deny } from '../../shared/failure.ts'
import type { Instant } from '../../shared/time.ts'
import { ringingCall, type Stepped, stepCall } from './call-flow.ts'

/**
 * The part of a call that a colleague takes over. It begins where the part before it ended, so that no moment of the
 * customer's time is lost or counted twice: a cold transfer ended when it was given and the customer waited since, a
 * warm one ends as it is taken.
 */
export function takenPart(kind: TransferKind, givenAt: Instant, at: Instant): Stepped {
  return stepCall(ringingCall('inbound', kind === 'cold' ? givenAt : at), 'answer', at)
}

/** What is asked before a call is transferred. */
export type TransferFacts = {
  kind: TransferKind
  state: CallState
  fromId: string
  toUserId: string | null
  /** Who was asked during this call; null for somebody without an account here. */
  askedIds: readonly (string | null)[]
}

/** A call that is on goes to somebody else, and a warm transfer only to whom it was talked over with. */
export function mayTransfer({ kind, state, fromId, toUserId, askedIds }: TransferFacts): Decision {
  if (state !== 'talking' && state !== 'held') return deny('call-state', { state, step: 'transfer' })
  if (toUserId === fromId) return deny('call-transfer-self')
  if (kind === 'cold') return { allowed: true }
  const wasAsked = toUserId === null ? askedIds.length > 0 : askedIds.includes(toUserId)
  return wasAsked ? { allowed: true } : deny('call-transfer-warm')
}
