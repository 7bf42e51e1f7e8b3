import type { Bilingual } from '../../shared/contract.ts'
import { useLanguage } from '../i18n/use-t.ts'

/** Picks the language in use of a word that carries both. */
export function useNameOf(): (name: Bilingual) => string {
  const language = useLanguage()
  return (name) => name[language === 'en' ? 'en' : 'zh']
}
