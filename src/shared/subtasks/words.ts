import type { Bilingual } from '../contract.ts'

/**
 * How far a sub-task has come: asked, accepted with receipt, come back without an answer, answered, taken as done
 * by whoever asked, or cancelled.
 */
export const SUB_TASK_STATES = ['open', 'accepted', 'returned', 'answered', 'done', 'cancelled'] as const
export type SubTaskState = (typeof SUB_TASK_STATES)[number]

export const SUB_TASK_STATE_NAMES: Record<SubTaskState, Bilingual> = {
  open: { zh: '待接收', en: 'Not accepted yet' },
  accepted: { zh: '已接收', en: 'Accepted' },
  returned: { zh: '已退回', en: 'Given back' },
  answered: { zh: '已答复', en: 'Answered' },
  done: { zh: '已办结', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** What can be done with a sub-task besides asking for it. */
export const SUB_TASK_ACTIONS = ['accept', 'answer', 'giveBack', 'handOn', 'sendBack', 'finish', 'cancel'] as const
export type SubTaskAction = (typeof SUB_TASK_ACTIONS)[number]

/** States in which the other side still owes something; a case waits for these. */
export const WAITING_STATES = ['open', 'accepted', 'returned'] as const satisfies readonly SubTaskState[]
/** States in which whoever was asked has to do something. */
export const OWED_STATES = ['open', 'accepted'] as const satisfies readonly SubTaskState[]
/** States that nobody has to do anything about any more. */
export const ENDED_STATES = ['done', 'cancelled'] as const satisfies readonly SubTaskState[]
