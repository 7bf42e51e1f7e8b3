import alwaysOpen from '../../../resources/calendars/24x7.json' with { type: 'json' }
import cnCalendar from '../../../resources/calendars/CN.json' with { type: 'json' }
import compensationDefault from '../../../resources/policies/compensation-default.json' with { type: 'json' }
import targetsDefault from '../../../resources/policies/targets-default.json' with { type: 'json' }
import tierCa from '../../../resources/policies/tier-ca.json' with { type: 'json' }
import tierHu from '../../../resources/policies/tier-hu.json' with { type: 'json' }
import tierMf from '../../../resources/policies/tier-mf.json' with { type: 'json' }
import tierMu from '../../../resources/policies/tier-mu-2025.json' with { type: 'json' }
import tierS3 from '../../../resources/policies/tier-s3.json' with { type: 'json' }
import workflowComplaint from '../../../resources/policies/workflow-complaint.json' with { type: 'json' }
import workflowSimple from '../../../resources/policies/workflow-simple.json' with { type: 'json' }
import { type Calendar, calendar } from '../../shared/calendars/model.ts'
import type { CaseKind } from '../../shared/cases/words.ts'
import { type CompensationPolicy, compensationPolicy } from '../../shared/compensation/policy.ts'
import { type TargetPolicy, targetPolicy } from '../../shared/targets/model.ts'
import { type TierPolicy, tierPolicy } from '../../shared/tiers/model.ts'
import { type WorkflowDefinition, workflowDefinition } from '../../shared/workflow/model.ts'

/** The calendars that come with the product: China's working days and the round-the-clock one. */
export const SHIPPED_CALENDARS: readonly Calendar[] = [cnCalendar, alwaysOpen].map((data) => calendar.parse(data))

/** The service targets that come with the product. */
export const SHIPPED_TARGETS: TargetPolicy = targetPolicy.parse(targetsDefault)

/** The tier programmes that come with the product; the first one is in force by default. */
export const SHIPPED_TIERS: readonly TierPolicy[] = [tierMf, tierCa, tierMu, tierHu, tierS3].map((data) =>
  tierPolicy.parse(data),
)

/** The workflows that come with the product. */
export const SHIPPED_WORKFLOWS: readonly WorkflowDefinition[] = [workflowComplaint, workflowSimple].map((data) =>
  workflowDefinition.parse(data),
)

/** The compensation tariff and authority that come with the product. */
export const SHIPPED_COMPENSATION: CompensationPolicy = compensationPolicy.parse(compensationDefault)

/** A policy of any kind, as it is stored. */
export type Policy = TargetPolicy | TierPolicy | WorkflowDefinition | CompensationPolicy

/** Every shipped policy with its kind. */
export const SHIPPED_POLICIES: readonly { kind: Policy['kind']; body: Policy }[] = [
  SHIPPED_TARGETS,
  ...SHIPPED_TIERS,
  ...SHIPPED_WORKFLOWS,
  SHIPPED_COMPENSATION,
].map((body) => ({ kind: body.kind, body }))

/** A shipped item by its id; an unknown id is a fault in the program, not in the data. */
function byId<T extends { id: string }>(list: readonly T[], id: string): T {
  const item = list.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`no shipped pack ${id}`)
  return item
}

/** The shipped calendar with this id. */
export function shippedCalendar(id: string): Calendar {
  return byId(SHIPPED_CALENDARS, id)
}

/** The shipped tier programme with this id. */
export function shippedTiers(id: string): TierPolicy {
  return byId(SHIPPED_TIERS, id)
}

/** The shipped workflow that cases of a kind follow. */
export function shippedWorkflow(kind: CaseKind): WorkflowDefinition {
  const definition = SHIPPED_WORKFLOWS.find((candidate) => candidate.caseKinds.includes(kind))
  if (!definition) throw new Error(`no shipped workflow for ${kind}`)
  return definition
}
