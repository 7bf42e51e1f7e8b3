import type { CaseKind } from '../../shared/cases/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'

/** Days after the reply of a complaint when the customer is called back. */
const CALL_BACK_DAYS = 3

export type PlannedFollowUp = { kind: 'answer' | 'chase' | 'callback'; dueAt: Instant; text: string }

const textOf = (value: StepData[string] | undefined): string => (typeof value === 'string' ? value : '')
const timeOf = (value: StepData[string] | undefined, otherwise: Instant): Instant =>
  typeof value === 'number' ? value : otherwise

/**
 * What must not be forgotten after a step: the answer promised for a complex question (S3-54, S3-55), asking a
 * customer again for what was missing, and the call back after a complaint's reply (S1-50).
 */
export function followUpsAfter(step: {
  kind: CaseKind
  events: readonly CaseEvent[]
  data: StepData
  now: Instant
}): PlannedFollowUp[] {
  const { kind, events, data, now } = step
  const planned: PlannedFollowUp[] = []
  if (events.includes('complexMarked')) {
    planned.push({ kind: 'answer', dueAt: timeOf(data.expectedAt, now + DAY), text: textOf(data.complexReason) })
  }
  if (events.includes('waitingCustomer')) {
    planned.push({ kind: 'chase', dueAt: timeOf(data.chaseAt, now + DAY), text: textOf(data.askedFor) })
  }
  if (kind === 'complaint' && events.includes('replied') && !events.includes('rejected')) {
    planned.push({ kind: 'callback', dueAt: now + CALL_BACK_DAYS * DAY, text: '' })
  }
  return planned
}
