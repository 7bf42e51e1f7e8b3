import type { LeakGrade, LeakState } from '../../shared/trust/leak-words.ts'
import type { AuthorisationState, TextState } from '../../shared/trust/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const TEXT_TONES: Record<TextState, Tone> = {
  draft: 'warn',
  coming: 'info',
  inForce: 'good',
  retired: 'neutral',
}

export const RIGHT_TONES: Record<AuthorisationState, Tone> = {
  coming: 'info',
  inForce: 'good',
  ended: 'neutral',
  expired: 'neutral',
}

export const LEAK_TONES: Record<LeakState, Tone> = {
  reported: 'bad',
  assessed: 'warn',
  contained: 'info',
  closed: 'good',
  unfounded: 'neutral',
}

export const GRADE_TONES: Record<LeakGrade, Tone> = { minor: 'neutral', serious: 'warn', grave: 'bad' }
