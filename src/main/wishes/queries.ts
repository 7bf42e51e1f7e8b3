import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type WishRecord = Row<'wishes'>
export type SourceRecord = Row<'wishSources'>

const MOST_TAGS = 400

/** Tags of one person, those that hold first, each kind the newest first. */
export async function tagsOf(db: Db, ids: readonly string[]): Promise<WishRecord[]> {
  const rows = await db
    .selectFrom('wishes')
    .selectAll()
    .where('memberId', 'in', [...ids])
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_TAGS)
    .execute()
  return rows.sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))
}

export async function findTag(db: Db, id: string): Promise<WishRecord | undefined> {
  return db.selectFrom('wishes').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Ends tags of one member that say the same, so that the newest word is the one that holds. */
export async function endSame(
  db: Db,
  { memberId, topic, value }: Pick<WishRecord, 'memberId' | 'topic' | 'value'>,
  end: Pick<WishRecord, 'endedAt' | 'endedBy'>,
): Promise<void> {
  await db
    .updateTable('wishes')
    .set(end)
    .where('memberId', '=', memberId)
    .where('topic', '=', topic)
    .where('value', '=', value)
    .where('endedAt', 'is', null)
    .execute()
}

export async function insertTag(db: Db, row: WishRecord): Promise<void> {
  await db.insertInto('wishes').values(row).execute()
}

export async function updateTag(db: Db, id: string, change: Partial<WishRecord>): Promise<void> {
  await db.updateTable('wishes').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Marks what others wrote down about a person as seen; answers how many. */
export async function markSeen(
  db: Db,
  ids: readonly string[],
  seen: { seenAt: Instant; seenBy: string },
): Promise<number> {
  const result = await db
    .updateTable('wishes')
    .set(seen)
    .where('memberId', 'in', [...ids])
    .where('seenAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('recordedBy', '!=', seen.seenBy)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function passedBetween(
  db: Db,
  from: Instant,
  to: Instant,
): Promise<Pick<WishRecord, 'saidAt' | 'recordedAt' | 'seenAt'>[]> {
  return db
    .selectFrom('wishes')
    .select(['saidAt', 'recordedAt', 'seenAt'])
    .where('recordedAt', '>=', from)
    .where('recordedAt', '<', to)
    .execute()
}

export async function insertSource(db: Db, row: SourceRecord): Promise<void> {
  await db.insertInto('wishSources').values(row).execute()
}

export async function updateSource(db: Db, id: string, change: Partial<SourceRecord>): Promise<void> {
  await db.updateTable('wishSources').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export type SourceLine = SourceRecord & { memberName: string | null }

const lines = (db: Db) =>
  db
    .selectFrom('wishSources')
    .leftJoin('members', 'members.id', 'wishSources.memberId')
    .selectAll('wishSources')
    .select('members.name as memberName')

export async function findSource(db: Db, id: string): Promise<SourceLine | undefined> {
  return lines(db).where('wishSources.id', '=', id).executeTakeFirst()
}

export async function isFileKnown(db: Db, sha256: string): Promise<boolean> {
  const row = await db.selectFrom('wishSources').select('id').where('fileSha256', '=', sha256).executeTakeFirst()
  return row !== undefined
}

/** Sources of one kind, the newest first. */
export async function listSources(
  db: Db,
  kind: SourceRecord['kind'],
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<SourceLine[]> {
  let query = lines(db)
    .where('kind', '=', kind)
    .orderBy('wishSources.at', 'desc')
    .orderBy('wishSources.id', 'desc')
    .limit(limit)
  if (before)
    query = query
      .where('wishSources.at', '<=', before.at)
      .where((eb) => eb.or([eb('wishSources.at', '<', before.at), eb('wishSources.id', '<', before.id)]))
  return query.execute()
}

export async function originsOf(db: Db, ids: readonly string[]): Promise<Row<'memberOrigins'>[]> {
  return db
    .selectFrom('memberOrigins')
    .selectAll()
    .where('memberId', 'in', [...ids])
    .execute()
}

export async function saveOrigin(db: Db, row: Row<'memberOrigins'>): Promise<void> {
  const { memberId: _, ...change } = row
  await db
    .insertInto('memberOrigins')
    .values(row)
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(change))
    .execute()
}

export async function typesOf(db: Db, memberId: string): Promise<Row<'memberTypes'>[]> {
  return db.selectFrom('memberTypes').selectAll().where('memberId', '=', memberId).execute()
}

export async function saveType(db: Db, row: Row<'memberTypes'>): Promise<void> {
  const { memberId: _, type: __, ...change } = row
  await db
    .insertInto('memberTypes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['memberId', 'type']).doUpdateSet(change))
    .execute()
}

export async function memberExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Members by their cards. */
export async function membersByCard(db: Db, cards: readonly string[]): Promise<Map<string, string>> {
  if (cards.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'cardNo'])
    .where('cardNo', 'in', [...cards])
    .execute()
  return new Map(rows.map(({ id, cardNo }) => [cardNo, id]))
}

/** True when the member's newest word on keeping personal data for service is a no. */
export async function hasRefusedService(db: Db, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('consents')
    .select('given')
    .where('memberId', '=', memberId)
    .where('purpose', '=', 'service')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.given === 0
}

export async function callMember(db: Db, callId: string): Promise<{ memberId: string | null } | undefined> {
  return db.selectFrom('calls').select('memberId').where('id', '=', callId).executeTakeFirst()
}
