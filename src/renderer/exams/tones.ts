import type { AttemptRow } from '../../shared/exams/model.ts'
import type { AttemptState, ItemVerdict } from '../../shared/exams/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const ATTEMPT_TONES: Record<AttemptState, Tone> = { running: 'info', handedIn: 'warn', marked: 'neutral' }
export const VERDICT_TONES: Record<ItemVerdict, Tone> = {
  few: 'neutral',
  tooEasy: 'warn',
  tooHard: 'warn',
  weak: 'warn',
  wrongKey: 'bad',
  good: 'good',
}

/** Green where passed, red where not, as far as it is known. */
export function scoreTone(isPassed: boolean | null): Tone {
  return isPassed === null ? 'neutral' : isPassed ? 'good' : 'bad'
}

export function isWaiting(attempts: readonly AttemptRow[]): boolean {
  return attempts.some(({ state }) => state === 'handedIn')
}
