import type { MemberHit } from '../../../shared/members/model.ts'
import { TIER_RANK } from '../../../shared/tiers/model.ts'
import { afterPrefix, matchOf, type Probe } from '../../rules/member-search.ts'
import type { Db } from '../../store/types.ts'
import { LIST_COLUMNS, type ListRow, toHit } from '../rows.ts'

/** Members that the probes lead to, surest first, of equally sure ones the higher tier first; at most `limit`. */
export async function findMembers(db: Db, probes: readonly Probe[], limit: number): Promise<MemberHit[]> {
  const found = new Map<string, MemberHit>()
  for (const probe of probes) {
    if (found.size >= limit) break
    // Rows that are known already may come again, so the limit is not lowered by them.
    const rows = await runProbe(db, probe, limit)
    rows.sort((a, b) => TIER_RANK[b.tier] - TIER_RANK[a.tier])
    for (const row of rows)
      if (!found.has(row.id) && found.size < limit) found.set(row.id, toHit(row, matchOf(probe.by, row.name)))
  }
  return [...found.values()]
}

async function runProbe(db: Db, probe: Probe, limit: number): Promise<ListRow[]> {
  switch (probe.in) {
    case 'contact':
      return byContact(db, probe, limit)
    case 'pnr':
    case 'ticketNo':
      return byBooking(db, probe.in, probe, limit)
    case 'documentNo':
      return byDocument(db, probe.value, limit)
    default:
      return byColumn(db, probe.in, probe, limit)
  }
}

type OwnColumn = Exclude<Probe['in'], 'contact' | 'pnr' | 'ticketNo' | 'documentNo'>

function byColumn(db: Db, column: OwnColumn, { value, isExact }: Probe, limit: number): Promise<ListRow[]> {
  const query = db.selectFrom('members').select(LIST_COLUMNS).limit(limit)
  if (isExact) return query.where(column, '=', value).execute()
  return query.where(column, '>=', value).where(column, '<', afterPrefix(value)).orderBy(column).execute()
}

function byContact(db: Db, { value, isExact }: Probe, limit: number): Promise<ListRow[]> {
  let contacts = db.selectFrom('memberContacts').select('memberId').limit(limit)
  contacts = isExact
    ? contacts.where('normalized', '=', value)
    : contacts.where('normalized', '>=', value).where('normalized', '<', afterPrefix(value)).orderBy('normalized')
  return db
    .selectFrom(contacts.as('found'))
    .innerJoin('members', 'members.id', 'found.memberId')
    .select(LIST_COLUMNS)
    .distinct()
    .execute()
}

function byBooking(db: Db, column: 'pnr' | 'ticketNo', { value, isExact }: Probe, limit: number): Promise<ListRow[]> {
  let bookings = db.selectFrom('bookings').select('memberId').limit(limit)
  bookings = isExact
    ? bookings.where(column, '=', value)
    : bookings.where(column, '>=', value).where(column, '<', afterPrefix(value)).orderBy(column)
  return db
    .selectFrom(bookings.as('found'))
    .innerJoin('members', 'members.id', 'found.memberId')
    .select(LIST_COLUMNS)
    .distinct()
    .execute()
}

/** A whole document number is found by its end, which has the index. */
function byDocument(db: Db, value: string, limit: number): Promise<ListRow[]> {
  const end = [...value.slice(-6)].reverse().join('')
  return db
    .selectFrom('members')
    .select(LIST_COLUMNS)
    .where('documentBackwards', '=', end)
    .where('documentNo', '=', value)
    .limit(limit)
    .execute()
}
