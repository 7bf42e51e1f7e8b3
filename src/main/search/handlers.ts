import type { CallPlace } from '../../shared/calls/model.ts'
import type { MemberHit } from '../../shared/members/model.ts'
import type { CallHit, SearchPlace } from '../../shared/search/contract.ts'
import { parseSearch, type SearchQuery, wordsText } from '../../shared/search/grammar.ts'
import { newestFirst } from '../calls/rows.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { lookUpMembers } from '../members/find.ts'
import { memberScopeOf } from '../members/reach.ts'
import { scopeFor } from '../rules/access.ts'
import { isFilling } from './backfill.ts'
import { findArticles } from './find-articles.ts'
import { type CallAsk, callsOfMembers, findCalls, numberedCalls } from './find-calls.ts'
import { findCases } from './find-cases.ts'
import { guess } from './guess.ts'

export const search: FeatureHandlers<'search'> = {
  everything: async (ctx, { text, limit }) => {
    const query = parseSearch(text)
    const { rows, next, guessed } = await casesMeant(ctx, query, undefined, limit)
    const members = await findMembers(ctx, query, limit + 1)
    const isPlain = hasOnlyWords(query)
    const calls = isAboutCalls(query) ? await newestCalls(ctx, query, limit) : { hits: [], hasMore: false, next: null }
    const articles = isPlain ? await articlesMeant(ctx, query, limit + 1) : NO_ARTICLES
    return {
      members: grouped(members, limit),
      cases: { hits: rows, hasMore: next !== null },
      calls,
      articles: grouped(articles.found, limit),
      unknown: query.unknown,
      guessed: [...new Set([...guessed, ...articles.guessed])],
      isFilling: await isFilling(ctx.db),
    }
  },

  cases: async (ctx, { text, from, limit }) => {
    const query = parseSearch(text)
    const page = await casesMeant(ctx, query, from, limit)
    return { ...page, unknown: query.unknown, isFilling: await isFilling(ctx.db) }
  },

  calls: async (ctx, { text, before, limit }) => {
    const query = parseSearch(text)
    if (!isAboutCalls(query)) return { rows: [], next: null }
    const scope = scopeFor(viewerOf(ctx), 'calls')
    const found = before === undefined ? await numberedCalls(ctx.db, scope, wordsText(query), limit) : []
    const numbered = ofTier(found, query)
    if (numbered.length > 0) return { rows: numbered, next: null }
    const ask = await callAskOf(ctx, query)
    return findCalls(ctx.db, scope, ask, { before, limit, stretches: STRETCHES })
  },
}

/** A page of the cases, with the words that a slip of the finger stands for; a page after it is meant in the same way. */
async function casesMeant(ctx: Ctx, query: SearchQuery, from: SearchPlace | undefined, limit: number) {
  const page = await findCases(ctx, query, from, limit)
  if (page.rows.length > 0) return { ...page, guessed: [] }
  const meant = await guess(ctx.db, 'caseWords', query)
  if (meant.guessed.length === 0) return { ...page, guessed: [] }
  const found = await findCases(ctx, meant.query, from, limit)
  return { ...found, guessed: found.rows.length === 0 ? [] : meant.guessed }
}

const NO_ARTICLES = { found: [], guessed: [] }

async function articlesMeant(ctx: Ctx, query: SearchQuery, limit: number) {
  const wordsOf = (one: SearchQuery) => one.words.map((word) => word.text)
  const found = await findArticles(ctx, wordsOf(query), limit)
  if (found.length > 0) return { found, guessed: [] }
  const meant = await guess(ctx.db, 'articleTokens', query)
  if (meant.guessed.length === 0) return { found, guessed: [] }
  const again = await findArticles(ctx, wordsOf(meant.query), limit)
  return { found: again, guessed: again.length === 0 ? [] : meant.guessed }
}

/** One call looks through only so much, since it holds up every other; whoever wants older ones asks again from there. */
const STRETCHES = 2
/** Members whom a text may mean, as far as their calls are looked for. */
const MOST_MEMBERS = 10

async function callAskOf(ctx: Ctx, query: SearchQuery): Promise<CallAsk> {
  const members = await lookUpMembers(ctx.db, memberScopeOf(ctx), wordsText(query), MOST_MEMBERS)
  const memberIds = members.flatMap(({ id, isBeyond }) => (isBeyond ? [] : [id]))
  return { words: query.words, memberIds, tier: query.filters.tier }
}

/** The newest calls that a text finds: by number, of the members it may mean however long ago, by what stands in them. */
async function newestCalls(
  ctx: Ctx,
  query: SearchQuery,
  limit: number,
): Promise<{ hits: CallHit[]; hasMore: boolean; next: CallPlace | null }> {
  const { db } = ctx
  const scope = scopeFor(viewerOf(ctx), 'calls')
  const ask = await callAskOf(ctx, query)
  const newest = { before: undefined, limit: limit + 1, stretches: STRETCHES }
  const inText = await findCalls(db, scope, ask, newest)
  const hits = [
    ...(await numberedCalls(db, scope, wordsText(query), limit + 1)),
    ...(await callsOfMembers(db, scope, ask.memberIds, limit + 1)),
    ...inText.rows,
  ]
  const unique = [...new Map(ofTier(hits, query).map((hit) => [hit.id, hit])).values()].sort(newestFirst)
  const { hits: shown, hasMore } = grouped(unique, limit)
  return { hits: shown, hasMore: hasMore || inText.next !== null, next: inText.next }
}

/** Calls are looked for by words; of the filters only the tier is about them. */
function isAboutCalls({ words, filters: { tier: _, ...others } }: SearchQuery): boolean {
  return words.length > 0 && Object.keys(others).length === 0
}

const ofTier = <R extends { tier: string | null }>(rows: readonly R[], { filters: { tier } }: SearchQuery): R[] =>
  rows.filter((row) => tier === undefined || row.tier === tier)

function hasOnlyWords({ words, filters }: SearchQuery): boolean {
  return words.length > 0 && Object.keys(filters).length === 0
}

/** Members by the words; of the filters only the tier is about members. */
async function findMembers(ctx: Ctx, query: SearchQuery, limit: number): Promise<MemberHit[]> {
  const { tier, ...others } = query.filters
  if (query.words.length === 0 || Object.keys(others).length > 0) return []
  const hits = await lookUpMembers(ctx.db, memberScopeOf(ctx), wordsText(query), tier === undefined ? limit : 50)
  return hits.filter((hit) => tier === undefined || hit.tier === tier).slice(0, limit)
}

function grouped<T>(found: readonly T[], limit: number): { hits: T[]; hasMore: boolean } {
  return { hits: found.slice(0, limit), hasMore: found.length > limit }
}
