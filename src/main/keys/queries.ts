import type { Db } from '../store/types.ts'

const AT_ONCE = 200

/** When the data key was last renewed, or undefined when it is the first. */
export function lastRenewal(db: Db): Promise<number | undefined> {
  return lastDone(db, 'keys.renew')
}

/** When the recovery key was last renewed, or undefined when it is the first. */
export function lastRecoveryRenewal(db: Db): Promise<number | undefined> {
  return lastDone(db, 'keys.renewRecovery')
}

async function lastDone(db: Db, call: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit')
    .select('at')
    .where('call', '=', call)
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/** How many files are sealed with a key that is wrapped by the data key. */
export async function countSealed(db: Db): Promise<number> {
  const evidence = await db
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sealedKey', '!=', '')
    .executeTakeFirstOrThrow()
  const files = await db
    .selectFrom('sealedFiles')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sealedKey', '!=', '')
    .executeTakeFirstOrThrow()
  const materials = await db
    .selectFrom('trainingMaterials')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sealedKey', '!=', '')
    .executeTakeFirstOrThrow()
  return Number(evidence.n) + Number(files.n) + Number(materials.n)
}

export const evidenceAfter = (db: Db, id: string) =>
  db.selectFrom('evidence').selectAll().where('id', '>', id).orderBy('id').limit(AT_ONCE).execute()

export const materialsAfter = (db: Db, id: string) =>
  db.selectFrom('trainingMaterials').selectAll().where('id', '>', id).orderBy('id').limit(AT_ONCE).execute()

export const filesAfter = (db: Db, memberId: string) =>
  db
    .selectFrom('sealedFiles')
    .select(['memberId', 'requestId', 'sealedKey'])
    .where('memberId', '>', memberId)
    .orderBy('memberId')
    .limit(AT_ONCE)
    .execute()

export const unfinishedExportKeys = (db: Db) => db.selectFrom('unfinishedExports').select(['id', 'sealedKey']).execute()

export async function setUnfinishedExportKey(db: Db, id: string, sealedKey: string): Promise<void> {
  await db.updateTable('unfinishedExports').set({ sealedKey }).where('id', '=', id).execute()
}

export async function setEvidenceKey(db: Db, id: string, sealedKey: string): Promise<void> {
  await db.updateTable('evidence').set({ sealedKey }).where('id', '=', id).execute()
}

export async function setMaterialKey(db: Db, id: string, sealedKey: string): Promise<void> {
  await db.updateTable('trainingMaterials').set({ sealedKey }).where('id', '=', id).execute()
}

export async function setFileKey(db: Db, memberId: string, sealedKey: string): Promise<void> {
  await db.updateTable('sealedFiles').set({ sealedKey }).where('memberId', '=', memberId).execute()
}

export const signingKeysOf = (db: Db) => db.selectFrom('signingKeys').select(['id', 'sealedSecret']).execute()

export async function setSigningKey(db: Db, id: string, sealedSecret: string): Promise<void> {
  await db.updateTable('signingKeys').set({ sealedSecret }).where('id', '=', id).execute()
}
