import type { Db, Row } from '../store/types.ts'

export type MaterialRecord = Row<'trainingMaterials'>

export async function insertMaterial(db: Db, row: MaterialRecord, pieces: readonly Uint8Array[]): Promise<void> {
  await db.insertInto('trainingMaterials').values(row).execute()
  for (const [seq, body] of pieces.entries())
    await db.insertInto('trainingMaterialChunks').values({ materialId: row.id, seq, body }).execute()
}

export async function materialsOf(db: Db, trainingId: string): Promise<MaterialRecord[]> {
  return db
    .selectFrom('trainingMaterials')
    .selectAll()
    .where('trainingId', '=', trainingId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function findMaterial(db: Db, id: string): Promise<MaterialRecord | undefined> {
  return db.selectFrom('trainingMaterials').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The sealed pieces of one file in their order, with a hole where one is missing. */
export async function piecesOf(db: Db, { id, chunks }: MaterialRecord): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('trainingMaterialChunks')
    .select('body')
    .where('materialId', '=', id)
    .orderBy('seq')
    .limit(chunks + 1)
    .execute()
  return rows.map((row) => row.body)
}

/** Takes the content away for good, with the key that opened it; what it was, who removed it and why stays. */
export async function markRemoved(
  db: Db,
  id: string,
  mark: Pick<MaterialRecord, 'removedAt' | 'removedBy' | 'removeReason' | 'sealedKey'>,
): Promise<void> {
  await db.deleteFrom('trainingMaterialChunks').where('materialId', '=', id).execute()
  await db.updateTable('trainingMaterials').set(mark).where('id', '=', id).executeTakeFirstOrThrow()
}

/** True for somebody who was asked to come to a session of this training. */
export async function isInvitedTo(db: Db, userId: string, trainingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('trainingPeople')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'trainingPeople.sessionId')
    .select('trainingPeople.userId')
    .where('trainingSessions.trainingId', '=', trainingId)
    .where('trainingPeople.userId', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}
