import { allow, type Decision, deny } from '../../shared/failure.ts'
import {
  IMPROVEMENT_ACTIONS,
  type ImprovementAction,
  type ImprovementKind,
  type ImprovementState,
} from '../../shared/improvements/words.ts'
import type { Day } from '../../shared/time.ts'
import type { Viewer } from './access.ts'

/** What decides about an improvement. */
export type ImprovementFacts = {
  kind: ImprovementKind
  state: ImprovementState
  ownerId: string | null
  finishedBy: string | null
  dueDay: Day | null
  measures: number
  openMeasures: number
  trainees: number
  untrained: number
}

const FROM: Record<ImprovementAction, readonly ImprovementState[]> = {
  accept: ['proposed'],
  decline: ['proposed', 'accepted'],
  start: ['accepted'],
  finish: ['inProgress'],
  verify: ['done'],
  sendBack: ['done', 'verified'],
  close: ['verified'],
}

const TO: Record<ImprovementAction, ImprovementState> = {
  accept: 'accepted',
  decline: 'declined',
  start: 'inProgress',
  finish: 'done',
  verify: 'verified',
  sendBack: 'inProgress',
  close: 'closed',
}

const isLead = ({ role }: Viewer) => role === 'lead' || role === 'manager'

/** The state that an allowed action leads to. */
export function improvementAfter(action: ImprovementAction): ImprovementState {
  return TO[action]
}

/** S2-129 S2-130: whether a person may do this with an improvement now; nobody verifies what is their own work. */
export function canImprove(viewer: Viewer, facts: ImprovementFacts, action: ImprovementAction): Decision {
  if (!FROM[action].includes(facts.state)) return deny('improvement-state', { action, state: facts.state })
  switch (action) {
    case 'accept':
    case 'decline':
    case 'close':
      return isLead(viewer) ? allow : deny('improvement-lead')
    case 'start':
      return mayWork(viewer, facts).allowed ? hasWork(facts) : deny('improvement-owner')
    case 'finish':
      return mayWork(viewer, facts).allowed ? isCarriedOut(facts) : deny('improvement-owner')
    case 'verify':
    case 'sendBack':
      return isOwnWork(viewer, facts) ? deny('improvement-own-work') : allow
  }
}

/** Whether a person may set measures, name trainees and record results: the owner or a lead, until it is finished. */
export function mayWork(viewer: Viewer, { state, ownerId }: ImprovementFacts): Decision {
  if (state !== 'accepted' && state !== 'inProgress') return deny('improvement-state', { action: 'work', state })
  return isLead(viewer) || viewer.id === ownerId ? allow : deny('improvement-owner')
}

/** Whether a person may change what it says: who may work on it, and before it is decided whoever is of the desk. */
export function canChange(viewer: Viewer, facts: ImprovementFacts, proposedBy: string): Decision {
  if (facts.state !== 'proposed') return mayWork(viewer, facts)
  return isLead(viewer) || viewer.id === proposedBy ? allow : deny('improvement-owner')
}

/** Every action that is open to a person now, in the order in which they come. */
export function improvementActions(viewer: Viewer, facts: ImprovementFacts): ImprovementAction[] {
  return IMPROVEMENT_ACTIONS.filter((action) => canImprove(viewer, facts, action).allowed)
}

/** True when the day went by before it was carried out. */
export function isOverdue({ state, dueDay }: Pick<ImprovementFacts, 'state' | 'dueDay'>, today: Day): boolean {
  return dueDay !== null && dueDay < today && ['proposed', 'accepted', 'inProgress'].includes(state)
}

function isOwnWork({ id }: Viewer, { ownerId, finishedBy }: ImprovementFacts): boolean {
  return id === ownerId || id === finishedBy
}

function hasWork({ kind, measures, trainees }: ImprovementFacts): Decision {
  if (kind === 'training' && trainees === 0) return deny('improvement-no-trainees')
  return measures + trainees > 0 ? allow : deny('improvement-no-measures')
}

function isCarriedOut({ openMeasures, untrained }: ImprovementFacts): Decision {
  if (openMeasures > 0) return deny('improvement-open-measures', { count: openMeasures })
  return untrained > 0 ? deny('improvement-untrained', { count: untrained }) : allow
}
