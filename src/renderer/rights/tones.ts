import type { AssessmentState, DueState, RequestState, RiskLevel } from '../../shared/rights/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const REQUEST_TONES: Record<RequestState, Tone> = {
  open: 'info',
  locked: 'warn',
  done: 'good',
  refused: 'neutral',
}
export const DUE_TONES: Record<DueState, Tone> = { inTime: 'good', soon: 'warn', late: 'bad' }
export const LEVEL_TONES: Record<RiskLevel, Tone> = { low: 'good', medium: 'warn', high: 'bad' }
export const ASSESSMENT_TONES: Record<AssessmentState, Tone> = { draft: 'warn', approved: 'good', refused: 'bad' }
