import type { WorkflowDefinition, WorkflowProblem, WorkflowTransition } from '../../shared/workflow/model.ts'
import { REGISTER, REGISTER_FIELDS, recordsOf } from '../../shared/workflow/records.ts'

/** What is wrong with the forms of a workflow's steps, and with what the steps need to be on record. */
export function formProblems(definition: WorkflowDefinition): WorkflowProblem[] {
  const known = recordsOf(definition)
  return [
    ...registration(definition),
    ...definition.transitions.flatMap((step) => [
      ...twice(step).map((record) => ({ code: 'fieldTwice' as const, where: step.id, record })),
      ...asksNobody(step).map((record) => ({ code: 'asksNobody' as const, where: step.id, record })),
      ...neverRecorded(step, known).map((record) => ({ code: 'neverRecorded' as const, where: step.id, record })),
    ]),
  ]
}

/** Registering has a form of its own: the step must be there, and what that form does not give would never be asked. */
function registration({ transitions, initial }: WorkflowDefinition): WorkflowProblem[] {
  const step = transitions.find(({ id }) => id === REGISTER)
  if (!step?.from.includes(initial) || !step.emits.includes('registered'))
    return [{ code: 'registersNot', where: initial }]
  return step.fields
    .filter(({ name }) => !REGISTER_FIELDS.includes(name))
    .map(({ name }) => ({ code: 'registerAsks', where: step.id, record: name }))
}

function twice({ fields }: WorkflowTransition): string[] {
  const names = fields.map(({ name }) => name)
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

/** A step that only the desk itself takes has no form. */
function asksNobody({ roles, fields }: WorkflowTransition): string[] {
  return roles.every((role) => role === 'system') ? fields.map(({ name }) => name) : []
}

/** A need that nothing can ever meet keeps the step from being taken. */
function neverRecorded({ needs }: WorkflowTransition, known: ReadonlySet<string>): string[] {
  return needs
    .filter(({ record, orElse, isAbsent }) => !isAbsent && ![record, ...orElse].some((name) => known.has(name)))
    .map(({ record }) => record)
}
