import { OWED_STATES } from '../../shared/subtasks/words.ts'
import type { Instant } from '../../shared/time.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type NoticeRecord = Row<'deskNotices'>

const MOST_DUE = 1000

/** Which of some sources a person has been told of, or kept from being told of, already. */
export async function knownSources(db: Db, userId: string, sources: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const some of parts(sources)) {
    const rows = await db
      .selectFrom('deskNotices')
      .select('source')
      .where('userId', '=', userId)
      .where('source', 'in', some)
      .execute()
    for (const { source } of rows) known.add(source)
  }
  return known
}

export async function insertNotices(db: Db, rows: readonly NoticeRecord[]): Promise<void> {
  if (rows.length > 0) await bulkInsert(db, 'deskNotices')(rows)
}

export async function countUnread(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom('deskNotices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** When own open cases, sub-tasks and follow-ups are due, up to a moment; more than a thousand of each are no longer told apart. */
export async function ownDueAts(db: Db, userId: string, until: Instant): Promise<Instant[]> {
  const cases = await db
    .selectFrom('cases')
    .select('queueAt as at')
    .where('ownerId', '=', userId)
    .where('isOpen', '=', 1)
    .where('queueAt', '<=', until)
    .orderBy('queueAt')
    .limit(MOST_DUE)
    .execute()
  const followUps = await db
    .selectFrom('followUps')
    .select('dueAt as at')
    .where('ownerId', '=', userId)
    .where('doneAt', 'is', null)
    .where('dueAt', '<=', until)
    .orderBy('dueAt')
    .limit(MOST_DUE)
    .execute()
  const subTasks = await db
    .selectFrom('subTasks')
    .select('dueAt as at')
    .where('assigneeId', '=', userId)
    .where('state', 'in', [...OWED_STATES])
    .where('dueAt', '<=', until)
    .orderBy('dueAt')
    .limit(MOST_DUE)
    .execute()
  return [...cases, ...followUps, ...subTasks].map(({ at }) => at)
}

/** A person's notices, newest first, with the numbers of their cases. */
export async function listNotices(db: Db, userId: string, limit: number) {
  const own = (isRead: boolean) =>
    db
      .selectFrom('deskNotices')
      .leftJoin('cases', 'cases.id', 'deskNotices.caseId')
      .selectAll('deskNotices')
      .select('cases.number as caseNumber')
      .where('deskNotices.userId', '=', userId)
      .where('deskNotices.readAt', isRead ? 'is not' : 'is', null)
      .orderBy('deskNotices.at', 'desc')
      .limit(limit)
      .execute()
  const rows = [...(await own(false)), ...(await own(true))]
  return rows.sort((a, b) => b.at - a.at).slice(0, limit)
}

export async function readAll(db: Db, userId: string, now: Instant): Promise<number> {
  const done = await db
    .updateTable('deskNotices')
    .set({ readAt: now })
    .where('userId', '=', userId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(done.numUpdatedRows)
}

/** The numbers of some cases. */
export async function numbersOf(db: Db, caseIds: readonly string[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>()
  for (const some of parts([...new Set(caseIds)])) {
    const rows = await db.selectFrom('cases').select(['id', 'number']).where('id', 'in', some).execute()
    for (const { id, number } of rows) numbers.set(id, number)
  }
  return numbers
}
