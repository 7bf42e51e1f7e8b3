import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type CareRecord = Row<'careContacts'>

/** A care contact with whom it is for and what of its case decides who may read it. */
export type CareLine = CareRecord & {
  memberName: string | null
  memberTier: MemberTier | null
  caseNumber: string | null
  contactName: string | null
  caseOwnerId: string | null
  caseRestricted: number | null
}

const lines = (db: Db) =>
  db
    .selectFrom('careContacts')
    .leftJoin('members', 'members.id', 'careContacts.memberId')
    .leftJoin('cases', 'cases.id', 'careContacts.caseId')
    .selectAll('careContacts')
    .select([
      'members.name as memberName',
      'members.tier as memberTier',
      'cases.number as caseNumber',
      'cases.contactName',
      'cases.ownerId as caseOwnerId',
      'cases.isRestricted as caseRestricted',
    ])

export async function findCare(db: Db, id: string): Promise<CareLine | undefined> {
  return lines(db).where('careContacts.id', '=', id).executeTakeFirst()
}

export async function careOf(db: Db, about: { caseId: string } | { memberId: string }): Promise<CareLine[]> {
  const query =
    'caseId' in about
      ? lines(db).where('careContacts.caseId', '=', about.caseId)
      : lines(db).where('careContacts.memberId', '=', about.memberId)
  return query.orderBy('careContacts.dueDay', 'desc').orderBy('careContacts.id').limit(100).execute()
}

type View = { view: 'due' | 'coming' | 'done'; today: Day; ownerId: string | null; limit: number }

/** Care that is due by today, that comes later, or that was done, the nearest day first. */
export async function listCare(db: Db, { view, today, ownerId, limit }: View): Promise<CareLine[]> {
  const all = ownerId === null ? lines(db) : lines(db).where('careContacts.ownerId', '=', ownerId)
  const state = all.where('careContacts.state', '=', view === 'done' ? 'done' : 'planned')
  const query =
    view === 'done'
      ? state.orderBy('careContacts.dueDay', 'desc')
      : state.where('careContacts.dueDay', view === 'due' ? '<=' : '>', today).orderBy('careContacts.dueDay')
  return query.orderBy('careContacts.id').limit(limit).execute()
}

export async function insertCare(db: Db, row: CareRecord): Promise<void> {
  await db.insertInto('careContacts').values(row).execute()
}

export async function updateCare(db: Db, id: string, change: Partial<CareRecord>): Promise<void> {
  await db.updateTable('careContacts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function isPlanned(db: Db, key: string): Promise<boolean> {
  return (await db.selectFrom('careContacts').select('id').where('roundKey', '=', key).executeTakeFirst()) !== undefined
}

export async function addChange(db: Db, change: Omit<Row<'careChanges'>, 'seq'>): Promise<void> {
  const last = await db
    .selectFrom('careChanges')
    .select('seq')
    .where('careId', '=', change.careId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('careChanges')
    .values({ ...change, seq: (last?.seq ?? 0) + 1 })
    .execute()
}

export async function changesOf(db: Db, ids: readonly string[]): Promise<Row<'careChanges'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('careChanges')
    .selectAll()
    .where('careId', 'in', [...ids])
    .orderBy('careId')
    .orderBy('seq')
    .execute()
}

/** How far the newest message of each care contact has come. */
export async function messageStates(db: Db, ids: readonly string[]): Promise<Map<string, Row<'messages'>['state']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('messages')
    .select(['careId', 'state'])
    .where('careId', 'in', [...ids])
    .orderBy('createdAt')
    .execute()
  return new Map(rows.flatMap(({ careId, state }) => (careId === null ? [] : [[careId, state] as const])))
}

export async function findMember(db: Db, id: string): Promise<Pick<Row<'members'>, 'id' | 'status'> | undefined> {
  return db.selectFrom('members').select(['id', 'status']).where('id', '=', id).executeTakeFirst()
}
