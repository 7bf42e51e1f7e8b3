import type { Bilingual } from '../contract.ts'

/** Where a to-do comes from: oneself, a lead, a meeting, a matter across departments, or a case that went to somebody else. */
export const TODO_SOURCES = ['self', 'given', 'meeting', 'matter', 'moved'] as const
export type TodoSource = (typeof TODO_SOURCES)[number]

export const TODO_SOURCE_NAMES: Record<TodoSource, Bilingual> = {
  self: { zh: '本人', en: 'Own' },
  given: { zh: '交办', en: 'Given' },
  meeting: { zh: '例会', en: 'Meeting' },
  matter: { zh: '跨部门', en: 'Departments' },
  moved: { zh: '工单转出', en: 'Case moved' },
}

export const TODO_STATES = ['open', 'done', 'dropped'] as const
export type TodoState = (typeof TODO_STATES)[number]

export const TODO_STATE_NAMES: Record<TodoState, Bilingual> = {
  open: { zh: '待办', en: 'To do' },
  done: { zh: '已办', en: 'Done' },
  dropped: { zh: '已撤销', en: 'Withdrawn' },
}

/** Mine, those I gave to others, and of all for leads. */
export const TODO_LISTS = ['mine', 'given'] as const
export type TodoList = (typeof TODO_LISTS)[number]

export const HAND_OVER_STATES = ['given', 'confirmed', 'declined'] as const
export type HandOverState = (typeof HAND_OVER_STATES)[number]

export const HAND_OVER_STATE_NAMES: Record<HandOverState, Bilingual> = {
  given: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已接班', en: 'Taken over' },
  declined: { zh: '已退回', en: 'Sent back' },
}
