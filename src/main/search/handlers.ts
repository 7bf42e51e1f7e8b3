import type { MemberHit } from '../../shared/members/model.ts'
import { parseSearch, type SearchQuery, wordsText } from '../../shared/search/grammar.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { lookUpMembers } from '../members/find.ts'
import { scopeFor } from '../rules/access.ts'
import { isFilling } from './backfill.ts'
import { findCalls } from './find-calls.ts'
import { findCases } from './find-cases.ts'

export const search: FeatureHandlers<'search'> = {
  everything: async (ctx, { text, limit }) => {
    const query = parseSearch(text)
    const { rows, next } = await findCases(ctx, query, undefined, limit)
    const calls = hasOnlyWords(query)
      ? await findCalls(ctx.db, scopeFor(viewerOf(ctx), 'calls'), wordsText(query), limit + 1)
      : []
    return {
      members: grouped(await findMembers(ctx, query, limit + 1), limit),
      cases: { hits: rows, hasMore: next !== null },
      calls: grouped(calls, limit),
      unknown: query.unknown,
      isFilling: await isFilling(ctx.db),
    }
  },

  cases: async (ctx, { text, from, limit }) => {
    const query = parseSearch(text)
    const page = await findCases(ctx, query, from, limit)
    return { ...page, unknown: query.unknown, isFilling: await isFilling(ctx.db) }
  },
}

function hasOnlyWords({ words, filters }: SearchQuery): boolean {
  return words.length > 0 && Object.keys(filters).length === 0
}

/** Members by the words; of the filters only the tier is about members. */
async function findMembers(ctx: Ctx, query: SearchQuery, limit: number): Promise<MemberHit[]> {
  const { tier, ...others } = query.filters
  if (query.words.length === 0 || Object.keys(others).length > 0) return []
  const hits = await lookUpMembers(ctx.db, wordsText(query), tier === undefined ? limit : 50)
  return hits.filter((hit) => tier === undefined || hit.tier === tier).slice(0, limit)
}

function grouped<T>(found: readonly T[], limit: number): { hits: T[]; hasMore: boolean } {
  return { hits: found.slice(0, limit), hasMore: found.length > limit }
}
