import type { PackState } from '../../../shared/policies/packs.ts'
import type { Tone } from '../../ui/badges.tsx'

export const PACK_TONES: Record<PackState, Tone> = { on: 'good', changed: 'warn', off: 'neutral', reading: 'info' }
