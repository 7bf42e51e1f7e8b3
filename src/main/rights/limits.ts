import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

/** Which of these members have objected to being analysed: they are left out of groups, types and figures about persons. */
export async function notToBeAnalysed(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const out = new Set<string>()
  for (const some of parts(ids)) {
    const rows = await db
      .selectFrom('memberLimits')
      .select('memberId')
      .where('memberId', 'in', some)
      .where('scope', '=', 'analysis')
      .where('liftedAt', 'is', null)
      .execute()
    for (const { memberId } of rows) out.add(memberId)
  }
  return out
}
