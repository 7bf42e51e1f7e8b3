import { type PersonalSettings, personalSettings } from '../../shared/settings/personal.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

/** What a person likes of the desk; the desk's own ways for whoever never said anything. */
export async function readPersonal(db: Db, userId: string): Promise<PersonalSettings> {
  const row = await db.selectFrom('personalSettings').select('body').where('userId', '=', userId).executeTakeFirst()
  return personalSettings.parse(row ? JSON.parse(row.body) : {})
}

/** Keeps what a person likes, in place of what was kept before. */
export async function savePersonal(db: Db, userId: string, wanted: PersonalSettings, now: Instant): Promise<void> {
  const row = { body: JSON.stringify(wanted), updatedAt: now }
  await db
    .insertInto('personalSettings')
    .values({ userId, ...row })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
    .execute()
}
