import type { Db } from './types.ts'

/** What is kept under a name for the whole store, as JSON reads it; undefined where nothing was kept yet. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row && JSON.parse(row.value)
}

/** Keeps a value under a name, in place of what was kept there before. */
export async function saveSetting(db: Db, key: string, content: unknown): Promise<void> {
  const value = JSON.stringify(content)
  await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
