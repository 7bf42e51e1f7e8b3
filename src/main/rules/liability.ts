import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Finding, Share } from '../../shared/liability/model.ts'
import { type FindingStatus, GROUND_PARTY, type LiableParty } from '../../shared/liability/words.ts'
import type { Hand } from './case-hand.ts'

/** The whole of a fault, in percent. */
export const WHOLE = 100

/** Who is at fault when these carry a share of it. */
export function partyOf(shares: readonly Pick<Share, 'kind'>[]): LiableParty {
  const customers = shares.filter(({ kind }) => kind === 'customer').length
  if (customers === 0) return 'operator'
  return customers === shares.length ? 'customer' : 'joint'
}

/** S2-74..86: shares are the whole fault, they say the same as the party, and every ground speaks against it. */
export function checkFinding({ party, grounds, shares }: Pick<Finding, 'party' | 'grounds' | 'shares'>): Decision {
  const sum = shares.reduce((total, { percent }) => total + percent, 0)
  if (sum !== WHOLE) return deny('liability-shares-sum', { sum })
  if (shares.filter(({ kind }) => kind === 'customer').length > 1) return deny('liability-share-twice')
  if (shares.some(({ kind, department }) => kind === 'department' && department === null))
    return deny('liability-share-department')
  if (shares.some(lacksName)) return deny('liability-share-name')
  if (shares.some(({ kind, partnerId }) => kind !== 'partner' && partnerId !== null))
    return deny('liability-share-partner')
  if (partyOf(shares) !== party) return deny('liability-party-shares')
  const isMet =
    party === 'joint' ? speaksAgainstBoth(grounds) : grounds.some((ground) => GROUND_PARTY[ground] === party)
  const isAstray = party !== 'joint' && grounds.some((ground) => GROUND_PARTY[ground] !== party)
  return isMet && !isAstray ? allow : deny('liability-ground-party')
}

/** A person has a name, a partner a name or a place among those kept. */
const lacksName = ({ kind, name, partnerId }: Share) =>
  (kind === 'person' || (kind === 'partner' && partnerId === null)) && name.trim() === ''

/** S4-16: the partner that a bearer names may be tied to a kept one at any time: no word of the finding changes. */
export function canTie(share: Pick<Share, 'kind' | 'name'>, partnerId: string | null): Decision {
  if (share.kind !== 'partner') return deny('liability-share-partner')
  return partnerId === null && share.name.trim() === '' ? deny('liability-share-name') : allow
}

/** S2-80 S2-81: fault of both sides rests on a ground of its own, or on one against each side. */
function speaksAgainstBoth(grounds: Finding['grounds']): boolean {
  const parties = new Set(grounds.map((ground) => GROUND_PARTY[ground]))
  return parties.has('joint') || (parties.has('operator') && parties.has('customer'))
}

/** Which step of a finding may follow on which status; a final one is locked (S2-90). */
const FROM = {
  draft: ['draft'],
  submit: ['draft'],
  review: ['review'],
  opinion: ['reviewed'],
  finish: ['reviewed'],
  revise: ['final'],
} as const satisfies Record<string, readonly FindingStatus[]>
export type FindingStep = keyof typeof FROM

/** Whether a step may be taken on the newest version; drafting also when there is none yet. */
export function canTakeFindingStep(step: FindingStep, status: FindingStatus | null): Decision {
  if (status === null) return step === 'draft' ? allow : deny('liability-none')
  if (status === 'final' && step !== 'revise') return deny('liability-final')
  const from: readonly FindingStatus[] = FROM[step]
  return from.includes(status) ? allow : deny('liability-step', { status })
}

/** S2-88: a finding is reviewed by a lead or manager who had no part in writing it. */
export function canReviewFinding(actor: Hand, authorIds: readonly string[]): Decision {
  if (actor.role !== 'lead' && actor.role !== 'manager') return deny('liability-review-role')
  return authorIds.includes(actor.id) ? deny('liability-review-own') : allow
}

/** S2-89 S2-90: a finding becomes final after the customer's opinion stands on record. */
export function canFinish(finding: { opinion: string | null }): Decision {
  return finding.opinion === null ? deny('liability-opinion-missing') : allow
}

export type MeasureFacts = {
  kind: string
  responsibleId: string | null
  doneAt: number | null
  doneBy: string | null
  verifiedAt: number | null
}

/** S2-93: a rectification is reported as carried out once. */
export function canReportMeasure(measure: MeasureFacts): Decision {
  if (measure.kind !== 'rectification') return deny('measure-not-rectification')
  return measure.doneAt === null ? allow : deny('measure-done')
}

/** S2-94: somebody else verifies: neither who carried it out nor who answers for it. */
export function canVerifyMeasure(actor: Hand, measure: MeasureFacts): Decision {
  if (measure.kind !== 'rectification') return deny('measure-not-rectification')
  if (measure.doneAt === null) return deny('measure-not-done')
  if (measure.verifiedAt !== null) return deny('measure-verified')
  return actor.id === measure.doneBy || actor.id === measure.responsibleId ? deny('measure-verify-own') : allow
}

/** S2-92..95: what each kind of measure cannot do without. */
export function checkMeasure(
  measure: { kind: string; department: string | null; person: string; dueAt: number | null },
  facts: { now: number; party: string | null },
): Decision {
  const { kind, department, person, dueAt } = measure
  if (kind === 'rectification') {
    if (dueAt === null) return deny('measure-due')
    if (dueAt <= facts.now) return deny('measure-due-past')
    if (department === null && person === '') return deny('measure-responsible')
  }
  if ((kind === 'accountability' || kind === 'internalFeedback') && department === null && person === '')
    return deny('measure-responsible')
  if (kind === 'customerAction' && facts.party !== 'customer' && facts.party !== 'joint')
    return deny('measure-customer-not-liable')
  return allow
}
