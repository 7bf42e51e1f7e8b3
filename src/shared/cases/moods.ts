import type { Bilingual } from '../contract.ts'

/** How the customer felt when the matter was taken down (S5-66). */
export const MOODS = ['calm', 'anxious', 'disappointed', 'angry', 'grateful'] as const
export type Mood = (typeof MOODS)[number]

export const MOOD_NAMES: Record<Mood, Bilingual> = {
  calm: { zh: '平静', en: 'Calm' },
  anxious: { zh: '焦急', en: 'Anxious' },
  disappointed: { zh: '失望', en: 'Disappointed' },
  angry: { zh: '愤怒', en: 'Angry' },
  grateful: { zh: '感谢', en: 'Grateful' },
}
