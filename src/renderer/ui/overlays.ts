import { create } from 'zustand'

type Overlays = {
  isShowingKeys: boolean
  showKeys: (isShown: boolean) => void
  isSearching: boolean
  showSearch: (isShown: boolean) => void
}

/** Dialogs of the shell that are opened from several places. */
export const useOverlays = create<Overlays>((set) => ({
  isShowingKeys: false,
  showKeys: (isShowingKeys) => set({ isShowingKeys }),
  isSearching: false,
  showSearch: (isSearching) => set({ isSearching }),
}))
