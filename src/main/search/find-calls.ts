import type { CallPlace } from '../../shared/calls/model.ts'
import type { CallId } from '../../shared/ids.ts'
import type { CallHit } from '../../shared/search/contract.ts'
import type { SearchWord } from '../../shared/search/grammar.ts'
import { snippetOf } from '../../shared/search/marking.ts'
import { fragmentAsked, holdsWord } from '../../shared/search/tokens.ts'
import { callsIn, type JoinedRow, newestFirst, toRow } from '../calls/rows.ts'
import type { Scope } from '../rules/access.ts'
import { maskNumbersIn } from '../rules/masked-text.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { nameKeys } from '../rules/names.ts'
import type { Db } from '../store/types.ts'

/** Calls looked through in one go, newest first. */
const STRETCH = 1000

export type CallPage = { rows: CallHit[]; next: CallPlace | null }

/** What calls are looked for by: all of the words, or the members that the whole text may mean; of one tier if it is named. */
export type CallAsk = { words: readonly SearchWord[]; memberIds: readonly string[]; tier?: string | undefined }

/** The beginning of a call's number as it is stored, from however it was typed: `ld20260930 1`, `20260930-0001`. */
function numberStart(typed: string): string | undefined {
  const [, day = '', sequence = ''] = /^(?:LD)?-?(\d{8})[- ]?(\d{0,9})$/.exec(typed.trim().toUpperCase()) ?? []
  return day === '' ? undefined : `LD-${day}-${sequence}`
}

/** Calls by their number or its beginning, newest of the day first. */
export async function numberedCalls(db: Db, scope: Scope, typed: string, limit: number): Promise<CallHit[]> {
  const start = numberStart(typed)
  if (start === undefined || scope.rows === 'none') return []
  const rows = await callsIn(db, scope)
    .where('number', '>=', start)
    .where('number', '<', afterPrefix(start))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => toHit(row, []))
}

/** The newest calls of some members, by their index however old they are. */
export async function callsOfMembers(
  db: Db,
  scope: Scope,
  memberIds: readonly string[],
  limit: number,
): Promise<CallHit[]> {
  if (scope.rows === 'none') return []
  const hits: CallHit[] = []
  for (const id of memberIds) {
    const rows = await callsIn(db, scope)
      .where('calls.memberId', '=', id)
      .orderBy('calls.startedAt', 'desc')
      .orderBy('calls.id', 'desc')
      .limit(limit)
      .execute()
    hits.push(...rows.map((row) => toHit(row, [])))
  }
  return hits.sort(newestFirst).slice(0, limit)
}

/**
 * Calls before a place that a search finds by member, caller, telephone or record, newest first. It reads at most so
 * many stretches; `next` says where to read on, also when the last stretch held nothing.
 */
export async function findCalls(
  db: Db,
  scope: Scope,
  ask: CallAsk,
  { before, limit, stretches }: { before: CallPlace | undefined; limit: number; stretches: number },
): Promise<CallPage> {
  if (scope.rows === 'none' || ask.words.length === 0) return { rows: [], next: null }
  const members = new Set(ask.memberIds)
  const found: CallHit[] = []
  let place = before
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const rows = await callsBefore(db, scope, place)
    for (const row of rows) {
      place = { startedAt: row.startedAt, id: row.id as CallId }
      if (!isAsked(row, ask, members)) continue
      found.push(toHit(row, ask.words))
      if (found.length === limit) return { rows: found, next: place }
    }
    if (rows.length < STRETCH) return { rows: found, next: null }
  }
  return { rows: found, next: place ?? null }
}

async function callsBefore(db: Db, scope: Scope, before: CallPlace | undefined): Promise<JoinedRow[]> {
  const query = callsIn(db, scope).orderBy('calls.startedAt', 'desc').orderBy('calls.id', 'desc').limit(STRETCH)
  if (before === undefined) return query.execute()
  return query
    .where('calls.startedAt', '<=', before.startedAt)
    .where((eb) => eb.or([eb('calls.startedAt', '<', before.startedAt), eb('calls.id', '<', before.id)]))
    .execute()
}

function isAsked(row: JoinedRow, { words, tier }: CallAsk, members: ReadonlySet<string>): boolean {
  if (tier !== undefined && row.tier !== tier) return false
  if (row.memberId !== null && members.has(row.memberId)) return true
  const text = searchedText(row)
  const digits = row.phone.replace(/\D/g, '')
  return words.every(({ text: word }) => {
    const fragment = fragmentAsked(word)
    return holdsWord(text, word) || (fragment !== undefined && digits.includes(fragment.slice(1)))
  })
}

function searchedText({ number, memberName, callerName, question, process, result }: JoinedRow): string {
  // Members are looked up by every spelling of their names; a caller who is none has only this.
  const spellings = callerName === null ? [] : Object.values(nameKeys(callerName))
  return [number, memberName, callerName, ...spellings, question, process, result].join('\n')
}

/** A line of the answer; numbers in the piece of the record are masked. */
function toHit(row: JoinedRow, words: readonly SearchWord[]): CallHit {
  const searched = words.map(({ text }) => text)
  const pieces = [row.question, row.process, row.result].map((text) => snippetOf(text, searched))
  const snippet = pieces.find((piece) => piece !== null)
  return { ...toRow(row), snippet: snippet === undefined || snippet === null ? null : maskNumbersIn(snippet) }
}
