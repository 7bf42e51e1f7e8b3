import type { StudyState } from '../../shared/reviews/words.ts'
import type { Db, Row } from '../store/types.ts'

export type StudyRecord = Row<'caseStudies'>

export async function insertStudy(db: Db, row: StudyRecord): Promise<void> {
  await db.insertInto('caseStudies').values(row).execute()
}

export async function updateStudy(db: Db, id: string, change: Partial<StudyRecord>): Promise<void> {
  await db.updateTable('caseStudies').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findStudy(db: Db, id: string): Promise<StudyRecord | undefined> {
  return db.selectFrom('caseStudies').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Studies, newest first. */
export async function listStudies(db: Db, states: readonly StudyState[]): Promise<StudyRecord[]> {
  return db
    .selectFrom('caseStudies')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('pickedAt', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Whoever the desk knows by name: no colleague is named in a study. */
export async function staffNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('users').select('name').execute()
  return rows.map(({ name }) => name)
}
