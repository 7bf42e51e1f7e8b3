const waiting = new Set<(id: string) => void>()

/** Has whoever shows a case read it again: a store that others share tells nobody here of their changes. */
export function readAgain(id: string): void {
  for (const reader of waiting) reader(id)
}

/** Calls `reader` with the id of each case that is to be read again; gives what ends that. */
export function onReadAgain(reader: (id: string) => void): () => void {
  waiting.add(reader)
  return () => {
    waiting.delete(reader)
  }
}
