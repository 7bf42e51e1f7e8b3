import type { CalibrationResult } from '../../../shared/calibration/contract.ts'
import type { Tone } from '../../ui/badges.tsx'

export const LEVEL_TONES: Record<CalibrationResult['total']['level'], Tone> = {
  good: 'good',
  fair: 'warn',
  poor: 'bad',
  none: 'neutral',
}

/** Alpha with the three digits that are usual for it. */
export const alphaText = (alpha: number | null): string => (alpha === null ? '—' : alpha.toFixed(3))
