import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Db, Row } from '../store/types.ts'

const PAGE = 500

/** What is read of each member on the way. */
export type MemberInTier = Pick<Row<'members'>, 'id' | 'cardNo' | 'birthDate' | 'province'>

/** Members of the programme in some tiers, page by page in the order of their cards. */
export async function* membersIn(db: Db, tiers: readonly MemberTier[]): AsyncGenerator<MemberInTier[]> {
  for (const tier of tiers) {
    let after = ''
    for (;;) {
      const page = await db
        .selectFrom('members')
        .select(['id', 'cardNo', 'birthDate', 'province'])
        .where('tier', '=', tier)
        .where('cardNo', '>', after)
        .where('status', '=', 'active')
        .orderBy('cardNo')
        .limit(PAGE)
        .execute()
      yield page
      const last = page.at(-1)
      if (page.length < PAGE || !last) break
      after = last.cardNo
    }
  }
}
