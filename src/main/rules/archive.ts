import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { StepData, WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'
import { hasValue } from './workflow-fields.ts'
import { dayAt } from './zone.ts'

export type ArchiveStep = {
  id: string
  state: string
  emits: WorkflowTransition['emits']
  recorded: { keptUntil: Day }
}

/** S2-40: the step by which the desk puts a closed case away, if its summary and its improvement decision are there. */
export function archiveOf(
  definition: WorkflowDefinition,
  matter: { state: string; recorded: StepData; closedAt: Instant },
): ArchiveStep | undefined {
  const step = definition.transitions.find(
    ({ from, afterDays }) => from.includes(matter.state) && afterDays !== undefined,
  )
  if (!step || step.needs.some(({ record }) => !hasValue(matter.recorded[record]))) return undefined
  return {
    id: step.id,
    state: step.to,
    emits: step.emits,
    recorded: { keptUntil: yearsLater(dayAt(DESK_ZONE, matter.closedAt), step.keepYears ?? 1) },
  }
}

/** The same day some years later; the last of February stays in February. */
function yearsLater(day: Day, years: number): Day {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return later.endsWith('-02-29') && Number(later.slice(0, 4)) % 4 !== 0 ? later.replace('-02-29', '-02-28') : later
}
