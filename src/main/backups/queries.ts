import type { BackupPlan } from '../../shared/backups/model.ts'
import type { Instant } from '../../shared/time.ts'
import { readSetting, saveSetting } from '../store/setting.ts'
import type { Db, Row } from '../store/types.ts'
import { PLAN_SETTING } from './plan-setting.ts'

export type BackupRecord = Row<'backups'>

/** The plan, also one that was stopped; null when none was ever made. */
export async function readPlan(db: Db): Promise<BackupPlan | null> {
  return readSetting(db, PLAN_SETTING)
}

export async function savePlan(db: Db, plan: BackupPlan): Promise<void> {
  await saveSetting(db, PLAN_SETTING.key, plan)
}

/** Backups in the order in which they were made, the newest first, also when a clock was set back. */
export function newestBackups(db: Db, limit: number): Promise<BackupRecord[]> {
  return db.selectFrom('backups').selectAll().orderBy('seq', 'desc').limit(limit).execute()
}

/** Those of which the file should be there, the newest first. */
export function standingBackups(db: Db): Promise<BackupRecord[]> {
  return db
    .selectFrom('backups')
    .selectAll()
    .where('outcome', '=', 'done')
    .where('removedAt', 'is', null)
    .orderBy('seq', 'desc')
    .execute()
}

/** The names that backups in a folder ever had. */
export async function namesIn(db: Db, folder: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('backups').select('fileName').where('folder', '=', folder).execute()
  return new Set(rows.map(({ fileName }) => fileName))
}

export async function findBackup(db: Db, id: string): Promise<BackupRecord | undefined> {
  return db.selectFrom('backups').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Puts a backup on record, as the one made last. */
export async function insertBackup(db: Db, row: Omit<BackupRecord, 'seq'>): Promise<BackupRecord> {
  const [newest] = await newestBackups(db, 1)
  const made = { ...row, seq: (newest?.seq ?? 0) + 1 }
  await db.insertInto('backups').values(made).execute()
  return made
}

export async function markRemoved(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('backups').set({ removedAt: now }).where('id', '=', id).execute()
}
