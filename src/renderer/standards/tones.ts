import type { OptimisationState } from '../../shared/standards/optimise-words.ts'
import type { StandardState } from '../../shared/standards/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const STANDARD_TONES: Record<StandardState, Tone> = { draft: 'info', inForce: 'good', retired: 'neutral' }

export const OPTIMISATION_TONES: Record<OptimisationState, Tone> = { open: 'info', closed: 'good', stopped: 'neutral' }
