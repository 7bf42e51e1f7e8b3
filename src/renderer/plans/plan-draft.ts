import { z } from 'zod'
import type { Department } from '../../shared/cases/words.ts'
import type { Input } from '../../shared/contracts.ts'
import { type UserId, userId } from '../../shared/ids.ts'
import { type PlansView, type PrincipleTicks, principleTicks } from '../../shared/plans/model.ts'
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

/** A plan on its way as it is kept, with why an approved one is changed. */
export const writtenPlan = z.object({
  ...{ cause: z.string(), demand: z.string(), direction: z.string(), measures: z.string() },
  ...{ communication: z.string(), people: z.string(), reason: z.string() },
  deadlineAt: z.number().nullable(),
  department: z.string().nullable(),
  responsibleId: userId.nullable(),
  amountFen: z.number().nullable(),
  miles: z.number().nullable(),
  principles: principleTicks,
  milestones: z.array(z.object({ name: z.string(), dueAt: z.number().nullable(), tellsCustomer: z.boolean() })),
})

/** Under which name a person's plan of a case is kept. */
export const draftOfPlan = (subject: string) => ({ kind: 'plan-draft', subject })

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
    // Nothing to pay is an empty field: beside an empty form it is no change.
    amountFen: newest?.amountFen || null,
    miles: newest?.miles || null,
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
