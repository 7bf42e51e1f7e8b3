import { type PersonalSettings, personalSettings } from '../../shared/settings/personal.ts'
import type { Instant } from '../../shared/time.ts'
import { readKept, UNREADABLE } from '../store/setting.ts'
import type { Db } from '../store/types.ts'
import { keptPersonal } from './kept-personal.ts'

/** What a person likes of the desk; the desk's own ways for whoever never said anything, or whose words cannot be read. */
export async function readPersonal(db: Db, userId: string): Promise<PersonalSettings> {
  const kept = await readRow(db, userId)
  return kept === undefined || kept === UNREADABLE ? personalSettings.parse({}) : kept
}

/** True when something is kept for a person that cannot be read. */
export async function isPersonalUnreadable(db: Db, userId: string): Promise<boolean> {
  return (await readRow(db, userId)) === UNREADABLE
}

async function readRow(db: Db, userId: string): Promise<PersonalSettings | undefined | typeof UNREADABLE> {
  const row = await db.selectFrom('personalSettings').select('body').where('userId', '=', userId).executeTakeFirst()
  return readKept(row?.body, keptPersonal)
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
