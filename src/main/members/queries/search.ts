import type { MemberHit } from '../../../shared/members/model.ts'
import { TIER_RANK } from '../../../shared/tiers/model.ts'
import type { MemberScope } from '../../rules/access.ts'
import { afterPrefix, matchOf, type Probe } from '../../rules/member-search.ts'
import type { Db } from '../../store/types.ts'
import { inReach, isNarrow, isReached, membersIn } from '../reach.ts'
import { LIST_COLUMNS, type ListRow, toBeyond, toHit } from '../rows.ts'

/** Where somebody reads few members, so many times more contacts and bookings are looked through for theirs. */
const NARROW = 20

/** Members within the scope that the probes lead to, surest first, of equally sure ones the higher tier first; at most `limit`. */
export async function findMembers(
  db: Db,
  scope: MemberScope,
  probes: readonly Probe[],
  limit: number,
): Promise<MemberHit[]> {
  const found = new Map<string, MemberHit>()
  for (const probe of probes) {
    if (found.size >= limit) break
    // Rows that are known already may come again, so the limit is not lowered by them.
    const rows = await runProbe(db, scope, probe, limit)
    rows.sort((a, b) => TIER_RANK[b.tier] - TIER_RANK[a.tier])
    for (const row of rows)
      if (!found.has(row.id) && found.size < limit) found.set(row.id, toHit(row, matchOf(probe.by, row.name)))
  }
  return [...found.values()]
}

/** S3-129: members beyond the scope whose whole card or telephone number was typed: that they exist is said, no more. */
export async function findBeyond(
  db: Db,
  scope: MemberScope,
  probes: readonly Probe[],
  limit: number,
): Promise<MemberHit[]> {
  if (scope.rows !== 'team' && scope.rows !== 'assigned') return []
  const found = new Map<string, MemberHit>()
  for (const probe of probes.filter((one) => one.isExact && EXISTENCE.has(one.in)))
    for (const row of await runProbe(db, null, probe, limit))
      if (!(await isReached(db, scope, row.id))) found.set(row.id, toBeyond(row, probe.by))
  return [...found.values()].slice(0, limit)
}

const EXISTENCE: ReadonlySet<Probe['in']> = new Set(['cardNo', 'mobile', 'contact'])

async function runProbe(db: Db, scope: MemberScope | null, probe: Probe, limit: number): Promise<ListRow[]> {
  switch (probe.in) {
    case 'contact':
      return byContact(db, scope, probe, limit)
    case 'pnr':
    case 'ticketNo':
      return byBooking(db, scope, probe.in, probe, limit)
    case 'documentNo':
      return byDocument(db, scope, probe.value, limit)
    default:
      return byColumn(db, scope, probe.in, probe, limit)
  }
}

type OwnColumn = Exclude<Probe['in'], 'contact' | 'pnr' | 'ticketNo' | 'documentNo'>

function byColumn(
  db: Db,
  scope: MemberScope | null,
  column: OwnColumn,
  { value, isExact }: Probe,
  limit: number,
): Promise<ListRow[]> {
  const query = membersIn(db, scope).select(LIST_COLUMNS).limit(limit)
  if (isExact) return query.where(column, '=', value).execute()
  return query.where(column, '>=', value).where(column, '<', afterPrefix(value)).orderBy(column).execute()
}

function byContact(db: Db, scope: MemberScope | null, { value, isExact }: Probe, limit: number): Promise<ListRow[]> {
  let contacts = db
    .selectFrom('memberContacts')
    .select('memberId')
    .limit(isNarrow(scope) ? limit * NARROW : limit)
  contacts = isExact
    ? contacts.where('normalized', '=', value)
    : contacts.where('normalized', '>=', value).where('normalized', '<', afterPrefix(value)).orderBy('normalized')
  return db
    .selectFrom(contacts.as('found'))
    .innerJoin('members', 'members.id', 'found.memberId')
    .where((eb) => inReach(eb, scope))
    .select(LIST_COLUMNS)
    .distinct()
    .execute()
}

function byBooking(
  db: Db,
  scope: MemberScope | null,
  column: 'pnr' | 'ticketNo',
  { value, isExact }: Probe,
  limit: number,
): Promise<ListRow[]> {
  let bookings = db
    .selectFrom('bookings')
    .select('memberId')
    .limit(isNarrow(scope) ? limit * NARROW : limit)
  bookings = isExact
    ? bookings.where(column, '=', value)
    : bookings.where(column, '>=', value).where(column, '<', afterPrefix(value)).orderBy(column)
  return db
    .selectFrom(bookings.as('found'))
    .innerJoin('members', 'members.id', 'found.memberId')
    .where((eb) => inReach(eb, scope))
    .select(LIST_COLUMNS)
    .distinct()
    .execute()
}

/** A whole document number is found by its end, which has the index. */
function byDocument(db: Db, scope: MemberScope | null, value: string, limit: number): Promise<ListRow[]> {
  const end = [...value.slice(-6)].reverse().join('')
  return membersIn(db, scope)
    .select(LIST_COLUMNS)
    .where('documentBackwards', '=', end)
    .where('documentNo', '=', value)
    .limit(limit)
    .execute()
}
