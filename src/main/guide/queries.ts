import { type Calendar, calendar } from '../../shared/calendars/model.ts'
import type { Db } from '../store/types.ts'

/** Whether there is any member on file. */
export async function hasMembers(db: Db): Promise<boolean> {
  return (await db.selectFrom('members').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Whether more than one person may sign in. */
export async function hasColleagues(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').where('status', '=', 'active').limit(2).execute()).length > 1
}

export async function calendarsKept(db: Db): Promise<Calendar[]> {
  const rows = await db.selectFrom('calendars').select('body').execute()
  return rows.map(({ body }) => calendar.parse(JSON.parse(body)))
}
