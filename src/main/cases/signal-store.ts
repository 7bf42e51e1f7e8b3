import type { Role } from '../../shared/roles.ts'
import type { Receiver } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { RoundClock } from '../rules/case-clocks.ts'
import { type News, newsOf } from '../rules/clock-signals.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Db, Row } from '../store/types.ts'

/** What a clock told, as it was written down: when it was true, when it was recorded, who is told and when they saw it. */
export type SignalRow = Row<'clockSignals'>

/** What clocks have told so far. */
export async function signalsOf(db: Db, clockIds: readonly string[]): Promise<SignalRow[]> {
  if (clockIds.length === 0) return []
  return db
    .selectFrom('clockSignals')
    .selectAll()
    .where('clockId', 'in', [...clockIds])
    .orderBy('percent')
    .orderBy('reminder')
    .execute()
}

/** News of a clock as a row. */
export function signalRow(clockId: string, news: News, now: Instant): SignalRow {
  const { percent, reminder, count, at, level, tells } = news
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
  }
}

/** Records what clocks tell for the first time. */
export async function insertSignals(db: Db, rows: readonly SignalRow[]): Promise<void> {
  if (rows.length > 0) await bulkInsert(db, 'clockSignals')(rows)
}

/** Makes the records say what a clock truly told: what lies after its end never happened, what is missing is added. */
export async function saveSignals(
  db: Db,
  id: string,
  clock: RoundClock,
  told: readonly SignalRow[],
  now: Instant,
): Promise<SignalRow[]> {
  const isTrue = (row: SignalRow) =>
    row.reminder > 0
      ? row.reminder <= clock.reminders
      : clock.signals.some(({ percent, at }) => percent === row.percent && at === row.at)
  for (const { percent, reminder } of told.filter((row) => !isTrue(row)))
    await signalsWhere(db, id, percent, reminder).execute()
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
  }).map((news) => signalRow(id, news, now))
  await insertSignals(db, fresh)
  return [...kept, ...fresh]
}

const countKept = ({ reminder, count }: SignalRow, reminders: number): number =>
  reminder === 0 ? count : Math.min(count, reminders - reminder + 1)

const signalsWhere = (db: Db, clockId: string, percent: number, reminder: number) =>
  db
    .deleteFrom('clockSignals')
    .where('clockId', '=', clockId)
    .where('percent', '=', percent)
    .where('reminder', '=', reminder)

/** For whom a person reads: owners for themselves, leads and managers for their role. */
export function receiversOf(actor: { id: string; role: Role }, ownerId: string | null): Receiver[] {
  const own: Receiver[] = actor.id === ownerId ? ['owner'] : []
  if (actor.role === 'lead' || actor.role === 'manager') own.push(actor.role)
  return own
}

/** Notes that somebody who was to be told has seen it. */
export async function markSeen(
  db: Db,
  clockIds: readonly string[],
  tells: readonly Receiver[],
  by: string,
  now: Instant,
): Promise<void> {
  if (clockIds.length === 0 || tells.length === 0) return
  await db
    .updateTable('clockSignals')
    .set({ seenAt: now, seenBy: by })
    .where('clockId', 'in', [...clockIds])
    .where('tells', 'in', [...tells])
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
