import { CLOCK_KIND_NAMES } from '../../shared/targets/model.ts'
import {
  PAUSABLE_CLOCKS,
  type WorkflowDefinition,
  type WorkflowField,
  type WorkflowState,
  type WorkflowTransition,
} from '../../shared/workflow/model.ts'
import { fieldsOf, OWN_PREFIX, REGISTER } from '../../shared/workflow/records.ts'

type Parts = Pick<WorkflowDefinition, 'states' | 'transitions' | 'initial'>

/**
 * An id that no version before had either: a case that is moved to this version must not meet an older stage or field
 * under the same name.
 */
export const ownId = (now: number): string => `${OWN_PREFIX}${now.toString(36)}`

/** A stage to begin with, under an id of its own. */
export function newStage(now: number): WorkflowState {
  return {
    id: ownId(now),
    name: { zh: '', en: '' },
    forCustomer: { zh: '', en: '' },
    ownerRoles: ['agent', 'lead', 'manager'],
    isFinal: false,
  }
}

/** A step to begin with, from the chosen stage or the first one. */
export function newStep({ states }: Parts, now: number, from?: string): WorkflowTransition {
  const [first, second] = states
  return {
    id: ownId(now),
    from: [from ?? first?.id ?? ''],
    to: (from === second?.id ? first?.id : second?.id) ?? '',
    name: { zh: '', en: '' },
    roles: ['agent', 'lead', 'manager'],
    isOwnersOnly: true,
    emits: ['assessed'],
    fields: [],
    needs: [],
  }
}

/** The first stage and the one that registration leads to: without them no case could be opened. */
export function isFixedStage({ initial, transitions }: Parts, id: string): boolean {
  return id === initial || transitions.some((step) => step.id === REGISTER && step.to === id)
}

/** Steps that lead from a stage or to it. */
export const stepsAt = (transitions: readonly WorkflowTransition[], id: string): WorkflowTransition[] =>
  transitions.filter(({ from, to }) => to === id || from.includes(id))

/** A workflow without a stage: steps that lead to it or only from it go too. */
export function withoutStage({ states, transitions }: Parts, id: string): Pick<Parts, 'states' | 'transitions'> {
  return {
    states: states.filter((state) => state.id !== id),
    transitions: transitions
      .filter(({ to }) => to !== id)
      .map((step) => ({ ...step, from: step.from.filter((one) => one !== id) }))
      .filter(({ from }) => from.length > 0),
  }
}

/** A stage or step put in place of the one of its id, or at the end. */
export function put<T extends { id: string }>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item]
}

/** The same for a stage; a new one stands before the first end, where people read the way of a case. */
export function putStage(states: readonly WorkflowState[], stage: WorkflowState): WorkflowState[] {
  const end = states.findIndex(({ isFinal }) => isFinal)
  const isNew = !states.some(({ id }) => id === stage.id)
  return isNew && end >= 0 && !stage.isFinal ? states.toSpliced(end, 0, stage) : put(states, stage)
}

/** Fields that a step may ask for besides: those known from the steps after registration, each once. */
export function knownFields({ transitions, initial }: Parts): WorkflowField[] {
  return fieldsOf({ transitions: transitions.filter(({ from }) => !from.includes(initial)) })
}

/** The limits that a stage may let stand still, as options of a select. */
export const pausableOptions = (side: 'zh' | 'en') =>
  PAUSABLE_CLOCKS.map((value) => ({ value, label: CLOCK_KIND_NAMES[value][side] }))

/** The choices of an own field from lines of `中文 / English`; a line without English keeps its Chinese for both. */
export function choicesFrom(text: string): Pick<WorkflowField, 'options' | 'optionNames'> | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const names = lines.map((line) => {
    const [zh = '', en = ''] = line.split(/[/／]/, 2).map((part) => part.trim())
    return { zh: zh || en, en: en || zh }
  })
  const options = names.map(({ zh }) => zh)
  if (options.length < 2 || new Set(options).size < options.length) return undefined
  return { options, optionNames: Object.fromEntries(names.map((name) => [name.zh, name])) }
}

/** The same lines back, to be changed. */
export function choicesText({ options = [], optionNames = {} }: WorkflowField): string {
  return options
    .map((value) => {
      const name = optionNames[value]
      return name && name.en !== name.zh ? `${name.zh} / ${name.en}` : value
    })
    .join('\n')
}
