import type { Instant } from '../../shared/time.ts'
import type { SettledClock } from '../rules/case-clocks.ts'
import { levelOf, type News, toldBy } from '../rules/clock-signals.ts'
import { bulkSet, type NewNumbers } from '../store/bulk-set.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'
import { signalWriter } from './signal-writer.ts'
import { groupNamer, placeOfClock } from './told-groups.ts'

/** Where the next keys begin. */
export type CheckKey = { nextCheckAt: Instant; id: string }

/** Clocks about which something has to be recorded, in the order in which it came due; read from the index alone. */
export async function dueKeys(db: Db, now: Instant, after: CheckKey | null, limit: number): Promise<CheckKey[]> {
  let query = db.selectFrom('clocks').select(['nextCheckAt', 'id']).where('nextCheckAt', '<=', now)
  if (after)
    query = query.where((eb) => eb(eb.refTuple('nextCheckAt', 'id'), '>', eb.tuple(after.nextCheckAt, after.id)))
  return query.orderBy('nextCheckAt').orderBy('id').limit(limit).$narrowType<{ nextCheckAt: Instant }>().execute()
}

/** The rows of clocks, not more than one list takes. */
export function clocksOfIds(db: Db, ids: readonly string[]): Promise<Row<'clocks'>[]> {
  return db.selectFrom('clocks').selectAll().where('id', 'in', ids).execute()
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

/** What saves the batches of one look; `end` saves the rest and raises the cases whose clocks told of a higher level. */
export type Saver = { save: (checked: readonly Checked[]) => Promise<void>; end: () => Promise<void> }

/** Saves what clocks told, batch by batch. */
export function saverOf(db: Db, now: Instant): Saver {
  const signals = signalWriter(db, now)
  const groupsOf = groupNamer(db, now)
  const setTold = bulkSet(db, 'clocks', ['warnedPercent', 'reminders', 'nextCheckAt'])
  const setBroken = bulkSet(db, 'clocks', ['warnedPercent', 'reminders', 'nextCheckAt', 'breachedAt'])
  const levels = new Map<string, number>()
  return {
    save: async (checked) => {
      const groups = await groupsOf(
        checked.map(({ to, news, row: { caseId } }) => ({ place: placeOfClock(caseId, to), news })),
      )
      await signals.add(checked.map(({ row, news }, i) => ({ row, news, groups: groups[i] ?? [] })))
      const told: NewNumbers[] = []
      const broken: NewNumbers[] = []
      for (const { row, to } of checked) {
        const { percent, reminders } = toldBy(to.clock)
        const breachedAt = to.clock.breachedAt ?? null
        if (breachedAt === row.breachedAt) told.push([row.id, percent, reminders, to.nextCheckAt])
        else broken.push([row.id, percent, reminders, to.nextCheckAt, breachedAt])
        const level = levelOf(to.clock)
        if (level > (levels.get(row.caseId) ?? 0)) levels.set(row.caseId, level)
      }
      await setTold.add(told)
      await setBroken.add(broken)
    },
    end: async () => {
      for (const writer of [signals, setTold, setBroken]) await writer.end()
      await raiseCases(db, levels, now)
    },
  }
}

/** Raises the level that was told about each case; levels only rise. */
async function raiseCases(db: Db, levels: ReadonlyMap<string, number>, now: Instant): Promise<void> {
  const raised = [...levels].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [level, group] of Map.groupBy(raised, ([, one]) => one)) {
    for (const part of parts(group)) {
      await db
        .updateTable('cases')
        .set({ escalation: level, updatedAt: now })
        .where(
          'id',
          'in',
          part.map(([id]) => id),
        )
        .where('escalation', '<', level)
        .execute()
    }
  }
}
