import type { LoyaltyFacts } from '../../shared/members/loyalty.ts'
import { DAY, DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { SpendHabits } from '../../shared/wishes/model.ts'
import type { TypeFacts } from '../rules/customer-type.ts'
import { addMonths } from '../rules/days.ts'
import { habitsOf } from '../rules/wish.ts'
import { dayAt, monthAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'

const MONTHS = 12
const MOST_ROWS = 1000
const ANSWERS_COUNT = 730 * DAY

/** What the last twelve months of one person say. */
export type MemberFacts = { type: TypeFacts; loyalty: LoyaltyFacts; habits: SpendHabits }

/** Reads a person's last twelve months from all the person's files, up to a moment. */
export async function factsOf(db: Db, ids: readonly string[], now: Instant): Promise<MemberFacts> {
  const today = dayAt(DESK_ZONE, now)
  const from = addMonths(today, -MONTHS)
  const trips = await tripsOf(db, ids, from, now)
  const spends = await spendsOf(db, ids, from, now)
  const periods = await periodsOf(db, ids, from, today)
  const segments = Math.max(
    trips.length,
    periods.reduce((sum, period) => sum + period.segments, 0),
  )
  const spent = spends.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const counted = periods.reduce((sum, { spendFen, partnerSpendFen }) => sum + spendFen + partnerSpendFen, 0)
  const months = new Set([
    ...trips.map(({ day }) => day.slice(0, 7)),
    ...spends.map(({ at }) => monthAt(DESK_ZONE, at)),
    ...periods.filter((one) => one.segments + one.spendFen + one.partnerSpendFen > 0).map(({ period }) => period),
  ])
  months.delete(from.slice(0, 7))
  return {
    type: {
      trips,
      segments,
      spendFen: Math.max(spent, counted),
      companies: await companiesOf(db, ids),
      hasChild: await hasChild(db, ids),
      saidTrips: await saidTrips(db, ids),
    },
    loyalty: {
      segments,
      tenureMonths: await tenureOf(db, ids, today),
      activeMonths: Math.min(MONTHS, months.size),
      satisfaction: await satisfactionOf(db, ids, now),
    },
    habits: habitsOf(
      spends,
      trips.map(({ cabin }) => cabin),
      MONTHS,
    ),
  }
}

async function tripsOf(db: Db, ids: readonly string[], from: string, now: Instant) {
  const rows = await db
    .selectFrom('bookings')
    .innerJoin('flights', 'flights.id', 'bookings.flightId')
    .select(['bookings.pnr', 'bookings.cabin', 'flights.day'])
    .where('bookings.memberId', 'in', [...ids])
    .where('bookings.status', 'in', ['booked', 'flown'])
    .where('flights.departsAt', '<', now)
    .where('flights.day', '>', from)
    .limit(MOST_ROWS)
    .execute()
  const pnrs = [...new Set(rows.map(({ pnr }) => pnr))]
  if (pnrs.length === 0) return []
  const others = await db
    .selectFrom('bookings')
    .select('pnr')
    .where('pnr', 'in', pnrs)
    .where('memberId', 'not in', [...ids])
    .execute()
  const shared = new Set(others.map(({ pnr }) => pnr))
  return rows.map(({ pnr, cabin, day }) => ({ day, cabin, isTogether: shared.has(pnr) }))
}

async function spendsOf(db: Db, ids: readonly string[], from: string, now: Instant) {
  const rows = await db
    .selectFrom('spends')
    .select(['at', 'kind', 'amountFen'])
    .where('memberId', 'in', [...ids])
    .where('at', '<=', now)
    .orderBy('at', 'desc')
    .limit(MOST_ROWS)
    .execute()
  return rows.filter(({ at }) => dayAt(DESK_ZONE, at) > from)
}

async function periodsOf(db: Db, ids: readonly string[], from: string, today: string) {
  return db
    .selectFrom('memberPeriods')
    .select(['period', 'segments', 'spendFen', 'partnerSpendFen'])
    .where('memberId', 'in', [...ids])
    .where('period', '>', from.slice(0, 7))
    .where('period', '<=', today.slice(0, 7))
    .execute()
}

async function companiesOf(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('companyTravellers')
    .select('companyId')
    .where('memberId', 'in', [...ids])
    .where('endedDay', 'is', null)
    .execute()
  return new Set(rows.map(({ companyId }) => companyId)).size
}

async function hasChild(db: Db, ids: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('memberKin')
    .select('id')
    .where('memberId', 'in', [...ids])
    .where('relation', '=', 'child')
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function saidTrips(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('wishes')
    .select('value')
    .where('memberId', 'in', [...ids])
    .where('topic', '=', 'trip')
    .where('endedAt', 'is', null)
    .execute()
  return [...new Set(rows.map(({ value }) => value))]
}

async function tenureOf(db: Db, ids: readonly string[], today: string): Promise<number> {
  const rows = await db
    .selectFrom('members')
    .select(['enrolledOn', 'createdAt'])
    .where('id', 'in', [...ids])
    .execute()
  const days = rows.map(({ enrolledOn, createdAt }) => enrolledOn ?? dayAt(DESK_ZONE, createdAt)).sort()
  const since = days[0] ?? today
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  // The month that has begun counts once its day has come.
  return Math.max(0, months(today) - months(since) - Number(today.slice(8) < since.slice(8)))
}

async function satisfactionOf(db: Db, ids: readonly string[], now: Instant): Promise<number | null> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['overall', 'result', 'agent', 'answeredAt'])
    .where('memberId', 'in', [...ids])
    .execute()
  const values = rows
    .filter(({ answeredAt }) => answeredAt > now - ANSWERS_COUNT && answeredAt <= now)
    .map(({ overall, result, agent }) => overall ?? result ?? agent)
    .filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
