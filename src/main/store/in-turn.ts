/** Does one piece of work after another, in the order in which they were handed in; a failure is its own caller's only. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A queue of work of which one piece runs at a time. */
export function inTurn(): InTurn {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = before.then(work)
    before = done.catch(() => undefined)
    return done
  }
}
