import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DEFAULT_SETTINGS, type DeskSettings, deskSettings } from '../../shared/settings/contract.ts'
import { readSetting, type Setting } from '../store/setting.ts'
import type { Db, Row } from '../store/types.ts'

export type Meta = { storeId: string; createdAt: number; isDemo: boolean }

export async function readMeta(db: Db): Promise<Meta> {
  const rows = await db.selectFrom('meta').selectAll().execute()
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  return {
    storeId: found(value('storeId'), 'store'),
    createdAt: Number(value('createdAt') ?? 0),
    isDemo: value('demo') === '1',
  }
}

export async function insertMeta(db: Db, meta: Meta): Promise<void> {
  const rows = { storeId: meta.storeId, createdAt: String(meta.createdAt), demo: meta.isDemo ? '1' : '0' }
  await db
    .insertInto('meta')
    .values(Object.entries(rows).map(([key, value]) => ({ key, value })))
    .execute()
}

export async function findUser(db: Db, id: string): Promise<(Row<'users'> & { id: UserId }) | undefined> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, id: row.id as UserId }
}

export async function noteSignIn(db: Db, id: string, at: number): Promise<void> {
  await db.updateTable('users').set({ lastSignInAt: at }).where('id', '=', id).execute()
}

export async function clearMustChange(db: Db, id: string): Promise<void> {
  await db.updateTable('users').set({ mustChangePassword: 0 }).where('id', '=', id).execute()
}

export async function insertSigningKey(db: Db, key: Row<'signingKeys'>): Promise<void> {
  await db.insertInto('signingKeys').values(key).execute()
}

/** The sealed signing key in use, as it is stored. */
export async function findSigningKey(db: Db): Promise<string> {
  const row = await db
    .selectFrom('signingKeys')
    .select('sealedSecret')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found(row?.sealedSecret, 'signingKey')
}

export const DESK_SETTING: Setting<DeskSettings> = { key: 'desk', schema: deskSettings, usual: DEFAULT_SETTINGS }

/** The settings of the whole desk; the usual ones until a manager changed them. */
export async function readSettings(db: Db): Promise<DeskSettings> {
  return readSetting(db, DESK_SETTING)
}
