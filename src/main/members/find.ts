import type { UserId } from '../../shared/ids.ts'
import type { MemberHit } from '../../shared/members/model.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { VERIFY_AFTER } from '../rules/completeness.ts'
import { probesFor } from '../rules/member-search.ts'
import type { Db } from '../store/types.ts'
import { leadOn } from './merged.ts'
import { nearMembers } from './near.ts'
import { countMembers, membersToVerify, pageOfMembers, recentMembers } from './queries/list.ts'
import { findMembers } from './queries/search.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'find' | 'page' | 'count' | 'toVerify' | 'recent'>

/** Members that a typed text may mean; when it means nobody, those whose names are one slip away. */
export async function lookUpMembers(db: Db, text: string, limit: number): Promise<MemberHit[]> {
  const hits = await findMembers(db, probesFor(text), limit)
  return leadOn(db, hits.length > 0 ? hits : await nearMembers(db, text, limit))
}

/** Looking members up and listing them. */
export const finding: Calls = {
  find: async ({ db }, { text, limit }) => lookUpMembers(db, text, limit),

  page: async ({ db }, { filter, order, offset, limit }) => pageOfMembers(db, filter, order, offset, limit),

  count: async ({ db }, { filter }) => ({ total: await countMembers(db, filter) }),

  toVerify: async ({ db, now }, { limit }) => membersToVerify(db, now - VERIFY_AFTER, limit),

  recent: async ({ db, actor }, { limit }) => recentMembers(db, actor.id as UserId, limit),
}
