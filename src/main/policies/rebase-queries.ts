import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Db } from '../store/types.ts'

/** The tier that a member holds now. */
export async function tierOf(db: Db, memberId: string): Promise<MemberTier | undefined> {
  return (await db.selectFrom('members').select('tier').where('id', '=', memberId).executeTakeFirst())?.tier
}
