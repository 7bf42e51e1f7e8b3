import type { EmergencyState, ItemState, ServiceState } from '../../shared/journeys/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const ITEM_TONES: Record<ItemState, Tone> = { open: 'warn', done: 'good', notNeeded: 'neutral' }

export const SERVICE_TONES: Record<ServiceState, Tone> = {
  planned: 'info',
  running: 'good',
  trouble: 'bad',
  done: 'neutral',
  cancelled: 'neutral',
}

export const EMERGENCY_TONES: Record<EmergencyState, Tone> = { open: 'bad', controlled: 'warn', ended: 'neutral' }
