import { type RetentionRules, retentionRules, SHIPPED_RULES } from '../../shared/retention/schedule.ts'
import type { Db, Row } from '../store/types.ts'

export type Schedule = Pick<Row<'retentionSchedules'>, 'version' | 'reason'> & {
  rules: RetentionRules
  savedAt: number | null
  savedBy: string | null
}

/** The newest schedule; before anybody saved one, the one that comes with the program. */
export async function presentSchedule(db: Db): Promise<Schedule> {
  const row = await db
    .selectFrom('retentionSchedules')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, rules: SHIPPED_RULES, savedAt: null, savedBy: null, reason: '' }
  const { body, ...rest } = row
  return { ...rest, rules: retentionRules.parse(JSON.parse(body)) }
}
