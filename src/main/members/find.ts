import type { UserId } from '../../shared/ids.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { VERIFY_AFTER } from '../rules/completeness.ts'
import { probesFor } from '../rules/member-search.ts'
import { countMembers, membersToVerify, pageOfMembers, recentMembers } from './queries/list.ts'
import { findMembers } from './queries/search.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'find' | 'page' | 'count' | 'toVerify' | 'recent'>

/** Looking members up and listing them. */
export const finding: Calls = {
  find: async ({ db }, { text, limit }) => findMembers(db, probesFor(text), limit),

  page: async ({ db }, { filter, order, offset, limit }) => pageOfMembers(db, filter, order, offset, limit),

  count: async ({ db }, { filter }) => ({ total: await countMembers(db, filter) }),

  toVerify: async ({ db, now }, { limit }) => membersToVerify(db, now - VERIFY_AFTER, limit),

  recent: async ({ db, actor }, { limit }) => recentMembers(db, actor.id as UserId, limit),
}
