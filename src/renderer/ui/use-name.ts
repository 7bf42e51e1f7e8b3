import type { Bilingual } from '../../shared/contract.ts'
import { useLanguage } from '../i18n/use-t.ts'

export type NameOf = (name: Bilingual) => string

/** Picks the language in use of a word that carries both. */
export function useName(): NameOf {
  const language = useLanguage()
  return (name) => name[language === 'en' ? 'en' : 'zh']
}

/** A table of codes as the choices of a field. */
export function choicesOf<K extends string>(
  table: Readonly<Record<K, Bilingual>>,
  nameOf: NameOf,
): { value: K; label: string }[] {
  return Object.entries<Bilingual>(table).map(([value, name]) => ({ value: value as K, label: nameOf(name) }))
}

/** The name behind a code of a table, or the code itself when the table does not know it. */
export function namedBy(table: Readonly<Record<string, Bilingual>>, code: string, nameOf: NameOf): string {
  const name = table[code]
  return name ? nameOf(name) : code
}

/** A name that may be written in Chinese alone, in both languages. */
export function orChinese({ zh, en }: Bilingual): Bilingual {
  return { zh, en: en || zh }
}
