import type { Attendance, TrainingEffect } from '../../shared/training/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const ATTENDANCE_TONES: Record<Attendance, Tone> = { attended: 'good', absent: 'bad', excused: 'neutral' }
export const EFFECT_TONES: Record<TrainingEffect, Tone> = { effective: 'good', partly: 'warn', ineffective: 'bad' }
