import { DEFAULT_TRUST, type TrustSettings, trustSettings } from '../../shared/trust/model.ts'
import { readSetting, type Setting, saveSetting } from '../store/setting.ts'
import type { Db } from '../store/types.ts'

export const TRUST_SETTING: Setting<TrustSettings> = { key: 'trust', schema: trustSettings, usual: DEFAULT_TRUST }

/** What a manager set about data security; the usual values until then. */
export async function readTrust(db: Db): Promise<TrustSettings> {
  return readSetting(db, TRUST_SETTING)
}

export async function writeTrust(db: Db, settings: TrustSettings): Promise<void> {
  await saveSetting(db, TRUST_SETTING.key, settings)
}
