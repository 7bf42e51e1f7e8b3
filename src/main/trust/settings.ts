import { DEFAULT_TRUST, type TrustSettings, trustSettings } from '../../shared/trust/model.ts'
import type { Db } from '../store/types.ts'

const KEY = 'trust'

/** What a manager set about data security; the usual values until then. */
export async function readTrust(db: Db): Promise<TrustSettings> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  return row ? trustSettings.parse(JSON.parse(row.value)) : DEFAULT_TRUST
}

export async function writeTrust(db: Db, settings: TrustSettings): Promise<void> {
  const value = JSON.stringify(settings)
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
