import type { AuditState, FindingGrade, ReviewState, StudyState } from '../../shared/reviews/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const STATE_TONES: Record<ReviewState, Tone> = {
  given: 'info',
  taken: 'good',
  disputed: 'warn',
  decided: 'neutral',
}
export const AUDIT_TONES: Record<AuditState, Tone> = { planned: 'info', drawn: 'warn', closed: 'neutral' }
export const STUDY_TONES: Record<StudyState, Tone> = { draft: 'warn', released: 'good', withdrawn: 'neutral' }
export const GRADE_TONES: Record<FindingGrade, Tone> = {
  none: 'good',
  remark: 'info',
  deviation: 'warn',
  serious: 'bad',
}

/** Points in words of colour: below 60 is bad, below 80 wants a look. */
export const totalTone = (total: number): Tone => (total < 60 ? 'bad' : total < 80 ? 'warn' : 'good')
