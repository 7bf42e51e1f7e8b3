import type { Db, Row } from '../store/types.ts'

export type OptimisationRow = Row<'optimisations'>
export type OptimisationRecordRow = Row<'optimisationRecords'>

export async function listOptimisations(db: Db): Promise<OptimisationRow[]> {
  return db.selectFrom('optimisations').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute()
}

export async function findOptimisation(db: Db, id: string): Promise<OptimisationRow | undefined> {
  return db.selectFrom('optimisations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertOptimisation(db: Db, row: OptimisationRow): Promise<void> {
  await db.insertInto('optimisations').values(row).execute()
}

export async function updateOptimisation(db: Db, id: string, change: Partial<OptimisationRow>): Promise<void> {
  await db.updateTable('optimisations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function recordsOf(db: Db, ids: readonly string[]): Promise<OptimisationRecordRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('optimisationRecords')
    .selectAll()
    .where('optimisationId', 'in', [...ids])
    .orderBy('optimisationId')
    .orderBy('seq')
    .execute()
}

export async function insertRecord(db: Db, row: OptimisationRecordRow): Promise<void> {
  await db.insertInto('optimisationRecords').values(row).execute()
}
