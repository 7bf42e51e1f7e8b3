import type { CompensationStatus } from '../../shared/compensation/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'

/** Which step of an amount may follow on which status. */
const FROM = {
  decide: ['pending'],
  consent: ['approved'],
  execute: ['agreed'],
  cancel: ['pending', 'approved', 'agreed'],
  effect: ['executed'],
} as const satisfies Record<string, readonly CompensationStatus[]>
export type CompensationStep = keyof typeof FROM

/** S2-161: nothing is offered before it was approved, and nothing carried out before the customer has agreed. */
export function canTakeCompensationStep(step: CompensationStep, status: CompensationStatus): Decision {
  const from: readonly CompensationStatus[] = FROM[step]
  if (from.includes(status)) return allow
  if (status === 'pending') return deny('compensation-not-approved')
  if (status === 'approved') return deny('compensation-no-consent')
  return deny('compensation-step', { status })
}

/** Amounts that still have to be dealt with. */
const OPEN: readonly CompensationStatus[] = ['pending', 'approved', 'agreed']
/** Amounts that were settled with the customer, one way or the other. */
const SETTLED: readonly CompensationStatus[] = ['executed', 'declined']
/** Amounts that count toward limits and budgets. */
export const COUNTING: readonly CompensationStatus[] = ['pending', 'approved', 'agreed', 'executed']

/** True when all that is owed was settled, or when nothing is owed. */
export function isCompensationDone(statuses: readonly CompensationStatus[], isNoneOwed: boolean): boolean {
  if (statuses.some((status) => OPEN.includes(status))) return false
  return isNoneOwed || statuses.some((status) => SETTLED.includes(status))
}

/** S2-153: the scope that the finding of fault points at. */
export function likelyScope(party: unknown, objectClass: string): string | null {
  if (party === 'customer') return 'customer'
  if (party !== 'operator' && party !== 'joint') return null
  return objectClass === 'partner' ? 'partner' : 'carrier'
}
