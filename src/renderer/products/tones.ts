import type { FactState, MarketDecision, PartnerState, WarningLevel, WorkState } from '../../shared/partners/words.ts'
import type { ActionState, ProductState } from '../../shared/products/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const PRODUCT_TONES: Record<ProductState, Tone> = { offered: 'good', paused: 'warn', ended: 'neutral' }
export const ACTION_TONES: Record<ActionState, Tone> = {
  planned: 'neutral',
  running: 'info',
  done: 'good',
  dropped: 'neutral',
}
export const PARTNER_TONES: Record<PartnerState, Tone> = { active: 'good', paused: 'warn', ended: 'neutral' }
export const WORK_TONES: Record<WorkState, Tone> = { open: 'info', waiting: 'warn', done: 'good', dropped: 'neutral' }
export const FACT_TONES: Record<FactState, Tone> = { unverified: 'warn', verified: 'good', refuted: 'bad' }
export const DECISION_TONES: Record<MarketDecision, Tone> = { adopted: 'good', watched: 'info', declined: 'neutral' }
export const LEVEL_TONES: Record<WarningLevel, Tone> = { near: 'warn', missed: 'bad', falling: 'warn' }
