import type { Db, Row } from '../store/types.ts'

export type NoteRecord = Row<'marketNotes'>

export async function listNotes(db: Db, limit: number): Promise<NoteRecord[]> {
  return db.selectFrom('marketNotes').selectAll().orderBy('writtenAt', 'desc').orderBy('id').limit(limit).execute()
}

export async function findNote(db: Db, id: string): Promise<NoteRecord | undefined> {
  return db.selectFrom('marketNotes').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertNote(db: Db, row: NoteRecord): Promise<void> {
  await db.insertInto('marketNotes').values(row).execute()
}

export async function updateNote(db: Db, id: string, change: Partial<NoteRecord>): Promise<void> {
  await db.updateTable('marketNotes').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
