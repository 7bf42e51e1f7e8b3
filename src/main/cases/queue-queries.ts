import type { QueueKey } from '../../shared/cases/model.ts'
import type { CaseKind } from '../../shared/cases/words.ts'
import type { Scope } from '../rules/access.ts'
import { keptShapes } from '../store/kept.ts'
import type { Db } from '../store/types.ts'
import { inQueue } from './in-scope.ts'
import { type CaseLine, type CaseRecord, LINE_COLUMNS } from './queries.ts'
import { type Condition, conditionsOf, matching, type QueueAsk, whereOf, withValues } from './queue-conditions.ts'

export type QueuePlace = { order: 'due' | 'priority'; after?: QueueKey | undefined; offset: number; limit: number }

const LINE = LINE_COLUMNS.map((name) => `cases.${name}` as const)

/** A page of the queue: its ids are found inside the index of its order, and only they are read. */
function pageOf(db: Db, conditions: readonly Condition[], { after, order, offset, limit }: QueuePlace) {
  let keys = db
    .selectFrom('cases')
    .select('id as keyId')
    .where((eb) => whereOf(eb, conditions))
  if (after)
    keys = keys.where((eb) =>
      order === 'due'
        ? eb(eb.refTuple('queueAt', 'id'), '>', eb.tuple(after.queueAt, after.id))
        : eb(
            eb.refTuple('priority', 'queueAt', 'id'),
            '>',
            eb.tuple(after.priority as CaseRecord['priority'], after.queueAt, after.id),
          ),
    )
  if (order === 'priority') keys = keys.orderBy('priority')
  keys = keys.orderBy('queueAt').orderBy('id').limit(limit)
  if (!after && offset !== 0) keys = keys.offset(offset)
  let page = db.selectFrom(keys.as('page')).innerJoin('cases', 'cases.id', 'page.keyId').select(LINE)
  if (order === 'priority') page = page.orderBy('cases.priority')
  return page.orderBy('cases.queueAt').orderBy('cases.id')
}

const pages = keptShapes<{ conditions: readonly Condition[]; place: QueuePlace }, CaseLine>(
  ({ conditions, place: { order, after, offset, limit } }, use) => {
    const inPlaces = withValues(conditions, use)
    const place = {
      order,
      after: after && { queueAt: use(after.queueAt), priority: use(after.priority), id: use(after.id) },
      offset: offset === 0 ? 0 : use(offset),
      limit: use(limit),
    }
    return { shape: JSON.stringify([inPlaces, place]), build: (db) => pageOf(db, inPlaces, place) }
  },
)

/** Lines of the queue from a place on; a filter's statement is built when it is first asked for. */
export async function queueRows(db: Db, ask: QueueAsk, place: QueuePlace): Promise<CaseLine[]> {
  return pages(db, { conditions: conditionsOf(ask), place })
}

export async function countQueue(db: Db, ask: QueueAsk): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matching(ask))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Open cases of each kind. */
export async function countKinds(db: Db, scope: Scope): Promise<Record<CaseKind, number>> {
  const counts: Record<CaseKind, number> = { enquiry: 0, complaint: 0, suggestion: 0, service: 0 }
  const query = db
    .selectFrom('cases')
    .select((eb) => ['kind' as const, eb.fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .where((eb) => inQueue(eb, scope))
    .groupBy('kind')
  for (const row of await query.execute()) counts[row.kind] = Number(row.count)
  return counts
}

type Looked = 'contactDigits' | 'ticketNo' | 'pnr' | 'memberId'

/** Cases by one looked-up value, newest first. */
export async function casesBy(db: Db, column: Looked, value: string, limit: number): Promise<CaseRecord[]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where(column, '=', value)
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function memberIdByCard(db: Db, cardNo: string): Promise<string | undefined> {
  return (await db.selectFrom('members').select('id').where('cardNo', '=', cardNo).executeTakeFirst())?.id
}
