/**
 * Rows as they are written: many at a time, because a generator that hands over one after the other costs more than
 * writing them does. A page of a list that is in memory is the whole list.
 */
export type Pages<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>

/** Changes each page on its way. */
export async function* mapPages<T, U>(pages: Pages<T>, change: (page: readonly T[]) => U): AsyncGenerator<U> {
  for await (const page of pages) yield change(page)
}
