import type { Bilingual } from '../../shared/contract.ts'
import { VARIABLE_NAMES } from '../../shared/messages/variables.ts'
import { namedBy, useName } from '../ui/use-name.ts'

/** Words of an article in the language in use; what has no English is read in Chinese. */
export function useWords(): (words: Bilingual) => string {
  const nameOf = useName()
  return ({ zh, en }) => nameOf({ zh, en: en === '' ? zh : en })
}

/** A text as it is read before it is filled in: with the names of what will stand there, without the marks of what may be left out. */
export function useReadable(): (text: string) => string {
  const nameOf = useName()
  return (text) =>
    text
      .replaceAll(/\{\{([^{}]*)\}\}/g, (_, name: string) => `〔${namedBy(VARIABLE_NAMES, name, nameOf)}〕`)
      .replaceAll(/\[\[|\]\]/g, '')
}
