import type { PostView } from '../../shared/posts/words.ts'
import { USUAL_MINUTES } from '../../shared/posts/words.ts'
import type { Day, Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type PostRecord = Row<'posts'>

const withNames = (db: Db) =>
  db
    .selectFrom('posts')
    .leftJoin('users as recorder', 'recorder.id', 'posts.recordedBy')
    .leftJoin('users as answerer', 'answerer.id', 'posts.answeredBy')
    .leftJoin('members', 'members.id', 'posts.memberId')
    .leftJoin('cases', 'cases.id', 'posts.caseId')
    .selectAll('posts')
    .select(['recorder.name as recorderName', 'answerer.name as answererName', 'members.name as memberName'])
    .select('cases.number as caseNumber')

export type NamedPost = Awaited<ReturnType<typeof listPosts>>[number]

/** Posts of a view: what waits by the end of its limit, the rest newest first. */
export async function listPosts(db: Db, view: PostView, now: Instant, limit: number) {
  let query = withNames(db).limit(limit)
  if (view === 'open' || view === 'late') {
    query = query.where('posts.answeredAt', 'is', null).where('dismissed', 'is', null)
    query = query.orderBy('dueAt').orderBy('posts.id')
  } else query = query.orderBy('postedAt', 'desc').orderBy('posts.id')
  if (view === 'open') query = query.where('posts.caseId', 'is', null)
  if (view === 'late') query = query.where('dueAt', '<', now)
  if (view === 'answered') query = query.where('posts.answeredAt', 'is not', null)
  if (view === 'converted') query = query.where('posts.caseId', 'is not', null)
  return query.execute()
}

export async function findNamedPost(db: Db, id: string) {
  return withNames(db).where('posts.id', '=', id).executeTakeFirst()
}

export async function findPost(db: Db, id: string): Promise<PostRecord | undefined> {
  return db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findPostByLink(db: Db, link: string): Promise<string | undefined> {
  return (await db.selectFrom('posts').select('author').where('link', '=', link).executeTakeFirst())?.author
}

export async function insertPost(db: Db, row: PostRecord): Promise<void> {
  await db.insertInto('posts').values(row).execute()
}

export async function updatePost(db: Db, id: string, change: Partial<PostRecord>): Promise<void> {
  await db.updateTable('posts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** How many posts wait for an answer, and how many of them too long. */
export async function countWaiting(db: Db, now: Instant): Promise<{ open: number; late: number }> {
  const waiting = () =>
    db
      .selectFrom('posts')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('answeredAt', 'is', null)
      .where('dismissed', 'is', null)
  const open = await waiting().where('caseId', 'is', null).executeTakeFirstOrThrow()
  const late = await waiting().where('dueAt', '<', now).executeTakeFirstOrThrow()
  return { open: Number(open.count), late: Number(late.count) }
}

export async function limitMinutes(db: Db): Promise<number> {
  const row = await db.selectFrom('postLimits').select('minutes').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.minutes ?? USUAL_MINUTES
}

export async function insertLimit(db: Db, row: Row<'postLimits'>): Promise<void> {
  await db
    .insertInto('postLimits')
    .values(row)
    .onConflict((conflict) => conflict.column('at').doUpdateSet({ minutes: row.minutes, setBy: row.setBy }))
    .execute()
}

export async function hasMember(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('members').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Complaints that came by each channel in a stretch of time, by the customers' own times. */
export async function enteredByChannel(db: Db, from: Instant, to: Instant): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select(['channel', (eb) => eb.fn.countAll<number>().as('count')])
    .where('kind', '=', 'complaint')
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .groupBy('channel')
    .execute()
  return new Map(rows.map(({ channel, count }) => [channel, Number(count)]))
}

export type CheckRecord = Row<'channelChecks'>

export async function checksOf(db: Db, day: Day) {
  return db
    .selectFrom('channelChecks')
    .leftJoin('users as counter', 'counter.id', 'channelChecks.countedBy')
    .leftJoin('users as closer', 'closer.id', 'channelChecks.closedBy')
    .selectAll('channelChecks')
    .select(['counter.name as counterName', 'closer.name as closerName'])
    .where('day', '=', day)
    .execute()
}

export async function findCheck(db: Db, day: Day, channel: string): Promise<CheckRecord | undefined> {
  return db
    .selectFrom('channelChecks')
    .selectAll()
    .where('day', '=', day)
    .where('channel', '=', channel)
    .executeTakeFirst()
}

/** Puts a count in place of the one before it. */
export async function saveCount(db: Db, row: CheckRecord): Promise<void> {
  const { day: _day, channel: _channel, ...rest } = row
  await db
    .insertInto('channelChecks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['day', 'channel']).doUpdateSet(rest))
    .execute()
}

export async function closeCheck(db: Db, row: Pick<CheckRecord, 'day' | 'channel'>, change: Partial<CheckRecord>) {
  await db
    .updateTable('channelChecks')
    .set(change)
    .where('day', '=', row.day)
    .where('channel', '=', row.channel)
    .executeTakeFirstOrThrow()
}

/** Counts of days before one whose check is not closed, oldest first. */
export async function uncheckedBefore(db: Db, day: Day): Promise<Pick<CheckRecord, 'day' | 'channel' | 'received'>[]> {
  return db
    .selectFrom('channelChecks')
    .select(['day', 'channel', 'received'])
    .where('closedAt', 'is', null)
    .where('day', '<', day)
    .orderBy('day')
    .orderBy('channel')
    .limit(500)
    .execute()
}
