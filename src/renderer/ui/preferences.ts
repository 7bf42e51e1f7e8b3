import { create } from 'zustand'
import type { Language } from '../../shared/session/model.ts'
import { switchTexts } from '../i18n/i18n.ts'

export type Scheme = 'light' | 'dark' | 'auto'

type Preferences = {
  language: Language
  scheme: Scheme
  isNavNarrow: boolean
  /** Blocks of the navigation that are folded away. */
  folded: readonly string[]
  setLanguage: (language: Language) => void
  setScheme: (scheme: Scheme) => void
  setNavNarrow: (isNavNarrow: boolean) => void
  toggleBlock: (block: string) => void
}

const PLACE = 'vip-desk.preferences'

function remembered(): Pick<Preferences, 'language' | 'scheme' | 'isNavNarrow' | 'folded'> {
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
    folded: Array.isArray(kept.folded) ? kept.folded.filter((one) => typeof one === 'string') : [],
  }
}

/** What a person likes on this machine; holds nothing about members or work. */
export const usePreferences = create<Preferences>((set, get) => {
  const keep = (change: Partial<Preferences>) => {
    set(change)
    const { language, scheme, isNavNarrow, folded } = get()
    localStorage.setItem(PLACE, JSON.stringify({ language, scheme, isNavNarrow, folded }))
  }
  return {
    ...remembered(),
    setLanguage: (language) => {
      switchTexts(language)
      keep({ language })
    },
    setScheme: (scheme) => keep({ scheme }),
    setNavNarrow: (isNavNarrow) => keep({ isNavNarrow }),
    toggleBlock: (block) => {
      const { folded } = get()
      keep({ folded: folded.includes(block) ? folded.filter((one) => one !== block) : [...folded, block] })
    },
  }
})
