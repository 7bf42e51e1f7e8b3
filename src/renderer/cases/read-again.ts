const waiting = new Set<() => void>()

/** Has whoever shows a case read it again: a store that others share tells nobody here of their changes. */
export function readAgain(): void {
  for (const reader of waiting) reader()
}

/** Calls `reader` when the case that is shown is to be read again; gives what ends that. */
export function onReadAgain(reader: () => void): () => void {
  waiting.add(reader)
  return () => {
    waiting.delete(reader)
  }
}
