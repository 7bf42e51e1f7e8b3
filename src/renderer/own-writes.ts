/** Steps of cases this window has made itself, by case and the step before. */
const madeHere = new Map<string, number>()
const KEPT = 200

const keyOf = (id: unknown, seq: unknown) => `${String(id)} ${String(seq)}`

/** A value's fields by name, when it has any. */
function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/**
 * The same input, its `expectedSeq` moved on over what this window has itself written since: a page that has not yet
 * read its own last step again is no conflict with somebody else. Steps of others still are: nothing here knows them.
 */
export function pastOwnWrites<T>(input: T): T {
  const { id, caseId = id, expectedSeq } = fieldsOf(input)
  if (typeof expectedSeq !== 'number') return input
  let seq = expectedSeq
  for (let next = madeHere.get(keyOf(caseId, seq)); next !== undefined; next = madeHere.get(keyOf(caseId, seq)))
    seq = next
  return seq === expectedSeq ? input : { ...input, expectedSeq: seq }
}

/** Remembers a step this window has made, when the answer says where it brought the case. */
export function noteOwnWrite(input: unknown, answer: unknown): void {
  const { id, caseId = id, expectedSeq } = fieldsOf(input)
  const { lastSeq } = fieldsOf(answer)
  if (typeof expectedSeq !== 'number' || typeof lastSeq !== 'number' || lastSeq <= expectedSeq) return
  madeHere.set(keyOf(caseId, expectedSeq), lastSeq)
  const [oldest] = madeHere.keys()
  if (madeHere.size > KEPT && oldest !== undefined) madeHere.delete(oldest)
}
