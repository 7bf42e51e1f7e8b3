import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { CheckState } from '../../shared/posts/words.ts'

export type CheckFacts = { received: number | null; closedAt: number | null }

/** S2-19: a channel is counted, then compared, then closed; what is closed stays as it was found. */
export function checkStateOf({ received, closedAt }: CheckFacts): CheckState {
  if (closedAt !== null) return 'closed'
  return received === null ? 'uncounted' : 'open'
}

/** S2-19: a difference is closed only with its explanation; equal numbers speak for themselves. */
export function canCloseCheck(check: CheckFacts, entered: number, explanation: string): Decision {
  const state = checkStateOf(check)
  if (state === 'closed') return deny('check-closed')
  if (state === 'uncounted') return deny('check-uncounted')
  if (entered !== check.received && explanation.trim() === '') {
    return deny('check-unexplained', { received: check.received ?? 0, entered })
  }
  return allow
}

/** A count may be corrected until its check is closed, and no day to come has one. */
export function canCount(check: CheckFacts | undefined, day: string, today: string): Decision {
  if (day > today) return deny('check-in-future')
  return check && check.closedAt !== null ? deny('check-closed') : allow
}
