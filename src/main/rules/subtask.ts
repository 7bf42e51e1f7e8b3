import { allow, type Decision, deny } from '../../shared/failure.ts'
import {
  ENDED_STATES,
  SUB_TASK_ACTIONS,
  type SubTaskAction,
  type SubTaskState,
  WAITING_STATES,
} from '../../shared/subtasks/words.ts'
import { REASON_MIN_LENGTH, type Viewer } from './access.ts'

/** What decides who may do what with a sub-task. */
export type SubTaskFacts = {
  state: SubTaskState
  assigneeId: string | null
  requestedBy: string
  caseOwnerId: string | null
}

const FROM: Record<SubTaskAction, readonly SubTaskState[]> = {
  accept: ['open'],
  answer: ['accepted'],
  giveBack: ['open', 'accepted'],
  handOn: ['open', 'accepted', 'returned'],
  sendBack: ['answered'],
  finish: ['answered'],
  cancel: ['open', 'accepted', 'returned', 'answered'],
}

const TO: Record<SubTaskAction, SubTaskState> = {
  accept: 'accepted',
  answer: 'answered',
  giveBack: 'returned',
  handOn: 'open',
  sendBack: 'accepted',
  finish: 'done',
  cancel: 'cancelled',
}

/** Actions of the side that was asked; the others belong to the side that asks. */
const OF_ASSIGNEE: readonly SubTaskAction[] = ['accept', 'answer', 'giveBack']

/** The state that an allowed action leads to. */
export function stateAfter(action: SubTaskAction): SubTaskState {
  return TO[action]
}

/**
 * S2-36 S2-117: whether a person may do this with a sub-task now. The side that was asked accepts, answers or gives
 * back; the side that asks hands on, asks for more, takes the answer or cancels; leads and managers may do either.
 */
export function canAct(viewer: Viewer, task: SubTaskFacts, action: SubTaskAction): Decision {
  if (!FROM[action].includes(task.state)) return deny('subtask-state', { action, state: task.state })
  if (viewer.role !== 'agent') return allow
  return OF_ASSIGNEE.includes(action) ? isAsked(viewer, task) : isAsking(viewer, task)
}

function isAsked(viewer: Viewer, { assigneeId }: SubTaskFacts): Decision {
  return assigneeId === null || assigneeId === viewer.id ? allow : deny('subtask-not-yours')
}

function isAsking(viewer: Viewer, { requestedBy, caseOwnerId }: SubTaskFacts): Decision {
  return [requestedBy, caseOwnerId].includes(viewer.id) ? allow : deny('subtask-not-asked-by-you')
}

/** Whether a sub-task still occupies somebody, so that it ends when its case ends unanswered. */
export function canEndWithCase(state: SubTaskState): boolean {
  return FROM.cancel.includes(state)
}

/** Everything a person may do with a sub-task now, for the buttons beside it. */
export function actionsFor(viewer: Viewer, task: SubTaskFacts): SubTaskAction[] {
  return SUB_TASK_ACTIONS.filter((action) => canAct(viewer, task, action).allowed)
}

/** A case and the person who wants to ask others to help with it. */
export type Asking = { isCaseOpen: boolean; caseOwnerId: string | null; caseDepartment: string }

/** S2-117: the owner of an open case, or a lead, asks others; nobody asks themselves. */
export function canAsk(
  viewer: Viewer,
  facts: Asking,
  to: { assigneeId: string | null; dueAt: number | null },
  now: number,
): Decision {
  if (!facts.isCaseOpen) return deny('case-is-closed')
  if (viewer.role === 'agent' && facts.caseOwnerId !== null && facts.caseOwnerId !== viewer.id) {
    return deny('case-not-owner')
  }
  if (to.assigneeId === viewer.id) return deny('subtask-self')
  if (to.dueAt !== null && to.dueAt <= now) return deny('case-time-in-past')
  return allow
}

/** A reason that says something. */
export function checkReason(reason: string): Decision {
  return [...reason.trim()].length < REASON_MIN_LENGTH ? deny('subtask-reason', { min: REASON_MIN_LENGTH }) : allow
}

/** Somebody who can be asked: active, and of the desk. */
export function canBeAsked(user: { role: string; status: string }): Decision {
  return user.role !== 'admin' && user.status === 'active' ? allow : deny('case-not-a-handler')
}

const isEnded = (state: SubTaskState): boolean => (ENDED_STATES as readonly SubTaskState[]).includes(state)

/** True while the other side owes something. */
export function isWaiting(state: SubTaskState): boolean {
  return (WAITING_STATES as readonly SubTaskState[]).includes(state)
}

/** S2-117: what the case's steps ask for: how many sub-tasks are not at their end, and that none is. */
export function subTaskRecords(states: readonly SubTaskState[]): { subTasksOpen: number; subTasksDone: boolean } {
  const open = states.filter((state) => !isEnded(state)).length
  return { subTasksOpen: open, subTasksDone: open === 0 }
}

/** True when a sub-task was not answered in time: late for good once answered late, and late now while it waits. */
export function isLate(task: { state: SubTaskState; dueAt: number; answeredAt: number | null }, now: number): boolean {
  if (task.state === 'cancelled') return false
  return (task.answeredAt ?? now) > task.dueAt
}
