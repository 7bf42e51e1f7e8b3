import type { CaseKind, Priority, Severity } from '../../shared/cases/words.ts'
import type { ClockState } from '../../shared/targets/model.ts'
import type { Tone } from '../ui/badges.tsx'

export const KIND_TONES: Record<CaseKind, Tone> = {
  complaint: 'bad',
  enquiry: 'info',
  suggestion: 'good',
  service: 'neutral',
}
export const SEVERITY_TONES: Record<Severity, Tone> = { general: 'neutral', major: 'warn', urgent: 'bad' }
export const PRIORITY_TONES: Record<Priority, Tone> = { p1: 'bad', p2: 'warn', p3: 'info', p4: 'neutral' }
export const CLOCK_TONES: Record<ClockState, Tone> = {
  running: 'info',
  paused: 'neutral',
  met: 'good',
  breached: 'bad',
  cancelled: 'neutral',
}
