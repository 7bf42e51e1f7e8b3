import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/session/model.ts'
import type { TextPair } from './define.ts'
import { texts } from './texts.ts'

const pairs: [string, TextPair][] = Object.entries(texts)
const inLanguage = (side: 'zh' | 'en') => Object.fromEntries(pairs.map(([space, pair]) => [space, pair[side]]))

export const i18n = i18next.createInstance()

/** Starts the texts in a language; synchronous, because both languages are part of the program. */
export function startTexts(language: Language): void {
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': inLanguage('zh'), en: inLanguage('en') },
    ns: Object.keys(texts),
    defaultNS: 'ui',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

/** Switches every window text at run time. */
export function switchTexts(language: Language): void {
  void i18n.changeLanguage(language)
  document.documentElement.lang = language
}
