/** Rows of one statement, most first; far below either engine's limit of parameters. */
const SIZES = [100, 10, 1]
const FULL = 100

/** What is added in parts goes out in full statements; `end` sends what is left. */
export type FullStatements<T> = { add: (rows: readonly T[]) => Promise<void>; end: () => Promise<void> }

/** Gathers rows for statements of many rows each, in the order in which they were added. */
export function fullStatements<T>(run: (rows: readonly T[]) => Promise<void>): FullStatements<T> {
  let waiting: T[] = []

  const send = async (sizes: readonly number[]) => {
    let from = 0
    for (const size of sizes)
      for (; from + size <= waiting.length; from += size) await run(waiting.slice(from, from + size))
    waiting = waiting.slice(from)
  }

  return {
    add: async (rows) => {
      waiting = [...waiting, ...rows]
      await send([FULL])
    },
    end: () => send(SIZES),
  }
}
