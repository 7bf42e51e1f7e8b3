import type { QueueFilter } from '../../shared/cases/model.ts'
import { DUE_DAYS } from '../../shared/search/filters.ts'
import { MEMBER_TIERS } from '../../shared/tiers/model.ts'
import type { Grouping, QueueGroup } from '../../shared/views/model.ts'
import { namesOf } from '../cases/case-file.ts'
import { askOf } from '../cases/lists.ts'
import { matching, type QueueAsk } from '../cases/queue-conditions.ts'
import { countQueue } from '../cases/queue-queries.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'

/** How many cases of a queue fall to each tier, owner, stage or due day, inside the queue's indexes. */
export async function countGroups(ctx: Ctx, filter: QueueFilter, by: Exclude<Grouping, 'none'>): Promise<QueueGroup[]> {
  const ask = await askOf(ctx, filter)
  switch (by) {
    case 'tier':
      return byTier(ctx.db, ask)
    case 'owner':
      return byOwner(ctx.db, ask)
    case 'state':
      return byState(ctx.db, ask)
    case 'due':
      return byDue(ctx.db, ask)
  }
}

async function byTier(db: Db, ask: QueueAsk): Promise<QueueGroup[]> {
  const rows = await db
    .selectFrom('cases')
    .select((eb) => ['tierAtOpening' as const, eb.fn.countAll<number>().as('count')])
    .where(matching(ask))
    .groupBy('tierAtOpening')
    .execute()
  const order: readonly string[] = MEMBER_TIERS
  const rank = (key: string) => order.indexOf(key)
  return rows
    .map(({ tierAtOpening, count }) => ({ key: tierAtOpening, name: null, count: Number(count) }))
    .sort((a, b) => rank(a.key) - rank(b.key))
}

async function byOwner(db: Db, ask: QueueAsk): Promise<QueueGroup[]> {
  const rows = await db
    .selectFrom('cases')
    .select((eb) => ['ownerId' as const, eb.fn.countAll<number>().as('count')])
    .where(matching(ask))
    .groupBy('ownerId')
    .execute()
  const names = await namesOf(
    db,
    rows.map(({ ownerId }) => ownerId),
  )
  return rows
    .map(({ ownerId, count }) => ({ key: ownerId, name: names.get(ownerId ?? '') ?? null, count: Number(count) }))
    .sort((a, b) => Number(b.key === null) - Number(a.key === null) || b.count - a.count)
}

async function byState(db: Db, ask: QueueAsk): Promise<QueueGroup[]> {
  const rows = await db
    .selectFrom('cases')
    .select((eb) => ['kind' as const, 'state' as const, eb.fn.countAll<number>().as('count')])
    .where(matching(ask))
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute()
  return rows.map(({ kind, state, count }) => ({ key: `${kind} ${state}`, name: null, count: Number(count) }))
}

async function byDue(db: Db, ask: QueueAsk): Promise<QueueGroup[]> {
  const groups: QueueGroup[] = []
  for (const due of DUE_DAYS) {
    const count = await countQueue(db, { ...ask, filter: { ...ask.filter, due } })
    if (count > 0) groups.push({ key: due, name: null, count })
  }
  return groups
}
