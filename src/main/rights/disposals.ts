import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

export type Disposal = {
  kind: string
  ids: readonly string[]
  at: Instant
  runId: string | null
  requestId: string | null
}

/** Notes what was erased; what was noted before stays as it was. */
export async function insertDisposals(db: Db, { kind, ids, ...rest }: Disposal): Promise<void> {
  for (const recordId of ids)
    await db
      .insertInto('disposals')
      .values({ kind, recordId, ...rest })
      .onConflict((conflict) => conflict.columns(['kind', 'recordId']).doNothing())
      .execute()
}
