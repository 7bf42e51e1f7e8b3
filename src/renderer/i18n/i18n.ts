import i18next from 'i18next'
import type { Language } from '../../shared/session/model.ts'
import type { TextPair } from './define.ts'
import { firstTexts } from './first-texts.ts'

const LANGUAGES = [
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const

export const i18n = i18next.createInstance()

const watchers = new Set<() => void>()
/** Sentences without values in the language in use: a page says hundreds of them each time it is drawn. */
const said = new Map<string, string>()
let edition = 0

/** Another number whenever a sentence may read otherwise than before. */
export const textsEdition = (): number => edition

/** Tells when the edition has changed, until the returned function is called. */
export function watchTexts(told: () => void): () => void {
  watchers.add(told)
  return () => watchers.delete(told)
}

/** A sentence in the language in use; its key and values are checked by whoever asks. */
export function sentence(key: string, values?: Record<string, string | number>): string {
  if (values) return i18n.t(key, values)
  const known = said.get(key)
  if (known !== undefined) return known
  const text = i18n.t(key)
  said.set(key, text)
  return text
}

function newEdition(): void {
  said.clear()
  edition += 1
  for (const told of watchers) told()
}

/** Starts the texts of the first screens in a language; synchronous, because both languages are part of the program. */
export function startTexts(language: Language): void {
  void i18n.init({
    lng: language,
    fallbackLng: false,
    resources: {},
    ns: Object.keys(firstTexts),
    defaultNS: 'ui',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  take(firstTexts)
  document.documentElement.lang = language
}

/** Reads the texts of every feature; with them, a window's first file would be twice as large. */
export async function loadTexts(): Promise<void> {
  const { texts } = await import('./texts.ts')
  if (textSpaces().length < Object.keys(texts).length) take(texts)
}

/** The features whose texts are there. */
export function textSpaces(): string[] {
  return Object.keys(i18n.getDataByLanguage('zh-CN') ?? {})
}

function take(texts: Record<string, TextPair>): void {
  for (const [space, pair] of Object.entries(texts))
    for (const [language, side] of LANGUAGES)
      i18n.addResourceBundle(language, space, pair[side], false, true, { skipCopy: true })
  newEdition()
}

/** Switches every window text at run time. */
export function switchTexts(language: Language): void {
  void i18n.changeLanguage(language)
  document.documentElement.lang = language
  newEdition()
}
