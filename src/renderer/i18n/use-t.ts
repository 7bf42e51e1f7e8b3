import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/session/model.ts'
import type { ParamNames, TextAt, TextKey } from './define.ts'
import { i18n } from './i18n.ts'
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
/** Everything below narrows this: the keys and values are checked by our own types, not by the library's. */
const raw = (key: string, values: Values): string => i18n.t(key, values)

/** The texts of one feature in the chosen language; an unknown key or a missing value does not compile. */
export function useT<S extends TextSpace>(space: S): Say<S> {
  useTranslation(space, { i18n })
  return (key, ...rest) => raw(`${space}:${key}`, { ...rest[0] })
}

/** Says a sentence by its full key, for lists that hold keys of several features. */
export function useFullT(): (key: FullKey) => string {
  useTranslation('ui', { i18n })
  return (key) => raw(key, {})
}

/** The language in use; a component that formats dates or numbers re-renders when it changes. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation('ui', { i18n })
  return current.language === 'en' ? 'en' : 'zh-CN'
}

/** The language in use, outside components. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

/** Says a sentence outside components (notifications); same checks as `useT`. */
export function say<S extends TextSpace, K extends KeyOf<S>>(space: S, key: K, ...rest: Rest<S, K>): string {
  return raw(`${space}:${key}`, { ...rest[0] })
}

/** A sentence by a name known only at run time, or undefined when no feature registered it. */
export function sayIfKnown(key: string, values: Values = {}): string | undefined {
  return i18n.exists(key) ? raw(key, values) : undefined
}
