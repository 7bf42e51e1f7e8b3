import { sideOf } from '../../shared/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { fieldsOf, isOwnField } from '../../shared/workflow/records.ts'
import { workflowById } from '../policies/queries.ts'
import type { Db } from '../store/types.ts'
import type { History } from './history.ts'

export type Workflows = ReadonlyMap<string, WorkflowDefinition>

/** The workflows that the cases of a history were handled under, by the id that the cases keep. */
export async function workflowsOf(db: Db, cases: History['cases']): Promise<Workflows> {
  const found = new Map<string, WorkflowDefinition>()
  for (const { workflowPolicyId: id } of cases) if (!found.has(id)) found.set(id, await workflowById(db, id))
  return found
}

/** What a step was, on paper: the stage by the name its workflow gives it, and what the desk's own fields recorded. */
export function stepWords(
  { kind, fromState, toState, data }: History['caseEvents'][number],
  workflow: WorkflowDefinition | undefined,
  language: Language,
): string {
  const side = sideOf(language)
  const stage = workflow?.states.find(({ id }) => id === toState)?.name[side] ?? toState
  const head = toState && toState !== fromState ? `${kind} → ${stage}` : kind
  const colon = side === 'zh' ? '：' : ': '
  const fields = workflow ? fieldsOf(workflow) : []
  const own = Object.entries(recordedIn(data)).flatMap(([name, value]) => {
    const field = isOwnField(name) ? fields.find((one) => one.name === name) : undefined
    return field ? [`${field.label[side]}${colon}${field.optionNames?.[String(value)]?.[side] ?? String(value)}`] : []
  })
  return [head, ...own].join(' · ')
}

/** What an entry recorded; nothing where a profile replaced it. */
function recordedIn(data: unknown): object {
  if (typeof data !== 'string' || !data.startsWith('{')) return {}
  const { recorded } = JSON.parse(data) as { recorded?: unknown }
  return typeof recorded === 'object' && recorded !== null ? recorded : {}
}
