import { create } from 'zustand'
import type { PageId, PageParams } from '../pages.ts'

type Place = { page: PageId; params: PageParams }

type Navigation = {
  /** Null until somebody is signed in. */
  place: Place | null
  past: Place[]
  go: (page: PageId, params?: PageParams) => void
  back: () => void
  /** Forgets where people were: the next person starts at the first page. */
  reset: () => void
}

const KEPT_PLACES = 50

/** Where this window is; state, not a URL, so nothing about a member can stand in an address. */
export const useNavigation = create<Navigation>((set) => ({
  place: null,
  past: [],
  go: (page, params = {}) =>
    set(({ place, past }) => ({
      place: { page, params },
      past: place === null ? past : [...past.slice(-KEPT_PLACES), place],
    })),
  back: () => set(({ place, past }) => ({ place: past.at(-1) ?? place, past: past.slice(0, -1) })),
  reset: () => set({ place: null, past: [] }),
}))

/** Opens a page from anywhere. */
export function go(page: PageId, params?: PageParams): void {
  useNavigation.getState().go(page, params)
}
