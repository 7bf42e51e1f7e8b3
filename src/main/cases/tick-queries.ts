import type { Instant } from '../../shared/time.ts'
import type { SettledClock } from '../rules/case-clocks.ts'
import { levelOf, type News, toldBy } from '../rules/clock-signals.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'
import { insertSignals, signalRow } from './signal-store.ts'

/** Where the next batch begins. */
export type CheckKey = { nextCheckAt: Instant; id: string }

/** Clocks about which something has to be recorded, in the order in which it came due. */
export async function clocksToCheck(
  db: Db,
  now: Instant,
  after: CheckKey | null,
  limit: number,
): Promise<Row<'clocks'>[]> {
  let query = db.selectFrom('clocks').selectAll().where('nextCheckAt', '<=', now)
  if (after)
    query = query.where((eb) => eb(eb.refTuple('nextCheckAt', 'id'), '>', eb.tuple(after.nextCheckAt, after.id)))
  return query.orderBy('nextCheckAt').orderBy('id').limit(limit).execute()
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

/** A clock that was looked at: how it stands now and what it tells for the first time. */
export type Checked = { row: Row<'clocks'>; to: SettledClock; news: News[] }

/** Saves what a batch of clocks told; `levels` remembers from batch to batch to which level each case was raised. */
export async function saveChecked(
  db: Db,
  checked: readonly Checked[],
  now: Instant,
  levels: Map<string, number>,
): Promise<void> {
  await insertSignals(
    db,
    checked.flatMap(({ row, news }) => news.map((one) => signalRow(row.id, one, now))),
  )
  for (const group of Map.groupBy(checked, changeKey).values()) await saveGroup(db, group)
  await raiseCases(db, checked, now, levels)
}

/** Clocks with one key change alike: most have been told the same and are looked at again at the same distance from their end. */
function changeKey({ row, to: { clock, nextCheckAt } }: Checked): string {
  const told = toldBy(clock)
  const distance = nextCheckAt === null ? '' : nextCheckAt - row.dueAt
  return `${told.percent} ${told.reminders} ${distance} ${clock.breachedAt === undefined ? '' : clock.breachedAt - row.dueAt}`
}

async function saveGroup(db: Db, group: readonly Checked[]): Promise<void> {
  const [first] = group
  if (!first) return
  const { clock, nextCheckAt } = first.to
  const { percent: warnedPercent, reminders } = toldBy(clock)
  for (const ids of parts(group.map(({ row }) => row.id))) {
    await db
      .updateTable('clocks')
      .set((eb) => ({
        warnedPercent,
        reminders,
        nextCheckAt: nextCheckAt === null ? null : eb('dueAt', '+', nextCheckAt - first.row.dueAt),
        breachedAt: clock.breachedAt === undefined ? null : eb.ref('dueAt'),
      }))
      .where('id', 'in', ids)
      .execute()
  }
}

/** Raises the level that was told about each case; levels only rise. */
async function raiseCases(
  db: Db,
  checked: readonly Checked[],
  now: Instant,
  levels: Map<string, number>,
): Promise<void> {
  const raised = new Set<string>()
  for (const { row, to } of checked) {
    const level = levelOf(to.clock)
    if (level <= (levels.get(row.caseId) ?? 0)) continue
    levels.set(row.caseId, level)
    raised.add(row.caseId)
  }
  for (const [level, group] of Map.groupBy(raised, (id) => levels.get(id) ?? 0)) {
    for (const ids of parts(group)) {
      await db
        .updateTable('cases')
        .set({ escalation: level, updatedAt: now })
        .where('id', 'in', ids)
        .where('escalation', '<', level)
        .execute()
    }
  }
}
