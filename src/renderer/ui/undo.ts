import { create } from 'zustand'
import type { Instant } from '../../shared/time.ts'

/** How long a deed offers to be taken back, in milliseconds. */
const OFFERED_FOR = 30_000

export type Offer = { text: string; undo: () => Promise<unknown>; until: Instant }

type Store = { offer: Offer | null; set: (offer: Offer | null) => void }

/** The last deed that can be taken back; another one takes its place. */
export const useUndoOffer = create<Store>((set) => ({ offer: null, set: (offer) => set({ offer }) }))

/** Tells that something was done and offers to take it back for half a minute. */
export function offerUndo({ text, undo }: Pick<Offer, 'text' | 'undo'>): void {
  useUndoOffer.getState().set({ text, undo, until: Date.now() + OFFERED_FOR })
}
