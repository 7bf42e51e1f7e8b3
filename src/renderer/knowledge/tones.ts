import type { ArticleStanding } from '../../shared/knowledge/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const STANDING_TONES: Record<ArticleStanding, Tone> = {
  draft: 'neutral',
  submitted: 'warn',
  coming: 'info',
  inForce: 'good',
  expired: 'bad',
  replaced: 'neutral',
  withdrawn: 'neutral',
}
