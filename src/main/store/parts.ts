/** Values of one `in` list: far below either engine's limit of parameters, and more at once is no faster. */
const IN_LIST = 500

/** A list in parts, in order, each short enough for one `in` list unless another size is asked for. */
export function* parts<T>(list: readonly T[], size: number = IN_LIST): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
