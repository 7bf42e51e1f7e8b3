import type { Db, Row } from '../store/types.ts'

export type ProjectRecord = Row<'projects'>
export type ItemRecord = Row<'projectItems'>

export async function listProjects(db: Db): Promise<ProjectRecord[]> {
  return db.selectFrom('projects').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute()
}

export async function findProject(db: Db, id: string): Promise<ProjectRecord | undefined> {
  return db.selectFrom('projects').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertProject(db: Db, row: ProjectRecord): Promise<void> {
  await db.insertInto('projects').values(row).execute()
}

export async function updateProject(db: Db, id: string, change: Partial<ProjectRecord>): Promise<void> {
  await db.updateTable('projects').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function itemsOf(db: Db, projectIds: readonly string[]): Promise<ItemRecord[]> {
  if (projectIds.length === 0) return []
  return db
    .selectFrom('projectItems')
    .selectAll()
    .where('projectId', 'in', [...projectIds])
    .orderBy('kind')
    .orderBy('place')
    .execute()
}

export async function findItem(db: Db, id: string): Promise<ItemRecord | undefined> {
  return db.selectFrom('projectItems').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertItem(db: Db, row: ItemRecord): Promise<void> {
  await db.insertInto('projectItems').values(row).execute()
}

export async function updateItem(db: Db, id: string, change: Partial<ItemRecord>): Promise<void> {
  await db.updateTable('projectItems').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
