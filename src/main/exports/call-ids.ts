import type { Db } from '../store/types.ts'
import { callsOf, type Reach } from './reach.ts'

/** So many calls at once: each has a few steps, and a page of rows holds a thousand. */
const CALLS = 1000
const MEMBERS = 200

/** The ids of the calls within reach, so many at a time, in the order in which calls are indexed. */
export async function* callIds(db: Db, reach: Reach): AsyncGenerator<string[]> {
  for (const part of partsOf(reach)) {
    let after = { startedAt: 0, id: '' }
    for (;;) {
      const { startedAt, id } = after
      const rows = await callsOf(db, part)
        .select('calls.startedAt')
        .where('calls.startedAt', '>=', startedAt)
        .where((eb) => eb.or([eb('calls.startedAt', '>', startedAt), eb('calls.id', '>', id)]))
        .orderBy('calls.startedAt')
        .orderBy('calls.id')
        .limit(CALLS)
        .execute()
      const last = rows.at(-1)
      if (!last) break
      yield rows.map((row) => row.id)
      if (rows.length < CALLS) break
      after = last
    }
  }
}

function partsOf(reach: Reach): Reach[] {
  if (reach.kind !== 'members') return [reach]
  const { ids } = reach
  const starts = Array.from({ length: Math.ceil(ids.length / MEMBERS) }, (_, n) => n * MEMBERS)
  return starts.map((at) => ({ ...reach, ids: ids.slice(at, at + MEMBERS) }))
}
