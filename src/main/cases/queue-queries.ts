import type { ExpressionBuilder } from 'kysely'
import type { QueueFilter, QueueKey } from '../../shared/cases/model.ts'
import type { CaseKind } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Scope } from '../rules/access.ts'
import { dueStretch } from '../rules/due-days.ts'
import type { Database, Db } from '../store/types.ts'
import { type CaseLine, type CaseRecord, LINE_COLUMNS } from './queries.ts'

type Cases = ExpressionBuilder<Database, 'cases'>

/** `channels`: those of the group that the filter names. Without `isOpen`, open and closed cases alike. */
export type QueueAsk = {
  filter: Omit<QueueFilter, 'isOpen'> & { isOpen?: boolean | undefined }
  scope: Scope
  now: Instant
  channels?: readonly string[]
}

/** The filter as a condition; restricted reports only show to those who may read them (S2-10). */
export function matching({ filter, scope, now, channels }: QueueAsk) {
  const {
    owner,
    kind,
    state,
    isOverdue,
    due,
    tier,
    severity,
    contentClass,
    objectClass,
    department,
    timeClass,
    category,
    channel,
    escalation,
  } = filter
  return (eb: Cases) => {
    const all = filter.isOpen === undefined ? [] : [eb('isOpen', '=', filter.isOpen ? 1 : 0)]
    if (owner === 'nobody') all.push(eb('ownerId', 'is', null))
    else if (owner !== undefined) all.push(eb('ownerId', '=', owner === 'mine' ? scope.userId : owner))
    if (kind) all.push(eb('kind', '=', kind))
    if (state) all.push(eb('state', '=', state))
    if (isOverdue !== undefined) all.push(eb('queueAt', isOverdue ? '<=' : '>', now))
    if (due) {
      const { from, to } = dueStretch(due, now)
      all.push(eb('queueAt', '>', from), eb('queueAt', '<=', to))
    }
    if (tier) all.push(eb('tierAtOpening', '=', tier))
    if (severity) all.push(eb('severity', '=', severity))
    if (contentClass) all.push(eb('contentClass', '=', contentClass))
    if (objectClass) all.push(eb('objectClass', '=', objectClass))
    if (department) all.push(eb('department', '=', department))
    if (timeClass) all.push(eb('timeClass', '=', timeClass))
    if (category)
      all.push(
        eb.or([
          eb('category', '=', category),
          eb.and([eb('category', '>=', `${category}.`), eb('category', '<', `${category}.\uffff`)]),
        ]),
      )
    if (channel) all.push(eb('channel', '=', channel))
    if (channels) all.push(eb('channel', 'in', [...channels, '']))
    if (escalation) all.push(eb('escalation', '>=', escalation))
    if (!scope.seesRestricted) all.push(eb.or([eb('isRestricted', '=', 0), eb('ownerId', '=', scope.userId)]))
    return eb.and(all)
  }
}

export type QueuePlace = { order: 'due' | 'priority'; after?: QueueKey | undefined; offset: number; limit: number }

const LINE = LINE_COLUMNS.map((name) => `cases.${name}` as const)

/** A page of the queue: its ids are found inside the index of its order, and only they are read. */
export async function queueRows(db: Db, ask: QueueAsk, place: QueuePlace): Promise<CaseLine[]> {
  const { after, order } = place
  let keys = db.selectFrom('cases').select('id as keyId').where(matching(ask))
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
  keys = keys.orderBy('queueAt').orderBy('id').limit(place.limit)
  if (!after && place.offset > 0) keys = keys.offset(place.offset)
  let page = db.selectFrom(keys.as('page')).innerJoin('cases', 'cases.id', 'page.keyId').select(LINE)
  if (order === 'priority') page = page.orderBy('cases.priority')
  return page.orderBy('cases.queueAt').orderBy('cases.id').execute()
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
  let query = db
    .selectFrom('cases')
    .select((eb) => ['kind' as const, eb.fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .groupBy('kind')
  if (!scope.seesRestricted)
    query = query.where((eb) => eb.or([eb('isRestricted', '=', 0), eb('ownerId', '=', scope.userId)]))
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
