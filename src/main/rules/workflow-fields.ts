import type { CaseKind, Channel, Severity } from '../../shared/cases/words.ts'
import { never } from '../../shared/failure.ts'
import { isDay } from '../../shared/time.ts'
import type { FieldWhen, StepData, WorkflowField, WorkflowTransition } from '../../shared/workflow/model.ts'

/** What the workflow knows of a case. */
export type WorkflowFacts = {
  kind: CaseKind
  state: string
  channel: Channel
  severity: Severity
  isComplex: boolean
  /** The one person who answers for the case (S1-40). */
  ownerId: string | null
  /** Everything that earlier steps recorded, by field name. */
  recorded: StepData
  /** People who handled the case: its owner, and whoever gave the reply. */
  handlers?: readonly string[]
  /** True when somebody works at the desk who did not handle the case. */
  hasOthers?: boolean
  /** Milliseconds since the case was closed. */
  closedForMs?: number
}

/** A field of a step as the form shows it; `isRecorded` ones need not be given again. */
export type AskedField = WorkflowField & { isRecorded: boolean }

export function hasValue(value: StepData[string] | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}

/** Whether a field or a need concerns this case. */
export function isFor(when: FieldWhen | undefined, facts: WorkflowFacts): boolean {
  if (!when) return true
  const said = when.mentions === undefined ? undefined : facts.recorded[when.mentions]
  return (
    (!when.kinds || when.kinds.includes(facts.kind)) &&
    (!when.channels || when.channels.includes(facts.channel)) &&
    (!when.severities || when.severities.includes(facts.severity)) &&
    (when.isComplex === undefined || when.isComplex === facts.isComplex) &&
    (when.mentions === undefined || (said !== undefined && said !== null))
  )
}

/** The fields that a step asks of this case. */
export function askedFields(transition: WorkflowTransition, facts: WorkflowFacts): AskedField[] {
  return transition.fields
    .filter(({ when }) => isFor(when, facts))
    .map((field) => ({ ...field, isRecorded: !field.isFresh && hasValue(facts.recorded[field.name]) }))
}

/** True when a value fits its field; ticks must be ticked and scores run from 1 to 5. */
export function isValid(field: WorkflowField, value: StepData[string]): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && [...value.trim()].length >= (field.minLength ?? 1)
    case 'user':
      return typeof value === 'string' && value.trim() !== ''
    case 'choice':
      return typeof value === 'string' && (field.options ? field.options.includes(value) : value !== '')
    case 'tick':
      return value === true
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'instant':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'score':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5
    default:
      return never(field.type)
  }
}

export type FieldFault = { code: 'missing' | 'invalid'; field: string }

/** Everything a step's form still lacks or has wrong, in the order of the form. */
export function fieldFaults(transition: WorkflowTransition, facts: WorkflowFacts, data: StepData): FieldFault[] {
  const isGiven = (name: string) => hasValue(data[name]) || hasValue(facts.recorded[name])
  return askedFields(transition, facts).flatMap((field): FieldFault[] => {
    const value = data[field.name]
    if (hasValue(value) && value !== undefined) {
      return isValid(field, value) ? [] : [{ code: 'invalid', field: field.name }]
    }
    const isExcused = field.isRecorded || (field.unless !== undefined && isGiven(field.unless))
    return field.isRequired && !isExcused ? [{ code: 'missing', field: field.name }] : []
  })
}
