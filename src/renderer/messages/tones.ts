import type { CareState } from '../../shared/care/words.ts'
import type { MessageState, TemplateState } from '../../shared/messages/words.ts'
import type { Tone } from '../ui/badges.tsx'

export const MESSAGE_TONES: Record<MessageState, Tone> = {
  toCheck: 'warn',
  prepared: 'info',
  handedOver: 'info',
  sent: 'good',
  failed: 'bad',
  cancelled: 'neutral',
}

export const TEMPLATE_TONES: Record<TemplateState, Tone> = {
  draft: 'neutral',
  submitted: 'warn',
  published: 'good',
  replaced: 'neutral',
  withdrawn: 'neutral',
}

export const CARE_TONES: Record<CareState, Tone> = { planned: 'info', done: 'good', cancelled: 'neutral' }
