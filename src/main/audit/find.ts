import type { AuditRow } from '../../shared/audit/contract.ts'
import type { AuditFilter, AuditOutcome } from '../../shared/audit/filter.ts'
import { holdsText, wordsOf } from '../../shared/audit/words.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { Db } from '../store/types.ts'

/** Entries that a search for words looks through in one go, and how often it does so before it answers. */
const STRETCH = 2000
const STRETCHES = 10

/** How the body of an entry begins to say that no rule knows why it failed. */
const FAILED = '"failure":{"code":"INTERNAL"'

type Asked = Omit<AuditFilter, 'card' | 'caseNumber'> & { before?: number | undefined; limit: number }
type Page = { rows: AuditRow[]; next: number | null }

/** The filter with the card and the case's number as ids; undefined where there is no such member or case. */
export async function resolved(
  db: Db,
  { card, caseNumber, ...filter }: Asked & AuditFilter,
): Promise<Asked | undefined> {
  const asked: Asked = { ...filter }
  if (card) {
    const member = await db
      .selectFrom('members')
      .select('id')
      .where('cardNo', '=', card.toUpperCase())
      .executeTakeFirst()
    if (!member || (filter.member && filter.member !== member.id)) return undefined
    asked.member = member.id as MemberId
  }
  if (caseNumber) {
    const known = await db
      .selectFrom('cases')
      .select('id')
      .where('number', '=', caseNumber.toUpperCase())
      .executeTakeFirst()
    if (!known || (filter.case && filter.case !== known.id)) return undefined
    asked.case = known.id as CaseId
  }
  return asked
}

/**
 * Entries that a filter lets through, newest first. Words are compared entry by entry, so a search for them reads some
 * stretches and then says in `next` where to read on, also when it found nothing there.
 */
export async function findEntries(
  db: Db,
  { text, before, limit, ...filter }: Asked,
  signal: AbortSignal,
): Promise<Page> {
  if (!text) {
    const rows = await entriesBefore(db, filter, before, limit + 1)
    const shown = rows.slice(0, limit)
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null }
  }
  const found: AuditRow[] = []
  let place = before
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    signal.throwIfAborted()
    const rows = await entriesBefore(db, filter, place, STRETCH)
    for (const row of rows) {
      place = row.seq
      if (!holdsText(wordsOf(row), text)) continue
      found.push(row)
      if (found.length === limit) return { rows: found, next: row.seq }
    }
    if (rows.length < STRETCH) return { rows: found, next: null }
  }
  return { rows: found, next: place ?? null }
}

async function entriesBefore(
  db: Db,
  filter: Omit<Asked, 'text' | 'before' | 'limit'>,
  before: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('users', 'users.id', 'audit.actorId')
    .leftJoin('members', 'members.id', 'audit.memberId')
    .leftJoin('cases', 'cases.id', 'audit.caseId')
    .select(['audit.seq', 'audit.at', 'audit.actorId', 'users.name as userName', 'audit.call', 'audit.outcome'])
    .select(['audit.memberId', 'members.cardNo', 'audit.caseId', 'cases.number', 'audit.body', 'audit.hash'])
    .orderBy('audit.seq', 'desc')
    .limit(limit)
  if (filter.from !== undefined) query = query.where('audit.at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('audit.at', '<=', filter.to)
  if (filter.actor !== undefined) query = query.where('audit.actorId', '=', filter.actor)
  if (filter.member !== undefined) query = query.where('audit.memberId', '=', filter.member)
  if (filter.case !== undefined) query = query.where('audit.caseId', '=', filter.case)
  if (filter.call !== undefined) query = query.where('audit.call', '=', filter.call)
  if (before !== undefined) query = query.where('audit.seq', '<', before)
  if (filter.outcome !== undefined)
    query = query.where('audit.outcome', '=', filter.outcome === 'done' ? 'done' : 'refused')
  if (filter.outcome === 'failed') query = query.where('audit.body', 'like', `%${FAILED}%`)
  if (filter.outcome === 'refused') query = query.where('audit.body', 'not like', `%${FAILED}%`)
  const rows = await query.execute()
  return rows.map(({ userName, cardNo, number, memberId, caseId, ...row }) => ({
    ...row,
    outcome: outcomeOf(row),
    actorName: userName ?? row.actorId,
    memberId: memberId as MemberId | null,
    memberCard: cardNo,
    caseId: caseId as CaseId | null,
    caseNumber: number,
  }))
}

function outcomeOf({ outcome, body }: { outcome: 'done' | 'refused'; body: string }): AuditOutcome {
  return outcome === 'refused' && body.includes(FAILED) ? 'failed' : outcome
}
