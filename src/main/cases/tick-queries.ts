import type { ClockSignal } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { escalationOf, type SettledClock } from '../rules/case-clocks.ts'
import type { Db, Row } from '../store/types.ts'
import { type StoredClock, toClock } from './clock-store.ts'

/** Clocks that have to be looked at and are not merely overdue. Signals it has given carry no time here: only their shares matter. */
export async function clocksToCheck(
  db: Db,
  now: Instant,
  after: { nextCheckAt: Instant; id: string } | null,
  limit: number,
): Promise<{ clock: StoredClock; nextCheckAt: Instant }[]> {
  let query = db
    .selectFrom('clocks')
    .selectAll()
    .where('nextCheckAt', '<=', now)
    .where((eb) => eb.or([eb('dueAt', '>', now), eb('warnsAfter', '=', 1)]))
  if (after)
    query = query.where((eb) => eb(eb.refTuple('nextCheckAt', 'id'), '>', eb.tuple(after.nextCheckAt, after.id)))
  const rows = await query.orderBy('nextCheckAt').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ clock: toClock(row, givenBy(row)), nextCheckAt: row.nextCheckAt ?? now }))
}

function givenBy(row: Row<'clocks'>): ClockSignal[] {
  const { warnings } = JSON.parse(row.body) as { warnings: number[] }
  return warnings.filter((percent) => percent <= row.warnedPercent).map((percent) => ({ percent, at: 0 }))
}

/** The next moment at which any clock has to be looked at. */
export async function firstCheck(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('clocks')
    .select('nextCheckAt')
    .where('nextCheckAt', 'is not', null)
    .orderBy('nextCheckAt')
    .limit(1)
    .executeTakeFirst()
  return row?.nextCheckAt ?? null
}

export type Checked = { clock: StoredClock; to: SettledClock }

/** Running clocks that have come to their end, have nothing to tell beyond it, and did not yet say so. */
const overdue = (db: Db, now: Instant) =>
  db
    .selectFrom('clocks')
    .where('nextCheckAt', '<=', now)
    .where('dueAt', '<=', now)
    .where('state', '=', 'running')
    .where('warnsAfter', '=', 0)

export async function countOverdue(db: Db, now: Instant): Promise<number> {
  const row = await overdue(db, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const WHOLE = 100

/** Records every breach at its true time in a few statements, however many there are: a breach is exactly the due time. */
export async function saveOverdue(db: Db, now: Instant): Promise<number> {
  await db
    .insertInto('clockSignals')
    .columns(['clockId', 'percent', 'caseId', 'at', 'recordedAt'])
    .expression(
      overdue(db, now).select((eb) => [
        'id',
        eb.val(WHOLE).as('percent'),
        'caseId',
        'dueAt',
        eb.val(now).as('recordedAt'),
      ]),
    )
    .execute()
  await db
    .updateTable('cases')
    .set({ escalation: escalationOf(WHOLE), updatedAt: now })
    .where('id', 'in', overdue(db, now).select('caseId'))
    .where('escalation', '<', escalationOf(WHOLE))
    .execute()
  const result = await db
    .updateTable('clocks')
    .set((eb) => ({ breachedAt: eb.ref('dueAt'), warnedPercent: WHOLE, nextCheckAt: null }))
    .where('nextCheckAt', '<=', now)
    .where('dueAt', '<=', now)
    .where('state', '=', 'running')
    .where('warnsAfter', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** Most values that one statement may carry on either engine. */
const VALUES_PER_STATEMENT = 30_000
const SIGNAL_COLUMNS = 5

/** Saves what a batch of clocks told; each has its own next moment. */
export async function saveChecked(db: Db, checked: readonly Checked[], now: Instant): Promise<void> {
  const rows = checked.flatMap(({ clock, to }) =>
    to.signals.map(({ percent, at }) => ({ clockId: clock.id, percent, caseId: clock.caseId, at, recordedAt: now })),
  )
  for (const part of parts(rows, Math.floor(VALUES_PER_STATEMENT / SIGNAL_COLUMNS)))
    await db.insertInto('clockSignals').values(part).execute()
  for (const { clock, to } of checked) {
    const change = { warnedPercent: warnedBy(to), nextCheckAt: to.nextCheckAt, breachedAt: to.clock.breachedAt ?? null }
    await db.updateTable('clocks').set(change).where('id', '=', clock.id).execute()
  }
  await raiseCases(db, checked, now)
}

const warnedBy = (to: SettledClock): number => Math.max(0, ...to.clock.signals.map((signal) => signal.percent))

/** Raises the level that was told about each case; levels only rise. */
async function raiseCases(db: Db, checked: readonly Checked[], now: Instant): Promise<void> {
  for (const [level, group] of groupedBy(checked, ({ to }) => escalationOf(warnedBy(to)))) {
    if (level === 0) continue
    const ids = [...new Set(group.map(({ clock }) => clock.caseId))]
    for (const part of parts(ids, VALUES_PER_STATEMENT / 2)) {
      await db
        .updateTable('cases')
        .set({ escalation: level, updatedAt: now })
        .where('id', 'in', part)
        .where('escalation', '<', level)
        .execute()
    }
  }
}

function groupedBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function* parts<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
