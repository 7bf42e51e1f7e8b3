import { create } from 'zustand'

export const PERSONAL_PARTS = ['comfort', 'keys', 'notices'] as const
export type PersonalPart = (typeof PERSONAL_PARTS)[number]

type Overlays = {
  isShowingKeys: boolean
  showKeys: (isShown: boolean) => void
  isSearching: boolean
  showSearch: (isShown: boolean) => void
  /** The part of the personal settings that is open, if any. */
  personal: PersonalPart | null
  showPersonal: (part: PersonalPart | null) => void
}

/** Dialogs of the shell that are opened from several places. */
export const useOverlays = create<Overlays>((set) => ({
  isShowingKeys: false,
  showKeys: (isShowingKeys) => set({ isShowingKeys }),
  isSearching: false,
  showSearch: (isSearching) => set({ isSearching }),
  personal: null,
  showPersonal: (personal) => set({ personal }),
}))
