import { found, refuse } from '../../shared/failure.ts'
import type { campaignTarget } from '../../shared/outreach/contract.ts'
import { DAY, type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { membersIn } from '../members/by-tier.ts'
import { birthdayBetween } from '../rules/care.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import type { CampaignRecord } from './queries.ts'

type Target = ReturnType<(typeof campaignTarget)['parse']>
type Asked = Pick<CampaignRecord, 'occasion' | 'groupId'> & { target: Target }
type Person = { id: string; birthDate: Day | null }

/** Somebody whom a campaign is for, with the day of the contact. */
export type Chosen = { memberId: string; dueDay: Day }

const PAGE = 500

/** Goes through the members page by page and chooses those whom the occasion of a campaign concerns. */
export async function* chooseFor(db: Db, asked: Asked, now: Instant): AsyncGenerator<Chosen[]> {
  const { occasion, target, groupId } = asked
  const today = dayAt(DESK_ZONE, now)
  const fixed = target.day !== null && target.day > today ? target.day : today
  const pages = occasion === 'group' ? groupMembers(db, groupId) : membersIn(db, target.tiers)
  for await (const page of pages) {
    if (occasion === 'birthday') yield birthdays(page, today, dayAt(DESK_ZONE, now + target.days * DAY))
    else {
      const kept = await narrow(db, asked, page, now)
      yield kept.map(({ id }) => ({ memberId: id, dueDay: fixed }))
    }
  }
}

function birthdays(page: readonly Person[], from: Day, to: Day): Chosen[] {
  return page.flatMap(({ id, birthDate }) => {
    const day = birthDate === null ? null : birthdayBetween(birthDate, from, to)
    return day === null ? [] : [{ memberId: id, dueDay: day }]
  })
}

/** Whom the newest choice of a target group holds. */
async function* groupMembers(db: Db, groupId: string | null): AsyncGenerator<Person[]> {
  const run = await db
    .selectFrom('targetRuns')
    .select('id')
    .where('groupId', '=', found(groupId, 'targetGroup'))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!run) return refuse('campaign-group-not-run')
  let after = ''
  for (;;) {
    const page = await db
      .selectFrom('targetMembers')
      .innerJoin('members', 'members.id', 'targetMembers.memberId')
      .select(['members.id', 'members.birthDate'])
      .where('targetMembers.runId', '=', run.id)
      .where('targetMembers.memberId', '>', after)
      .where('members.status', '=', 'active')
      .orderBy('targetMembers.memberId')
      .limit(PAGE)
      .execute()
    yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last.id
  }
}

async function narrow(db: Db, { occasion, target }: Asked, page: readonly Person[], now: Instant): Promise<Person[]> {
  const ids = page.map(({ id }) => id)
  if (ids.length === 0) return []
  const span = target.days * DAY
  if (occasion === 'tierChange') return keep(page, await changedTier(db, ids, now - span))
  if (occasion === 'afterComplaint') return keep(page, await complainedBefore(db, ids, now - span))
  if (occasion === 'beforeTrip') return keep(page, await flying(db, ids, now, now + span, 'booked'))
  if (occasion === 'dormant') {
    const flown = await flying(db, ids, now - span, now, 'flown')
    return page.filter(({ id }) => !flown.has(id))
  }
  return [...page]
}

const keep = (page: readonly Person[], wanted: ReadonlySet<string>) => page.filter(({ id }) => wanted.has(id))

/** Whoever went up or down; entering the programme and keeping one's tier are no change. */
async function changedTier(db: Db, ids: readonly string[], since: Instant): Promise<Set<string>> {
  const rows = await db
    .selectFrom('tierChanges')
    .select('memberId')
    .where('memberId', 'in', [...ids])
    .where('at', '>=', since)
    .where('change', 'in', ['upgrade', 'downgrade', 'manual'])
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}

async function complainedBefore(db: Db, ids: readonly string[], since: Instant): Promise<Set<string>> {
  const rows = await db
    .selectFrom('cases')
    .select('memberId')
    .where('memberId', 'in', [...ids])
    .where('kind', '=', 'complaint')
    .where('isOpen', '=', 0)
    .where('closedAt', '>=', since)
    .execute()
  return new Set(rows.flatMap(({ memberId }) => memberId ?? []))
}

async function flying(
  db: Db,
  ids: readonly string[],
  from: Instant,
  to: Instant,
  status: 'booked' | 'flown',
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('bookings')
    .innerJoin('flights', 'flights.id', 'bookings.flightId')
    .select('bookings.memberId')
    .where('bookings.memberId', 'in', [...ids])
    .where('bookings.status', '=', status)
    .where('flights.departsAt', '>=', from)
    .where('flights.departsAt', '<=', to)
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}
