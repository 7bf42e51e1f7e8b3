import { create } from 'zustand'

/** A shortcut as the program made it: what it is called and which keys it has unless a person chose others. */
export type KnownShortcut = { id: string; keys: string; label: string; group: string }

type OwnKeys = {
  /** Keys that the signed-in person chose, by the shortcut's id. */
  own: Readonly<Record<string, string>>
  /** Every shortcut met so far in this window, by its id. */
  known: ReadonlyMap<string, KnownShortcut>
  setOwn: (own: Readonly<Record<string, string>>) => void
  meet: (one: KnownShortcut) => void
}

/** The keys of one's own, and which shortcuts there are to give keys to. */
export const useOwnKeys = create<OwnKeys>((set) => {
  const met = new Map<string, KnownShortcut>()
  let isTelling = false
  const tell = () => {
    isTelling = false
    set({ known: new Map(met) })
  }
  return {
    own: {},
    known: met,
    setOwn: (own) => set({ own }),
    meet: (one) => {
      const before = met.get(one.id)
      if (before?.label === one.label && before.keys === one.keys && before.group === one.group) return
      met.set(one.id, one)
      // A desk opens with over a hundred of them: told one by one, each would be told to every key that is shown.
      if (!isTelling) queueMicrotask(tell)
      isTelling = true
    },
  }
})

/** The keys that are shown for the program's own: those that a person gave to the one shortcut that has them. */
export function useShownKeys(keys: string): string {
  return useOwnKeys(({ own, known }) => {
    if (keys === '') return ''
    const chosen = Object.keys(own).find((id) => known.get(id)?.keys === keys)
    return chosen === undefined ? keys : (own[chosen] ?? keys)
  })
}
