import { create } from 'zustand'
import type { Language } from '../../shared/session/model.ts'
import { switchTexts } from '../i18n/i18n.ts'

export type Scheme = 'light' | 'dark' | 'auto'

type Preferences = {
  language: Language
  scheme: Scheme
  isNavNarrow: boolean
  setLanguage: (language: Language) => void
  setScheme: (scheme: Scheme) => void
  setNavNarrow: (isNavNarrow: boolean) => void
}

const PLACE = 'vip-desk.preferences'

function remembered(): Pick<Preferences, 'language' | 'scheme' | 'isNavNarrow'> {
  let kept: Record<string, unknown> = {}
  try {
    kept = { ...JSON.parse(localStorage.getItem(PLACE) ?? '{}') }
  } catch {
    // A damaged preference is no reason not to start.
  }
  return {
    language: kept.language === 'en' ? 'en' : 'zh-CN',
    scheme: kept.scheme === 'dark' || kept.scheme === 'light' ? kept.scheme : 'auto',
    isNavNarrow: kept.isNavNarrow === true,
  }
}

/** What a person likes on this machine; holds nothing about members or work. */
export const usePreferences = create<Preferences>((set, get) => {
  const keep = (change: Partial<Preferences>) => {
    set(change)
    const { language, scheme, isNavNarrow } = get()
    localStorage.setItem(PLACE, JSON.stringify({ language, scheme, isNavNarrow }))
  }
  return {
    ...remembered(),
    setLanguage: (language) => {
      switchTexts(language)
      keep({ language })
    },
    setScheme: (scheme) => keep({ scheme }),
    setNavNarrow: (isNavNarrow) => keep({ isNavNarrow }),
  }
})
