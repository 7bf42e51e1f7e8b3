import type { Role } from '../../shared/roles.ts'
import type { Receiver } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { RoundClock } from '../rules/case-clocks.ts'
import { type News, newsOf } from '../rules/clock-signals.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Db, Row } from '../store/types.ts'
import { namesOf } from './queries.ts'
import { groupNamer, type Place } from './told-groups.ts'
import { insertSights, membersOf, type Sight, sightsOf } from './told-queries.ts'

/** What a clock told, as it was written down: when it was true, when it was recorded, who is told and when they saw it. */
export type SignalRow = Row<'clockSignals'>

/** Somebody who was told, and when they saw it. */
export type ToldPerson = { id: string; name: string; seenAt: Instant | null }

/** The same with everybody who was told; of what was told to a role only, whoever saw it first. */
export type ToldSignal = SignalRow & { people: readonly ToldPerson[] }

/** What clocks have told so far. */
export async function signalsOf(db: Db, clockIds: readonly string[]): Promise<ToldSignal[]> {
  if (clockIds.length === 0) return []
  const rows = await db
    .selectFrom('clockSignals')
    .selectAll()
    .where('clockId', 'in', [...clockIds])
    .orderBy('percent')
    .orderBy('reminder')
    .execute()
  return withPeople(db, rows)
}

/** Names everybody who was told, each with the moment at which they saw it. */
export async function withPeople(db: Db, rows: readonly SignalRow[]): Promise<ToldSignal[]> {
  if (rows.length === 0) return []
  const members = await membersOf(db, [...new Set(rows.flatMap(({ toldGroup }) => toldGroup ?? []))])
  const sights = await sightsOf(db, [...new Set(rows.map(({ clockId }) => clockId))])
  const names = await namesOf(db, [...[...members.values()].flat(), ...rows.flatMap(({ seenBy }) => seenBy ?? [])])
  const keyOf = ({ clockId, percent, reminder }: Sight, userId: string) =>
    [clockId, percent, reminder, userId].join(' ')
  const seen = new Map(sights.map((one) => [keyOf(one, one.userId), one.seenAt]))
  const person = (id: string, seenAt: Instant | null) => ({ id, name: names.get(id) ?? id, seenAt })
  return rows.map((row) => ({
    ...row,
    people:
      row.toldGroup === null
        ? row.seenBy === null
          ? []
          : [person(row.seenBy, row.seenAt)]
        : (members.get(row.toldGroup) ?? []).map((id) => person(id, seen.get(keyOf(row, id)) ?? null)),
  }))
}

/** News of a clock as a row, with the group of people who are told; without one only the role is known. */
export function signalRow(clockId: string, news: News, now: Instant, toldGroup: string | null = null): SignalRow {
  const { percent, reminder, count, at, level, tells, also, third } = news
  return {
    clockId,
    percent,
    reminder,
    count,
    at,
    recordedAt: now,
    level,
    tells,
    seenAt: null,
    seenBy: null,
    toldGroup,
    alsoTells: also,
    thirdTells: third,
  }
}

/** What clocks tell for the first time: recorded with the people who are told. */
export async function tell(
  db: Db,
  tellings: readonly { id: string; place: Place; news: readonly News[] }[],
  now: Instant,
): Promise<ToldSignal[]> {
  const groups = await groupNamer(db, now)(tellings)
  const rows = tellings.flatMap(({ id, news }, i) => news.map((one, n) => signalRow(id, one, now, groups[i]?.[n])))
  await insertSignals(db, rows)
  return withPeople(db, rows)
}

/** Records what clocks tell for the first time. */
async function insertSignals(db: Db, rows: readonly SignalRow[]): Promise<void> {
  if (rows.length > 0) await bulkInsert(db, 'clockSignals')(rows)
}

/** Makes the records say what a clock truly told: what lies after its end never happened, what is missing is added. */
export async function saveSignals(
  db: Db,
  { id, caseId, told }: { id: string; caseId: string; told: readonly ToldSignal[] },
  clock: RoundClock,
  now: Instant,
): Promise<ToldSignal[]> {
  const isTrue = (row: SignalRow) =>
    row.reminder > 0
      ? row.reminder <= clock.reminders
      : clock.signals.some(({ percent, at }) => percent === row.percent && at === row.at)
  for (const { percent, reminder } of told.filter((row) => !isTrue(row))) await forget(db, id, percent, reminder)
  const kept = told.filter(isTrue).map((row) => ({ ...row, count: countKept(row, clock.reminders) }))
  for (const [i, row] of kept.entries()) {
    if (row.count === told.filter(isTrue)[i]?.count) continue
    await db
      .updateTable('clockSignals')
      .set({ count: row.count })
      .where('clockId', '=', id)
      .where('percent', '=', row.percent)
      .where('reminder', '=', row.reminder)
      .execute()
  }
  const fresh = newsOf(clock, {
    percent: Math.max(0, ...kept.filter((row) => row.reminder === 0).map((row) => row.percent)),
    reminders: kept.reduce((sum, row) => sum + (row.reminder > 0 ? row.count : 0), 0),
  })
  const { kind, item } = clock
  return [...kept, ...(await tell(db, [{ id, place: { caseId, kind, item }, news: fresh }], now))]
}

const countKept = ({ reminder, count }: SignalRow, reminders: number): number =>
  reminder === 0 ? count : Math.min(count, reminders - reminder + 1)

async function forget(db: Db, clockId: string, percent: number, reminder: number): Promise<void> {
  for (const table of ['seenSignals', 'clockSignals'] as const)
    await db
      .deleteFrom(table)
      .where('clockId', '=', clockId)
      .where('percent', '=', percent)
      .where('reminder', '=', reminder)
      .execute()
}

/** For whom a person reads what was told to roles only: owners for themselves, leads and managers for their role. */
export function receiversOf(actor: { id: string; role: Role }, ownerId: string | null): Receiver[] {
  const own: Receiver[] = actor.id === ownerId ? ['owner'] : []
  if (actor.role === 'lead' || actor.role === 'manager') own.push(actor.role)
  return own
}

/** Notes that somebody who was told something has seen it; of what was told to a role only, the first sight is kept. */
export async function markSeen(db: Db, rows: readonly SignalRow[], by: string, now: Instant): Promise<void> {
  await insertSights(
    db,
    rows.filter(({ toldGroup }) => toldGroup !== null),
    by,
    now,
  )
  for (const { clockId, percent, reminder } of rows.filter(({ toldGroup }) => toldGroup === null))
    await db
      .updateTable('clockSignals')
      .set({ seenAt: now, seenBy: by })
      .where('clockId', '=', clockId)
      .where('percent', '=', percent)
      .where('reminder', '=', reminder)
      .where('seenAt', 'is', null)
      .execute()
}

/** S5-22: true for the lead of a case's owner, and for every lead where the owner has none who is still at the desk. */
export async function isOfTeam(db: Db, ownerId: string | null, leadId: string): Promise<boolean> {
  if (ownerId === null) return true
  const lead = await db
    .selectFrom('users as owner')
    .innerJoin('users as lead', 'lead.id', 'owner.leadId')
    .select('lead.id')
    .where('owner.id', '=', ownerId)
    .where('lead.status', '=', 'active')
    .where('lead.role', '=', 'lead')
    .executeTakeFirst()
  return lead === undefined || lead.id === leadId
}
