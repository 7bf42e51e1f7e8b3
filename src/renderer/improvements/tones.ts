import type { EvaluationState } from '../../shared/improvements/evaluation-words.ts'
import type { GoalState } from '../../shared/improvements/goal-words.ts'
import type { ItemState, ProjectState } from '../../shared/improvements/project-words.ts'
import type { ImprovementState } from '../../shared/improvements/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const IMPROVEMENT_TONES: Record<ImprovementState, Tone> = {
  proposed: 'info',
  accepted: 'warn',
  declined: 'neutral',
  inProgress: 'warn',
  done: 'info',
  verified: 'good',
  closed: 'neutral',
}

export const EVALUATION_TONES: Record<EvaluationState, Tone> = { open: 'warn', closed: 'good' }

export const GOAL_TONES: Record<GoalState, Tone> = { open: 'info', reached: 'good', missed: 'bad', dropped: 'neutral' }

export const PROJECT_TONES: Record<ProjectState, Tone> = { open: 'info', closed: 'good', stopped: 'neutral' }

export const ITEM_TONES: Record<ItemState, Tone> = {
  planned: 'neutral',
  running: 'warn',
  done: 'info',
  works: 'good',
  dropped: 'neutral',
}
