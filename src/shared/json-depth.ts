/** How many levels any input of this desk may have, which is far above what it needs; a deeper one means to exhaust the stack. */
export const MOST_DEPTH = 100

/** Lists and objects in one input, counted as often as they are reached: the same one in many places is read each time. */
const MOST_PARTS = 2_000_000

/** Whether lists and objects lie in each other more levels than any input has, or are more than any has; bytes count as one. */
export function isTooDeep(value: unknown): boolean {
  let level = partsOf([value])
  let parts = level.length
  for (let depth = 1; depth <= MOST_DEPTH; depth++) {
    if (level.length === 0) return false
    if (parts > MOST_PARTS) return true
    level = level.flatMap((one) => partsOf(Object.values(one)))
    parts += level.length
  }
  return level.length > 0
}

function partsOf(values: readonly unknown[]): object[] {
  return values.filter((one): one is object => typeof one === 'object' && one !== null && !ArrayBuffer.isView(one))
}
