import type { CaseId } from '../../shared/ids.ts'
import type { CaseHit, SearchPlace } from '../../shared/search/contract.ts'
import type { SearchQuery } from '../../shared/search/grammar.ts'
import { wordsText } from '../../shared/search/grammar.ts'
import { snippetOf } from '../../shared/search/marking.ts'
import { fragmentAsked, holdsWord } from '../../shared/search/tokens.ts'
import { type CaseLine, LINE_COLUMNS } from '../cases/case-file.ts'
import { lookFor, rowsOf } from '../cases/lists.ts'
import { matching, type QueueAsk } from '../cases/queue-conditions.ts'
import { queueRows } from '../cases/queue-queries.ts'
import type { Ctx } from '../engine/handler.ts'
import { maskNumbersIn } from '../rules/masked-text.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { candidates } from './candidates.ts'
import { askOfFilters } from './filter-ask.ts'
import { SEARCHED_COLUMNS, type SearchedCase, searchedText } from './word-store.ts'

export type CasePage = { rows: CaseHit[]; next: SearchPlace | null }

type Found = CaseLine & SearchedCase

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
  const known = new Set(named.map(({ id }) => id))
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
  return { rows: (await rowsOf(ctx.db, rows)).map((row) => ({ ...row, snippet: null })), next: next ?? null }
}

/** Cases by a number that the whole text may be. */
async function namedCases(ctx: Ctx, query: SearchQuery, ask: QueueAsk, limit: number): Promise<Found[]> {
  const ids = (await lookFor(ctx, wordsText(query), limit)).slice(0, limit).map(({ id }) => id)
  const rows = await linesOf(ctx.db, ask, ids)
  return rows.sort((a, b) => b.receivedAt - a.receivedAt)
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
): Promise<{ found: Found[]; next: number | null }> {
  const found: Found[] = []
  let stretches = 0
  for await (const places of candidates(db, query.words, before)) {
    for (const some of parts(places, Math.max(20, limit * 2))) {
      if (found.length >= limit) return { found, next: (some[0] ?? 0) + 1 }
      for (const [place, row] of await rowsAt(db, ask, some)) {
        if (known.has(row.id) || !holdsAll(row, query)) continue
        if (found.length >= limit) return { found, next: place + 1 }
        found.push(row)
      }
    }
    stretches += 1
    const last = places.at(-1)
    if (stretches === MOST_STRETCHES && last !== undefined) return { found, next: last }
  }
  return { found, next: null }
}

/** The cases at some places, newest first, as far as the filters and the person's rights let them through. */
async function rowsAt(db: Db, ask: QueueAsk, places: readonly number[]): Promise<[number, Found][]> {
  if (places.length === 0) return []
  const ids = await db
    .selectFrom('caseSearch')
    .select(['caseId', 'place'])
    .where('place', 'in', [...places])
    .execute()
  const placeOf = new Map(ids.map(({ caseId, place }) => [caseId, place]))
  const rows = await linesOf(db, ask, [...placeOf.keys()])
  return rows.map((row): [number, Found] => [placeOf.get(row.id) ?? 0, row]).sort((a, b) => b[0] - a[0])
}

/** Pairs of signs may stand apart from each other in a text: the text itself decides. */
function holdsAll(row: Found, { words }: SearchQuery): boolean {
  const text = searchedText(row)
  return words.every(({ text: word }) => {
    const fragment = fragmentAsked(word)
    return holdsWord(text, word) || (fragment !== undefined && row.contactDigits.includes(fragment.slice(1)))
  })
}

async function toHits(db: Db, rows: readonly Found[], { words }: SearchQuery): Promise<CaseHit[]> {
  const searched = words.map(({ text }) => text)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (await rowsOf(db, rows)).map((line) => {
    const row = byId.get(line.id)
    const inTitle = searched.some((word) => holdsWord(line.title, word))
    const texts = inTitle ? [] : [row?.content ?? '', row?.demand ?? '', row?.reason ?? '']
    const snippet = texts.map((text) => snippetOf(text, searched)).find((piece) => piece !== null)
    return { ...line, snippet: snippet === undefined || snippet === null ? null : maskNumbersIn(snippet) }
  })
}
