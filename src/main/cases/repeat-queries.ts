import { MOST_REPEAT_DAYS, MOST_REPEATS } from '../../shared/targets/raises.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

/**
 * S4-138: when a member complained before a moment, newest first, as far back as a raise may ask; a complaint that was
 * found to be the same as another one is no complaint of its own.
 */
export async function earlierComplaints(db: Db, memberId: string | null, before: Instant): Promise<Instant[]> {
  if (memberId === null) return []
  const rows = await db
    .selectFrom('cases')
    .select('receivedAt')
    .where('memberId', '=', memberId)
    .where('receivedAt', '<', before)
    .where('receivedAt', '>=', before - MOST_REPEAT_DAYS * DAY)
    .where('kind', '=', 'complaint')
    .where('state', '!=', 'merged')
    .orderBy('receivedAt', 'desc')
    .limit(MOST_REPEATS)
    .execute()
  return rows.map(({ receivedAt }) => receivedAt)
}
