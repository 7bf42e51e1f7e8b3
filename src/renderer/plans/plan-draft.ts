import type { Department } from '../../shared/cases/words.ts'
import type { Input } from '../../shared/contracts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { PlansView, PrincipleTicks } from '../../shared/plans/model.ts'
import type { MilestoneDraft } from './parts/MilestoneRows.tsx'

/** A plan on its way: what may still be missing is null. */
export type PlanDraft = {
  cause: string
  demand: string
  direction: string
  measures: string
  communication: string
  people: string
  deadlineAt: number | null
  department: Department | null
  responsibleId: UserId | null
  amountFen: number | null
  miles: number | null
  principles: PrincipleTicks
  milestones: MilestoneDraft[]
}

const UNTICKED: PrincipleTicks = { fair: false, timely: false, personal: false, lawful: false, cooperative: false }

/** What the form begins with: the newest version, or what the case says. */
export function planDraftOf({ versions, basis }: PlansView): PlanDraft {
  const [newest] = versions
  return {
    cause: newest?.cause ?? basis.cause,
    demand: newest?.demand ?? basis.demand,
    direction: newest?.direction ?? '',
    measures: newest?.measures ?? '',
    communication: newest?.communication ?? '',
    people: newest?.people ?? '',
    deadlineAt: newest?.deadlineAt ?? null,
    department: newest?.department ?? basis.department,
    responsibleId: newest?.responsibleId ?? basis.ownerId,
    amountFen: newest?.amountFen ?? null,
    miles: newest?.miles ?? null,
    principles: newest?.principles ?? UNTICKED,
    milestones: (newest?.milestones ?? []).map(({ name, dueAt, tellsCustomer }) => ({ name, dueAt, tellsCustomer })),
  }
}

type Sent = Omit<Input<'plans.draft'>, 'id' | 'expectedSeq'>

/** The plan as it is sent, once nothing is missing that only the form can tell. */
export function sentPlan(draft: PlanDraft): Sent | null {
  const { deadlineAt, department, responsibleId, amountFen, miles, milestones, ...rest } = draft
  if (deadlineAt === null || department === null || responsibleId === null) return null
  const whole = milestones.flatMap(({ dueAt, ...one }) => (dueAt === null ? [] : [{ ...one, dueAt }]))
  if (whole.length < milestones.length) return null
  return {
    ...{ ...rest, deadlineAt, department, responsibleId, milestones: whole },
    ...{ amountFen: amountFen ?? 0, miles: miles ?? 0 },
  }
}
