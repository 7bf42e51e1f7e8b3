import type { Level } from '../../shared/compensation/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Milestone, Plan } from '../../shared/plans/model.ts'
import { type PlanStatus, PRINCIPLES } from '../../shared/plans/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Hand } from './case-hand.ts'

/** Which step of a plan may follow on which status. */
const FROM = {
  // A case that was taken up again after its plan was carried out gets a new one.
  draft: ['draft', 'returned', 'executed'],
  submit: ['draft'],
  decide: ['submitted'],
  revise: ['approved', 'executing'],
  start: ['approved'],
  milestone: ['executing'],
  finish: ['executing'],
} as const satisfies Record<string, readonly PlanStatus[]>
export type PlanStep = keyof typeof FROM

/** S2-109: nothing is carried out before approval; every step follows on its own status. */
export function canTakePlanStep(step: PlanStep, status: PlanStatus | null): Decision {
  if (status === null) return step === 'draft' ? allow : deny('plan-none')
  const from: readonly PlanStatus[] = FROM[step]
  if (from.includes(status)) return allow
  const isEarly = status === 'draft' || status === 'submitted' || status === 'returned'
  const isExecution = step === 'start' || step === 'milestone' || step === 'finish'
  if (isExecution && isEarly) return deny('plan-not-approved')
  if (isExecution && status === 'approved') return deny('plan-not-started')
  return deny('plan-step', { status })
}

type Times = { deadlineAt: Instant; milestones: readonly Pick<Milestone, 'dueAt'>[] }

/** S2-104: the deadline lies ahead and no milestone behind it. */
export function checkPlanTimes({ deadlineAt, milestones }: Times, now: Instant): Decision {
  if (deadlineAt <= now) return deny('plan-deadline-past')
  return milestones.some(({ dueAt }) => dueAt > deadlineAt) ? deny('plan-milestone-late') : allow
}

/** S2-99: a plan is handed in when it was held against all five principles. */
export function checkPrinciples({ principles }: Pick<Plan, 'principles'>): Decision {
  const missing = PRINCIPLES.filter((name) => !principles[name])
  return missing.length === 0 ? allow : deny('plan-principles', { count: missing.length })
}

type Terms = Times & { amountFen: number; miles: number }

/** S2-112: a revision goes back to approval when an amount or a time differs. */
export function needsNewApproval(before: Terms, after: Terms): boolean {
  if (before.amountFen !== after.amountFen || before.miles !== after.miles) return true
  if (before.deadlineAt !== after.deadlineAt) return true
  const times = ({ milestones }: Terms) => milestones.map(({ dueAt }) => dueAt).sort((a, b) => a - b)
  const [old, fresh] = [times(before), times(after)]
  return old.length !== fresh.length || old.some((dueAt, i) => dueAt !== fresh[i])
}

/** S2-107 S2-108: a plan is decided by a superior within that person's authority, never by who wrote on it. */
export function canDecidePlan(actor: Hand, plan: { authorIds: readonly string[]; level: Level }): Decision {
  if (plan.authorIds.includes(actor.id)) return deny('plan-own')
  if (actor.role !== 'lead' && actor.role !== 'manager') return deny('plan-role')
  const isAboveLead = plan.level === 'manager' || plan.level === 'two'
  return isAboveLead && actor.role !== 'manager' ? deny('plan-authority') : allow
}
