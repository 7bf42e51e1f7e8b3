import { DEFAULT_TRUST, type TrustSettings, trustSettings } from '../../shared/trust/model.ts'
import { readSetting, saveSetting } from '../store/setting.ts'
import type { Db } from '../store/types.ts'

const KEY = 'trust'

/** What a manager set about data security; the usual values until then. */
export async function readTrust(db: Db): Promise<TrustSettings> {
  const value = await readSetting(db, KEY)
  return value === undefined ? DEFAULT_TRUST : trustSettings.parse(value)
}

export async function writeTrust(db: Db, settings: TrustSettings): Promise<void> {
  await saveSetting(db, KEY, settings)
}
