/** Lets work begin until it is closed, and then waits for what goes on. */
export type UntilClosed = {
  /** Does a piece of work; refused once closing has begun. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Lets nothing more begin; ends when all that began has ended. */
  close(): Promise<void>
}

/**
 * A gate before a pool of connections: a pool that is told to end forgets, without a word, whoever has just asked it for a
 * connection, and they would wait for ever.
 */
export function untilClosed(): UntilClosed {
  const going = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    run: async (work) => {
      if (isClosed) throw new Error('the store is closed')
      const done = work()
      going.add(done)
      try {
        return await done
      } finally {
        going.delete(done)
      }
    },
    close: async () => {
      isClosed = true
      await Promise.allSettled(going)
    },
  }
}
