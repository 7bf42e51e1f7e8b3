import type { Bilingual } from '../../shared/contract.ts'
import type { PatternAlert } from '../../shared/patterns/contract.ts'
import type { AlertState } from '../../shared/patterns/words.ts'
import { useLanguage } from '../i18n/use-t.ts'
import type { Tone } from '../ui/badges.tsx'
import { useClasses } from '../ui/classes.ts'

export const ALERT_TONES: Record<AlertState, Tone> = { open: 'bad', acknowledged: 'warn', closed: 'neutral' }

/** Picks the language in use of a word that carries both. */
export function useName(): (name: Bilingual) => string {
  const language = useLanguage()
  return (name) => name[language === 'en' ? 'en' : 'zh']
}

/** What stands out, in words: a category or department by its name, a person or supplier by theirs, the rest as it is. */
export function useValueText(): (alert: PatternAlert) => string {
  const nameOf = useName()
  const { categoryNames, deskNames } = useClasses()
  const names: Partial<Record<PatternAlert['dimension'], Readonly<Record<string, Bilingual>>>> = {
    category: categoryNames,
    department: deskNames,
  }
  return ({ dimension, value, valueName }) => {
    const name = names[dimension]?.[value]
    return name ? nameOf(name) : (valueName ?? value)
  }
}
