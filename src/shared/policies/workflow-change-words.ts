import { CASE_KIND_NAMES, SEVERITY_NAMES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { bilingual } from '../policy.ts'
import {
  type WorkflowNeed,
  workflowDefinition,
  workflowField,
  workflowState,
  workflowTransition,
} from '../workflow/model.ts'
import { FIELD_TYPE_NAMES, STEP_PEOPLE_NAMES, STEP_ROLE_NAMES } from '../workflow/names.ts'
import { fieldsOf, recordName } from '../workflow/records.ts'
import { clockName, namesIn } from './words.ts'

type Side = keyof Bilingual

const list = (items: readonly string[], side: Side) => items.join(side === 'zh' ? '、' : ', ')

/** The name of a stage in a policy; its id where it has none. */
function stageName(id: string, policy: unknown, side: Side): string {
  const states: unknown = typeof policy === 'object' && policy !== null ? Reflect.get(policy, 'states') : undefined
  const name = Array.isArray(states) ? bilingual.safeParse(states.find((state) => state?.id === id)?.name) : undefined
  return name?.success ? name.data[side] : id
}

/** What must be on record before a step, in words: what else will do, with which values, for which cases. */
export function needText({ record, orElse, is, isAbsent, when }: WorkflowNeed, policy: unknown, side: Side): string {
  const read = workflowDefinition.safeParse(policy)
  const fields = read.success ? fieldsOf(read.data) : []
  const name = (one: string) => recordName(one, fields)[side]
  const words = [record, ...orElse].map(name).join(side === 'zh' ? '或' : ' or ')
  const values = is ? (side === 'zh' ? `（为${is.join('/')}）` : ` (${is.join('/')})`) : ''
  const whole = isAbsent ? (side === 'zh' ? `没有${words}` : `no ${words}`) : `${words}${values}`
  const cases = [
    ...(when?.kinds?.map((kind) => CASE_KIND_NAMES[kind][side]) ?? []),
    ...(when?.severities?.map((severity) => SEVERITY_NAMES[severity][side]) ?? []),
  ]
  if (cases.length === 0) return whole
  return side === 'zh' ? `${whole}（仅${list(cases, side)}）` : `${whole} (only ${list(cases, side)})`
}

/** A part of a workflow in words; nothing for what is said as in every other policy. */
export function workflowValue(part: string, value: unknown, policy: unknown, side: Side): string | undefined {
  if (part === 'needs') {
    const needs = workflowTransition.shape.needs.safeParse(value)
    if (!needs.success) return undefined
    return needs.data.length === 0
      ? '—'
      : list(
          needs.data.map((need) => needText(need, policy, side)),
          side,
        )
  }
  if (part === 'roles' || part === 'ownerRoles')
    return Array.isArray(value) ? namesIn(STEP_ROLE_NAMES, value.map(String), side) || '—' : undefined
  if (part === 'from')
    return Array.isArray(value)
      ? list(
          value.map((id) => stageName(String(id), policy, side)),
          side,
        )
      : undefined
  if (part === 'to' && typeof value === 'string') return stageName(value, policy, side)
  if (part === 'who' && typeof value === 'string') return namesIn(STEP_PEOPLE_NAMES, [value], side)
  if (part === 'type' && typeof value === 'string' && Object.hasOwn(FIELD_TYPE_NAMES, value))
    return namesIn(FIELD_TYPE_NAMES, [value], side)
  if (part === 'pauses' && Array.isArray(value))
    return (
      list(
        value.map((kind) => clockName(String(kind), side)),
        side,
      ) || '—'
    )
  return undefined
}

/** A stage, a step or a field that comes or goes, with what it says. */
export function workflowItem(value: unknown, policy: unknown, side: Side): string | undefined {
  const step = workflowTransition.strict().safeParse(value)
  if (step.success) {
    const { from, to, roles, fields } = step.data
    const way = `${workflowValue('from', from, policy, side)} → ${stageName(to, policy, side)}`
    const asks = list(
      fields.map((field) => fieldText(field.label[side], field.isRequired, side)),
      side,
    )
    return list([way, workflowValue('roles', roles, policy, side) ?? '', ...(asks === '' ? [] : [asks])], side)
  }
  const state = workflowState.strict().safeParse(value)
  if (state.success) {
    const { ownerRoles, forCustomer, pauses = [] } = state.data
    const still = pauses.map((kind) => clockName(kind, side))
    return list(
      [
        forCustomer[side],
        ...(ownerRoles.length === 0 ? [] : [namesIn(STEP_ROLE_NAMES, ownerRoles, side)]),
        ...(still.length === 0 ? [] : [`${side === 'zh' ? '在此暂停：' : 'stands still: '}${still.join('/')}`]),
      ],
      side,
    )
  }
  const field = workflowField.strict().safeParse(value)
  if (!field.success) return undefined
  const { type, isRequired, optionNames } = field.data
  const choices = optionNames
    ? Object.values(optionNames)
        .map((name) => name[side])
        .join('/')
    : ''
  const words = [
    FIELD_TYPE_NAMES[type][side],
    ...(isRequired ? [side === 'zh' ? '必填' : 'required'] : []),
    ...(choices === '' ? [] : [choices]),
  ]
  return list(words, side)
}

const fieldText = (label: string, isRequired: boolean, side: Side) =>
  isRequired
    ? side === 'zh'
      ? `必填“${label}”`
      : `must give “${label}”`
    : side === 'zh'
      ? `可填“${label}”`
      : `may give “${label}”`
