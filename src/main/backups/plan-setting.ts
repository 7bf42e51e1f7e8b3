import { z } from 'zod'
import { type BackupPlan, backupPlan } from '../../shared/backups/model.ts'
import type { Setting } from '../store/setting.ts'

/** The plan, also one that was stopped; null when none was ever made. */
export const PLAN_SETTING: Setting<BackupPlan | null> = {
  key: 'backups',
  // Plans were once dropped when they were stopped, and said nothing of being on.
  schema: backupPlan.extend({ isOn: z.boolean().default(true) }).nullable(),
  usual: null,
}
