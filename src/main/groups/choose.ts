import type { GroupCriteria } from '../../shared/groups/contract.ts'
import { DAY, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { membersIn } from '../members/by-tier.ts'
import { notToBeAnalysed } from '../rights/limits.ts'
import { shiftMonth } from '../rules/days.ts'
import { monthAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'

/** One stretch of the members looked at, and which of them the criteria choose. */
export type Chosen = { considered: number; ids: string[] }

/** Goes through the members tier by tier in the order of their cards and chooses page by page. */
export async function* chooseMembers(db: Db, criteria: GroupCriteria, now: Instant): AsyncGenerator<Chosen> {
  const { provinces } = criteria
  for await (const page of membersIn(db, [...new Set(criteria.tiers)])) {
    const there = page.filter(({ province }) => provinces.length === 0 || provinces.includes(province ?? ''))
    const ids = await narrow(
      db,
      criteria,
      there.map(({ id }) => id),
      now,
    )
    yield { considered: page.length, ids }
  }
}

type Narrower = (db: Db, ids: readonly string[], criteria: GroupCriteria, now: Instant) => Promise<Set<string> | null>

async function narrow(db: Db, criteria: GroupCriteria, ids: readonly string[], now: Instant): Promise<string[]> {
  let left = [...ids]
  for (const by of NARROWERS) {
    if (left.length === 0) return []
    const kept = await by(db, left, criteria, now)
    if (kept !== null) left = left.filter((id) => kept.has(id))
  }
  return left
}

const ofMembers = (rows: readonly { memberId: string }[]) => new Set(rows.map(({ memberId }) => memberId))

/** A file that leads to another is not a person of its own. */
const standsForItself: Narrower = async (db, ids) => {
  const rows = await db
    .selectFrom('memberMerges')
    .select('standing')
    .where('standing', 'in', [...ids])
    .execute()
  const leading = new Set(rows.map(({ standing }) => standing))
  return new Set(ids.filter((id) => !leading.has(id)))
}

/** Who objected to being analysed is not chosen by what is known of them (PIPL 44). */
const mayBeAnalysed: Narrower = async (db, ids) => {
  const out = await notToBeAnalysed(db, ids)
  return new Set(ids.filter((id) => !out.has(id)))
}

const hasTags: Narrower = async (db, ids, { tags }) => {
  if (tags.length === 0) return null
  const kept = new Set(ids)
  for (const { topic, value } of tags) {
    const query = db.selectFrom('wishes').select('memberId').where('topic', '=', topic).where('value', '=', value)
    const found = ofMembers(
      await query
        .where('endedAt', 'is', null)
        .where('memberId', 'in', [...ids])
        .execute(),
    )
    for (const id of kept) if (!found.has(id)) kept.delete(id)
  }
  return kept
}

const isOfType: Narrower = async (db, ids, { types }) => {
  if (types.length === 0) return null
  const query = db.selectFrom('memberTypes').select('memberId').where('type', 'in', types).where('isConfirmed', '=', 1)
  return ofMembers(await query.where('memberId', 'in', [...ids]).execute())
}

const cameBy: Narrower = async (db, ids, { origins }) => {
  if (origins.length === 0) return null
  const query = db.selectFrom('memberOrigins').select('memberId').where('channel', 'in', origins)
  return ofMembers(await query.where('memberId', 'in', [...ids]).execute())
}

const welcomesOffers: Narrower = async (db, ids, criteria) => {
  if (!criteria.welcomesOffers) return null
  const rows = await db
    .selectFrom('consents')
    .select(['memberId', 'given'])
    .where('memberId', 'in', [...ids])
    .where('purpose', '=', 'marketing')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const last = new Map(rows.map(({ memberId, given }) => [memberId, given]))
  return new Set(ids.filter((id) => last.get(id) === 1))
}

const hasSpent: Narrower = async (db, ids, { leastSpendFen }, now) => {
  if (leastSpendFen === 0) return null
  const from = shiftMonth(monthAt(DESK_ZONE, now - DAY), -12)
  const rows = await db
    .selectFrom('memberPeriods')
    .select(['memberId', 'spendFen', 'partnerSpendFen'])
    .where('memberId', 'in', [...ids])
    .where('period', '>', from)
    .execute()
  const sums = new Map<string, number>()
  for (const { memberId, spendFen, partnerSpendFen } of rows)
    sums.set(memberId, (sums.get(memberId) ?? 0) + Number(spendFen) + Number(partnerSpendFen))
  return new Set(ids.filter((id) => (sums.get(id) ?? 0) >= leastSpendFen))
}

const NARROWERS: readonly Narrower[] = [
  standsForItself,
  mayBeAnalysed,
  hasTags,
  isOfType,
  cameBy,
  welcomesOffers,
  hasSpent,
]
