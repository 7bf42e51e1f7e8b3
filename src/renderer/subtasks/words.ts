import type { Bilingual } from '../../shared/contract.ts'
import type { SubTaskState } from '../../shared/subtasks/words.ts'
import { useLanguage } from '../i18n/use-t.ts'
import type { Tone } from '../ui/badges.tsx'

export const STATE_TONES: Record<SubTaskState, Tone> = {
  open: 'warn',
  accepted: 'info',
  returned: 'bad',
  answered: 'info',
  done: 'good',
  cancelled: 'neutral',
}

/** Picks the language in use of a word that carries both. */
export function useName(): (name: Bilingual) => string {
  const language = useLanguage()
  return (name) => name[language === 'en' ? 'en' : 'zh']
}
