import { sideOf } from '../../../shared/contract.ts'
import { useLanguage } from '../../i18n/use-t.ts'

/** Reads a text of the bank in the language in use; where English was not written, the Chinese. */
export function useSaid(): (text: { zh: string; en: string }) => string {
  const side = sideOf(useLanguage())
  return (text) => text[side] || text.zh
}
