import type { UserId } from '../../shared/ids.ts'
import type { MemberHit } from '../../shared/members/model.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import type { MemberScope } from '../rules/access.ts'
import { VERIFY_AFTER } from '../rules/completeness.ts'
import { probesFor } from '../rules/member-search.ts'
import type { Db } from '../store/types.ts'
import { leadOn } from './merged.ts'
import { nearMembers } from './near.ts'
import { countMembers, membersToVerify, pageOfMembers, recentMembers } from './queries/list.ts'
import { findBeyond, findMembers } from './queries/search.ts'
import { memberScopeOf } from './reach.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'find' | 'page' | 'count' | 'toVerify' | 'recent'>

/** Members that a typed text may mean; when it means nobody, those whose names are one slip away. */
export async function lookUpMembers(db: Db, scope: MemberScope, text: string, limit: number): Promise<MemberHit[]> {
  const probes = probesFor(text)
  const hits = await findMembers(db, scope, probes, limit)
  const own = await leadOn(db, hits.length > 0 ? hits : await nearMembers(db, scope, text, limit))
  const known = new Set(own.map(({ id }) => id))
  const beyond = own.length < limit ? await findBeyond(db, scope, probes, limit - own.length) : []
  return [...own, ...beyond.filter(({ id }) => !known.has(id))]
}

/** Looking members up and listing them. */
export const finding: Calls = {
  find: async (ctx, { text, limit }) => lookUpMembers(ctx.db, memberScopeOf(ctx), text, limit),

  page: async (ctx, { filter, order, offset, limit }) =>
    pageOfMembers(ctx.db, memberScopeOf(ctx), filter, order, offset, limit),

  count: async (ctx, { filter }) => ({ total: await countMembers(ctx.db, memberScopeOf(ctx), filter) }),

  toVerify: async (ctx, { limit }) => membersToVerify(ctx.db, memberScopeOf(ctx), ctx.now - VERIFY_AFTER, limit),

  recent: async (ctx, { limit }) => recentMembers(ctx.db, memberScopeOf(ctx), ctx.actor.id as UserId, limit),
}
