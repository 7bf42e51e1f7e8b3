import type { Bilingual } from '../contract.ts'

/** A rollout goes through phases; a process project maps the process, changes it and follows the changes. */
export const PROJECT_KINDS = ['rollout', 'process'] as const
export type ProjectKind = (typeof PROJECT_KINDS)[number]

export const PROJECT_KIND_NAMES: Record<ProjectKind, Bilingual> = {
  rollout: { zh: '实施时间表', en: 'Rollout timetable' },
  process: { zh: '投诉处理流程优化', en: 'Process optimisation' },
}

export const PROJECT_STATES = ['open', 'closed', 'stopped'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

export const PROJECT_STATE_NAMES: Record<ProjectState, Bilingual> = {
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已完成', en: 'Closed' },
  stopped: { zh: '已中止', en: 'Stopped' },
}

/** A phase of a rollout; a step of the process as it runs today (S2-185); a measure that changes it (S2-186). */
export const ITEM_KINDS = ['phase', 'step', 'measure'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_STATES = ['planned', 'running', 'done', 'works', 'dropped'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const ITEM_STATE_NAMES: Record<ItemState, Bilingual> = {
  planned: { zh: '计划中', en: 'Planned' },
  running: { zh: '进行中', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  works: { zh: '已见效', en: 'Works' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

/** Where a part may go from its state; a step only says how the process runs. */
export const ITEM_MOVES: Record<ItemKind, Record<ItemState, readonly ItemState[]>> = {
  phase: {
    planned: ['running', 'done', 'dropped'],
    running: ['done', 'planned', 'dropped'],
    done: ['running'],
    works: [],
    dropped: ['planned'],
  },
  step: { planned: [], running: [], done: [], works: [], dropped: [] },
  measure: {
    planned: ['running', 'dropped'],
    running: ['done', 'dropped'],
    done: ['works', 'running'],
    works: ['running'],
    dropped: ['planned'],
  },
}

type Phase = { title: string; content: string; plannedFor: string | null }

/** S1-77..80: the timetable of the client's plan; going live has no date until the client supplies one. */
export const ROLLOUT_TEMPLATE: readonly Phase[] = [
  { title: '方案设计与评审', content: '设计投诉处理方案并组织评审', plannedFor: '2023-01' },
  { title: '系统开发', content: '按方案开发投诉处理系统', plannedFor: '2023-02' },
  { title: '人员培训', content: '对客服人员进行流程与系统培训', plannedFor: '2023-03' },
  { title: '正式实施', content: '投诉处理方案正式实施', plannedFor: null },
]
