import type { TextKind } from '../../shared/trust/words.ts'
import type { Db, Row } from '../store/types.ts'

export type TextRecord = Row<'trustTexts'>
export type AssentRecord = Row<'trustAssents'>

/** Every version of one kind, newest first. */
export async function textsOf(db: Db, kind: TextKind): Promise<TextRecord[]> {
  return db.selectFrom('trustTexts').selectAll().where('kind', '=', kind).orderBy('version', 'desc').execute()
}

export async function findText(db: Db, id: string): Promise<TextRecord | undefined> {
  return db.selectFrom('trustTexts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The version that is in force at a moment, by the index of kind and version. */
export async function textInForce(db: Db, kind: TextKind, now: number): Promise<TextRecord | undefined> {
  return db
    .selectFrom('trustTexts')
    .selectAll()
    .where('kind', '=', kind)
    .where('approvedAt', 'is not', null)
    .where('fromAt', '<=', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertText(db: Db, row: TextRecord): Promise<void> {
  await db.insertInto('trustTexts').values(row).execute()
}

export async function updateText(db: Db, id: string, change: Partial<TextRecord>): Promise<void> {
  await db.updateTable('trustTexts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findAssent(db: Db, textId: string, userId: string): Promise<AssentRecord | undefined> {
  return db
    .selectFrom('trustAssents')
    .selectAll()
    .where('textId', '=', textId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

export async function insertAssent(db: Db, row: AssentRecord): Promise<void> {
  await db.insertInto('trustAssents').values(row).execute()
}

/** Everybody who works at the desk now, with when they read or signed a version. */
export async function peopleWithAssent(db: Db, textId: string) {
  return db
    .selectFrom('users')
    .leftJoin('trustAssents', (join) =>
      join.onRef('trustAssents.userId', '=', 'users.id').on('trustAssents.textId', '=', textId),
    )
    .select(['users.id', 'users.name', 'users.role', 'users.createdAt', 'trustAssents.at'])
    .where('users.status', '=', 'active')
    .orderBy('users.createdAt')
    .orderBy('users.id')
    .execute()
}

/** How many drafts wait for somebody's approval. */
export async function countDrafts(db: Db): Promise<number> {
  const rows = await db.selectFrom('trustTexts').select('id').where('approvedAt', 'is', null).execute()
  return rows.length
}
