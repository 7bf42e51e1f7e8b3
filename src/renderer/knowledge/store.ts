import { create } from 'zustand'

type LastUse = { useId: string; title: string }

type Knowledge = {
  /** The card that is shown over the page; `first` when no particular one is asked for. */
  card: string | null
  isSearching: boolean
  /** What was used last and not yet rated. */
  lastUse: LastUse | null
  openCard: (id: string | null) => void
  setSearching: (isOn: boolean) => void
  setLastUse: (use: LastUse | null) => void
}

/** What the knowledge base shows over other pages. */
export const useKnowledge = create<Knowledge>((set) => ({
  card: null,
  isSearching: false,
  lastUse: null,
  openCard: (card) => set({ card }),
  setSearching: (isSearching) => set({ isSearching }),
  setLastUse: (lastUse) => set({ lastUse }),
}))
