import type { Same } from '../../shared/duplicates/model.ts'
import type { Db, Row } from '../store/types.ts'

export type MergeRecord = Row<'memberMerges'>

const BRIEF = [
  'id',
  'cardNo',
  'name',
  'namePinyin',
  'tier',
  'mobile',
  'documentType',
  'documentNo',
  'documentBackwards',
  'birthDate',
] as const
export type FileRow = Pick<Row<'members'>, (typeof BRIEF)[number]>

/** A number that very many share says nothing about a person. */
const MOST_ALIKE = 20
const TELEPHONES = ['mobile', 'home', 'office'] as const

export async function filesByIds(db: Db, ids: readonly string[]): Promise<Map<string, FileRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(BRIEF)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Files that share something with this one, each found by an index. */
export async function filesAlike(db: Db, file: FileRow): Promise<{ id: string; same: Same }[]> {
  const byColumn = (rows: { id: string }[], same: Same) => rows.map(({ id }) => ({ id, same }))
  const members = () => db.selectFrom('members').select('id').limit(MOST_ALIKE)
  const found: { id: string; same: Same }[] = []
  if (file.mobile) found.push(...byColumn(await members().where('mobile', '=', file.mobile).execute(), 'mobile'))
  if (file.documentNo && file.documentBackwards) {
    const { documentBackwards, documentNo } = file
    const query = members().where('documentBackwards', '=', documentBackwards).where('documentNo', '=', documentNo)
    found.push(...byColumn(await query.execute(), 'document'))
  }
  if (file.birthDate) {
    const query = members().where('birthDate', '=', file.birthDate).where('namePinyin', '=', file.namePinyin)
    found.push(...byColumn(await query.where('name', '=', file.name).execute(), 'nameAndBirthday'))
  }
  found.push(...byColumn(await byTelephone(db, file), 'contact'))
  return found.filter(({ id }) => id !== file.id)
}

async function byTelephone(db: Db, { id, mobile }: FileRow): Promise<{ id: string }[]> {
  const own = await db
    .selectFrom('memberContacts')
    .select('normalized')
    .where('memberId', '=', id)
    .where('kind', 'in', TELEPHONES)
    .execute()
  const numbers = own.map(({ normalized }) => normalized)
  const all = mobile === null ? numbers : [...numbers, mobile]
  if (all.length === 0) return []
  const others = await db
    .selectFrom('memberContacts')
    .select('memberId as id')
    .where('normalized', 'in', all)
    .where('kind', 'in', TELEPHONES)
    .limit(MOST_ALIKE)
    .execute()
  if (numbers.length === 0) return others
  const mobiles = await db.selectFrom('members').select('id').where('mobile', 'in', numbers).limit(MOST_ALIKE).execute()
  return [...others, ...mobiles]
}

export type Shared = { value: string; ids: string[] }

/** Values that more than one file has, in the order of the index, from one value on. */
export async function sharedValues(db: Db, same: Same, after: string, limit: number): Promise<Shared[]> {
  switch (same) {
    case 'mobile':
      return sharedColumn(db, 'mobile', after, limit)
    case 'document':
      return sharedColumn(db, 'documentBackwards', after, limit)
    case 'contact':
      return sharedContacts(db, after, limit)
    case 'nameAndBirthday':
      return sharedBirthdays(db, after, limit)
  }
}

async function sharedColumn(
  db: Db,
  column: 'mobile' | 'documentBackwards',
  after: string,
  limit: number,
): Promise<Shared[]> {
  const rows = await db
    .selectFrom('members')
    .select(column)
    .where(column, '>', after)
    .groupBy(column)
    .having(({ fn }) => fn.count('id'), '>', 1)
    .orderBy(column)
    .limit(limit)
    .execute()
  const shared: Shared[] = []
  for (const row of rows) {
    const value = row[column] ?? ''
    const files = await db
      .selectFrom('members')
      .select(['id', 'documentNo'])
      .where(column, '=', value)
      .limit(MOST_ALIKE)
      .execute()
    const byNumber = Map.groupBy(files, ({ documentNo }) => (column === 'mobile' ? value : (documentNo ?? '')))
    for (const group of byNumber.values()) shared.push({ value, ids: group.map(({ id }) => id) })
  }
  return shared
}

async function sharedContacts(db: Db, after: string, limit: number): Promise<Shared[]> {
  const rows = await db
    .selectFrom('memberContacts')
    .select('normalized')
    .where('normalized', '>', after)
    .where('kind', 'in', TELEPHONES)
    .groupBy('normalized')
    .having(({ fn }) => fn.count('memberId').distinct(), '>', 1)
    .orderBy('normalized')
    .limit(limit)
    .execute()
  const shared: Shared[] = []
  for (const { normalized } of rows) {
    const files = await db
      .selectFrom('memberContacts')
      .select('memberId')
      .where('normalized', '=', normalized)
      .limit(MOST_ALIKE)
      .execute()
    shared.push({ value: normalized, ids: [...new Set(files.map(({ memberId }) => memberId))] })
  }
  return shared
}

async function sharedBirthdays(db: Db, after: string, limit: number): Promise<Shared[]> {
  const [day = '', pinyin = ''] = after.split('\n')
  const rows = await db
    .selectFrom('members')
    .select(['birthDate', 'namePinyin'])
    .where('birthDate', '>=', day)
    .where((eb) => eb.or([eb('birthDate', '>', day), eb('namePinyin', '>', pinyin)]))
    .groupBy(['birthDate', 'namePinyin'])
    .having(({ fn }) => fn.count('id'), '>', 1)
    .orderBy('birthDate')
    .orderBy('namePinyin')
    .limit(limit)
    .execute()
  const shared: Shared[] = []
  for (const { birthDate, namePinyin } of rows) {
    const files = await db
      .selectFrom('members')
      .select(['id', 'name'])
      .where('birthDate', '=', birthDate)
      .where('namePinyin', '=', namePinyin)
      .limit(MOST_ALIKE)
      .execute()
    const value = `${birthDate ?? ''}\n${namePinyin}`
    for (const group of Map.groupBy(files, ({ name }) => name).values())
      shared.push({ value, ids: group.map(({ id }) => id) })
  }
  return shared
}

export async function findMerge(db: Db, id: string): Promise<MergeRecord | undefined> {
  return db.selectFrom('memberMerges').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Merges of these files, standing or undone, the newest first. */
export async function mergesOf(db: Db, ids: readonly string[]): Promise<MergeRecord[]> {
  const all = db.selectFrom('memberMerges').selectAll().limit(100)
  const rows = [
    ...(await all.where('winnerId', 'in', [...ids]).execute()),
    ...(await all.where('loserId', 'in', [...ids]).execute()),
  ]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].sort((a, b) => b.mergedAt - a.mergedAt || (a.id < b.id ? 1 : -1))
}

export async function insertMerge(db: Db, row: MergeRecord): Promise<void> {
  await db.insertInto('memberMerges').values(row).execute()
}

/** Takes a standing link away; false when it was gone already. */
export async function undoMerge(
  db: Db,
  id: string,
  end: Pick<MergeRecord, 'undoneAt' | 'undoneBy' | 'undoReason'>,
): Promise<boolean> {
  const result = await db
    .updateTable('memberMerges')
    .set({ ...end, standing: null })
    .where('id', '=', id)
    .where('standing', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
