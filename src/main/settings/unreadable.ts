import type { KeptName } from '../../shared/settings/contract.ts'
import { PLAN_SETTING } from '../backups/plan-setting.ts'
import { DESK_SETTING } from '../session/queries.ts'
import { isUnreadable, type Setting } from '../store/setting.ts'
import type { Db } from '../store/types.ts'
import { TRUST_SETTING } from '../trust/settings.ts'
import { SPECIALISTS_SETTING } from '../workflow/proposal.ts'

/** What a manager set for everybody. The time of the last routing sweep is the desk's own: the next sweep writes it anew. */
const SET_BY_MANAGERS: Record<Exclude<KeptName, 'personal'>, Setting<unknown>> = {
  desk: DESK_SETTING,
  trust: TRUST_SETTING,
  backups: PLAN_SETTING,
  specialists: SPECIALISTS_SETTING,
}

/** The settings of the whole desk that cannot be read and stand at their usual values until they are saved again. */
export async function unreadableSettings(db: Db): Promise<KeptName[]> {
  const names: KeptName[] = []
  for (const name of ['desk', 'trust', 'backups', 'specialists'] as const) {
    if (await isUnreadable(db, SET_BY_MANAGERS[name])) names.push(name)
  }
  return names
}
