import type { CaseId } from '../../shared/ids.ts'
import type { CaseHit, SearchPlace } from '../../shared/search/contract.ts'
import type { SearchQuery } from '../../shared/search/grammar.ts'
import { wordsText } from '../../shared/search/grammar.ts'
import { type CaseLine, LINE_COLUMNS } from '../cases/case-file.ts'
import { lookFor, rowsOf } from '../cases/lists.ts'
import { matching, type QueueAsk } from '../cases/queue-conditions.ts'
import { queueRows } from '../cases/queue-queries.ts'
import type { Ctx } from '../engine/handler.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { candidates } from './candidates.ts'
import { askOfFilters } from './filter-ask.ts'
import { isHeld, type Looked, lookThrough, pieceOf } from './why-found.ts'
import { SEARCHED_COLUMNS, type SearchedCase } from './word-store.ts'

export type CasePage = { rows: CaseHit[]; next: SearchPlace | null }

type Found = CaseLine & SearchedCase
type Placed = Found & { place: number }
type Hit = Looked<Found>

const COLUMNS = [...new Set([...LINE_COLUMNS, ...SEARCHED_COLUMNS])]
/** Stretches of the words read for one page; whoever wants more asks for the next one. */
const MOST_STRETCHES = 8
const NEWEST = Number.MAX_SAFE_INTEGER

/** A page of the cases that a search finds: those named by a number first, then those with the words, newest first. */
export async function findCases(
  ctx: Ctx,
  query: SearchQuery,
  from: SearchPlace | undefined,
  limit: number,
): Promise<CasePage> {
  const ask = await askOfFilters(ctx, query)
  if (!ask) return { rows: [], next: null }
  if (query.words.length === 0) return inQueueOrder(ctx, ask, from, limit)
  const named = await namedCases(ctx, query, ask, limit)
  const isFirst = from === undefined
  const before = from && 'before' in from ? from.before : NEWEST
  const known = new Set(named.map(({ row }) => row.id))
  const { found, next } = await withWords(ctx.db, query, ask, before, limit - (isFirst ? named.length : 0), known)
  const rows = isFirst ? [...named, ...found] : found
  return { rows: await toHits(ctx.db, rows, query), next: next === null ? null : { before: next } }
}

async function inQueueOrder(ctx: Ctx, ask: QueueAsk, from: SearchPlace | undefined, limit: number): Promise<CasePage> {
  const after = from && 'after' in from ? from.after : undefined
  const filter = { isOpen: true, ...ask.filter }
  const rows = await queueRows(ctx.db, { ...ask, filter }, { order: 'due', after, offset: 0, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  const next = last && { after: { priority: last.priority, queueAt: last.queueAt, id: last.id as CaseId } }
  return {
    rows: (await rowsOf(ctx.db, rows)).map((row) => ({ ...row, snippet: null, saidIn: null })),
    next: next ?? null,
  }
}

/** Cases by a number that the whole text may be. */
async function namedCases(ctx: Ctx, query: SearchQuery, ask: QueueAsk, limit: number): Promise<Hit[]> {
  const ids = (await lookFor(ctx, wordsText(query), limit)).slice(0, limit).map(({ id }) => id)
  const rows = await linesOf(ctx.db, ask, ids)
  rows.sort((a, b) => b.receivedAt - a.receivedAt)
  return lookThrough(ctx.db, rows, query)
}

async function linesOf(db: Db, ask: QueueAsk, ids: readonly string[]): Promise<Found[]> {
  const rows: Found[] = []
  for (const some of parts(ids))
    rows.push(...(await db.selectFrom('cases').select(COLUMNS).where('id', 'in', some).where(matching(ask)).execute()))
  return rows
}

async function withWords(
  db: Db,
  query: SearchQuery,
  ask: QueueAsk,
  before: number,
  limit: number,
  known: ReadonlySet<string>,
): Promise<{ found: Hit[]; next: number | null }> {
  const found: Hit[] = []
  let stretches = 0
  for await (const places of candidates(db, query.words, before)) {
    for (const some of parts(places, Math.max(20, limit * 2))) {
      if (found.length >= limit) return { found, next: (some[0] ?? 0) + 1 }
      const rows = (await rowsAt(db, ask, some)).filter(({ id }) => !known.has(id))
      // Not many more are looked through than are wanted: most of those that have the words hold them together.
      for (const few of parts(rows, Math.max(20, limit - found.length + 1)))
        for (const hit of (await lookThrough(db, few, query)).filter(isHeld)) {
          if (found.length >= limit) return { found, next: hit.row.place + 1 }
          found.push(hit)
        }
    }
    stretches += 1
    const last = places.at(-1)
    if (stretches === MOST_STRETCHES && last !== undefined) return { found, next: last }
  }
  return { found, next: null }
}

/** The cases at some places, newest first, as far as the filters and the person's rights let them through. */
async function rowsAt(db: Db, ask: QueueAsk, places: readonly number[]): Promise<Placed[]> {
  if (places.length === 0) return []
  const ids = await db
    .selectFrom('caseSearch')
    .select(['caseId', 'place'])
    .where('place', 'in', [...places])
    .execute()
  const placeOf = new Map(ids.map(({ caseId, place }) => [caseId, place]))
  const rows = await linesOf(db, ask, [...placeOf.keys()])
  return rows.map((row) => ({ ...row, place: placeOf.get(row.id) ?? 0 })).sort((a, b) => b.place - a.place)
}

async function toHits(db: Db, hits: readonly Hit[], query: SearchQuery): Promise<CaseHit[]> {
  const byId = new Map(hits.map((hit) => [hit.row.id, hit]))
  const lines = await rowsOf(
    db,
    hits.map(({ row }) => row),
  )
  return lines.flatMap((line) => {
    const hit = byId.get(line.id)
    return hit ? [{ ...line, ...pieceOf(hit, query) }] : []
  })
}
