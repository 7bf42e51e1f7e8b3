import { coversYear } from '../../shared/guide/rules.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { PLAN_SETTING } from '../backups/plan-setting.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { dayAt } from '../rules/zone.ts'
import { readSetting } from '../store/setting.ts'
import { calendarsKept, hasColleagues, hasMembers } from './queries.ts'

export const guide: FeatureHandlers<'guide'> = {
  standing: async ({ db, now }) => ({
    members: await hasMembers(db),
    colleagues: await hasColleagues(db),
    calendar: coversYear(await calendarsKept(db), dayAt(DESK_ZONE, now)),
    backups: (await readSetting(db, PLAN_SETTING))?.isOn ?? false,
  }),
}
