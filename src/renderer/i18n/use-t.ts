import { createContext, use } from 'react'
import type { Language } from '../../shared/session/model.ts'
import type { ParamNames, TextAt, TextKey } from './define.ts'
import { i18n, sentence, textsEdition } from './i18n.ts'
import type { TextSpace, texts } from './texts.ts'

type Of<S extends TextSpace> = (typeof texts)[S]['zh']
export type KeyOf<S extends TextSpace> = TextKey<Of<S>>
type Params<S extends TextSpace, K extends string> = Record<ParamNames<TextAt<Of<S>, K>>, string | number>
type Rest<S extends TextSpace, K extends string> =
  ParamNames<TextAt<Of<S>, K>> extends never ? [] : [params: Params<S, K>]

/** Says one sentence of a feature; the values it names are required. */
export type Say<S extends TextSpace> = <K extends KeyOf<S>>(key: K, ...rest: Rest<S, K>) => string

/** `members:title`: a key that names its feature, for lists such as pages and shortcuts. */
export type FullKey = { [S in TextSpace]: `${S}:${KeyOf<S>}` }[TextSpace]

type Values = Record<string, string | number>

/** The edition of the texts that is shown; whoever uses it is drawn anew with the next one. */
export const TextsContext = createContext(textsEdition())

/** The texts of one feature in the chosen language; an unknown key or a missing value does not compile. */
export function useT<S extends TextSpace>(space: S): Say<S> {
  use(TextsContext)
  return (key, ...rest) => sentence(`${space}:${key}`, rest[0])
}

/** Says a sentence by its full key, for lists that hold keys of several features. */
export function useFullT(): (key: FullKey) => string {
  use(TextsContext)
  return (key) => sentence(key)
}

/** The language in use; a component that formats dates or numbers re-renders when it changes. */
export function useLanguage(): Language {
  use(TextsContext)
  return currentLanguage()
}

/** The language in use, outside components. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** Says a sentence outside components (notifications); same checks as `useT`. */
export function say<S extends TextSpace, K extends KeyOf<S>>(space: S, key: K, ...rest: Rest<S, K>): string {
  return sentence(`${space}:${key}`, rest[0])
}

/** A sentence by a name known only at run time, or undefined when no feature registered it. */
export function sayIfKnown(key: string, values?: Values): string | undefined {
  return i18n.exists(key) ? sentence(key, values) : undefined
}
