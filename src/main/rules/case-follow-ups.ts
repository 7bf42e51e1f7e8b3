import { revisitCode } from '../../shared/cases/planned.ts'
import type { CaseKind, Severity } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { revisitsFor } from './revisits.ts'

/** Days after the reply of a complaint when the customer is called back. */
const CALL_BACK_DAYS = 3

export type PlannedFollowUp = { kind: 'answer' | 'chase' | 'callback'; dueAt: Instant; text: string }

export type TakenStep = {
  kind: CaseKind
  severity: Severity
  tier: MemberTier
  events: readonly CaseEvent[]
  data: StepData
  now: Instant
}

const textOf = (value: StepData[string] | undefined): string => (typeof value === 'string' ? value : '')
const timeOf = (value: StepData[string] | undefined, otherwise: Instant): Instant =>
  typeof value === 'number' ? value : otherwise

/**
 * What must not be forgotten after a step: the answer promised for a complex question (S3-54, S3-55), asking a
 * customer or a partner again for what was missing, the call back after a complaint's reply (S1-50) and the visits
 * after its closing (S2-170).
 */
export function followUpsAfter(step: TakenStep): PlannedFollowUp[] {
  const { events, data, now } = step
  const planned: PlannedFollowUp[] = []
  if (events.includes('complexMarked')) {
    planned.push({ kind: 'answer', dueAt: timeOf(data.expectedAt, now + DAY), text: textOf(data.complexReason) })
  }
  if (events.includes('waitingCustomer')) {
    planned.push({ kind: 'chase', dueAt: timeOf(data.chaseAt, now + DAY), text: textOf(data.askedFor) })
  }
  if (events.includes('waitingPartner')) {
    const text = [data.partnerName, data.partnerAsk].map(textOf).join(' · ')
    planned.push({ kind: 'chase', dueAt: timeOf(data.partnerDueAt, now + DAY), text })
  }
  return step.kind === 'complaint' ? [...planned, ...ofComplaint(step)] : planned
}

function ofComplaint({ severity, tier, events, now }: TakenStep): PlannedFollowUp[] {
  if (events.includes('replied') && !events.includes('rejected')) {
    return [{ kind: 'callback', dueAt: now + CALL_BACK_DAYS * DAY, text: '' }]
  }
  if (!events.includes('closed')) return []
  const visits = revisitsFor({ severity, tier, closedAt: now })
  return visits.map((dueAt, i) => ({ kind: 'callback', dueAt, text: revisitCode(i + 1, visits.length) }))
}
