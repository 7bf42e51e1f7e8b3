import type { Certificate } from '../../shared/careers/model.ts'
import type { MoveState, StepState } from '../../shared/careers/words.ts'
import type { TrainingEffect } from '../../shared/training/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const MOVE_TONES: Record<MoveState, Tone> = { proposed: 'warn', approved: 'good', refused: 'bad' }
export const STEP_TONES: Record<StepState, Tone> = { open: 'info', done: 'good', dropped: 'neutral' }
export const STANDING_TONES: Record<Certificate['standing'], Tone> = { valid: 'good', soon: 'warn', expired: 'bad' }
export const EFFECT_TONES: Record<TrainingEffect, Tone> = { effective: 'good', partly: 'warn', ineffective: 'bad' }
