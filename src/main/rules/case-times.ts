import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import type { CaseClock } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { MINUTE } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'

/** Fields that say when something happened; the clocks end at that moment. */
export const PAST_FIELDS = ['contactAt', 'feedbackAt', 'appealAnsweredAt'] as const
/** These say when something happened elsewhere, which may be long before the step. */
const EARLIER_FIELDS = ['appealedAt'] as const
/** Fields that say when something will happen. */
export const FUTURE_FIELDS = ['expectedAt', 'chaseAt', 'partnerDueAt'] as const

/** Clocks of two machines may differ by this much. */
const SKEW = MINUTE

const momentIn = (data: StepData, name: string): Instant | undefined => {
  const value = data[name]
  return typeof value === 'number' ? value : undefined
}

/** S1-17 S1-24: the customer's time is not after the entry. */
export function isPast(at: Instant, now: Instant): boolean {
  return at <= now + SKEW
}

/** Times in a step's form: what happened lies between the customer's time and now, what was promised lies ahead. */
export function checkTimes(data: StepData, facts: { receivedAt: Instant; now: Instant }): Decision {
  for (const name of [...PAST_FIELDS, ...EARLIER_FIELDS]) {
    const at = momentIn(data, name)
    if (at === undefined) continue
    if (!isPast(at, facts.now)) return deny('case-time-in-future', { field: name })
    if (at < facts.receivedAt) return deny('case-time-before-receipt', { field: name })
  }
  for (const name of FUTURE_FIELDS) {
    const at = momentIn(data, name)
    if (at !== undefined && at <= facts.now) return deny('case-time-in-past', { field: name })
  }
  return allow
}

/** When a step happened: the moment its form names, not before the step before it, and now when it names none. */
export function momentOfStep(data: StepData, facts: { lastStepAt: Instant; now: Instant }): Instant {
  const named = PAST_FIELDS.map((name) => momentIn(data, name)).filter((at) => at !== undefined)
  return named.length === 0 ? facts.now : Math.min(facts.now, Math.max(facts.lastStepAt, ...named))
}

/** A breach already on record is not undone by an agent who enters an earlier time; a lead may, and it is audited. */
export function canBackdate(
  actor: { role: Role },
  clocks: readonly CaseClock[],
  events: readonly CaseEvent[],
  at: Instant,
): Decision {
  if (actor.role !== 'agent') return allow
  const undone = clocks.find(
    (clock) =>
      clock.breachedAt !== undefined &&
      clock.stoppedAt === undefined &&
      at <= clock.dueAt &&
      events.some((event) => clock.stopsOn.includes(event)),
  )
  return undone ? deny('case-backdated', { clock: undone.kind }) : allow
}
