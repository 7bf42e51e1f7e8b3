import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type TodoRecord = Row<'todos'>
export type HandOverRecord = Row<'handOvers'>

export async function insertTodo(db: Db, row: TodoRecord): Promise<void> {
  await db.insertInto('todos').values(row).execute()
}

export async function findTodo(db: Db, id: string): Promise<TodoRecord | undefined> {
  return db.selectFrom('todos').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateTodo(db: Db, id: string, change: Partial<TodoRecord>): Promise<void> {
  await db.updateTable('todos').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export type TodoFilter = { userId?: string; givenBy?: string; sourceId?: string; withEnded: boolean; limit: number }

/** To-dos of a person, of a giver or of a source; the open ones first, the next due before the others. */
export async function listTodos(db: Db, filter: TodoFilter): Promise<TodoRecord[]> {
  const { userId, givenBy, sourceId, withEnded, limit } = filter
  let query = db.selectFrom('todos').selectAll()
  if (userId !== undefined) query = query.where('userId', '=', userId)
  if (givenBy !== undefined) query = query.where('givenBy', '=', givenBy).where('userId', '!=', givenBy)
  if (sourceId !== undefined) query = query.where('sourceId', '=', sourceId)
  if (!withEnded) query = query.where('state', '=', 'open')
  const rows = await query.orderBy('givenAt', 'desc').orderBy('id').limit(limit).execute()
  const isEnded = ({ state }: TodoRecord) => (state === 'open' ? 0 : 1)
  const due = ({ dueAt }: TodoRecord) => dueAt ?? Number.MAX_SAFE_INTEGER
  return rows.sort((a, b) => isEnded(a) - isEnded(b) || due(a) - due(b) || a.givenAt - b.givenAt)
}

/** What stands beside a to-do: the number of its case, the name of its member. */
export async function subjectsOf(db: Db, rows: readonly TodoRecord[]) {
  const ids = <T>(list: readonly (T | null)[]) => [...new Set(list.filter((id) => id !== null))]
  const caseIds = ids(rows.map(({ caseId }) => caseId))
  const memberIds = ids(rows.map(({ memberId }) => memberId))
  const cases =
    caseIds.length === 0
      ? []
      : await db.selectFrom('cases').select(['id', 'number']).where('id', 'in', caseIds).execute()
  const members =
    memberIds.length === 0
      ? []
      : await db.selectFrom('members').select(['id', 'name']).where('id', 'in', memberIds).execute()
  return {
    numbers: new Map(cases.map(({ id, number }) => [id, number])),
    members: new Map(members.map(({ id, name }) => [id, name])),
  }
}

export async function memberIdByCard(db: Db, cardNo: string): Promise<string | undefined> {
  return (await db.selectFrom('members').select('id').where('cardNo', '=', cardNo).executeTakeFirst())?.id
}

/** The open promises of a person: follow-ups of cases and calls back. */
export async function promisesOf(db: Db, ownerId: string, limit: number) {
  return db
    .selectFrom('followUps')
    .leftJoin('cases', 'cases.id', 'followUps.caseId')
    .select(['followUps.text', 'followUps.dueAt', 'cases.number as caseNumber'])
    .where('followUps.ownerId', '=', ownerId)
    .where('followUps.doneAt', 'is', null)
    .orderBy('followUps.dueAt')
    .orderBy('followUps.id')
    .limit(limit)
    .execute()
}

/** The open cases of a person, the next limit first. */
export async function openCaseIds(db: Db, ownerId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('ownerId', '=', ownerId)
    .where('isOpen', '=', 1)
    .orderBy('queueAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of some cases are reports of misconduct. */
export async function restrictedOf(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', [...ids])
    .where('isRestricted', '=', 1)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertHandOver(db: Db, row: HandOverRecord): Promise<void> {
  await db.insertInto('handOvers').values(row).execute()
}

export async function findHandOver(db: Db, id: string): Promise<HandOverRecord | undefined> {
  return db.selectFrom('handOvers').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateHandOver(db: Db, id: string, change: Partial<HandOverRecord>): Promise<void> {
  await db.updateTable('handOvers').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What a person gave and got, newest first. */
export async function handOversOf(db: Db, userId: string, limit: number): Promise<HandOverRecord[]> {
  const side = (column: 'fromId' | 'toId') =>
    db.selectFrom('handOvers').selectAll().where(column, '=', userId).orderBy('at', 'desc').limit(limit).execute()
  const rows = [...(await side('fromId')), ...(await side('toId'))]
  return rows.sort((a, b) => b.at - a.at).slice(0, limit)
}

const countOf = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number }> }) =>
  Number((await query.executeTakeFirstOrThrow()).count)

/** What waits for a person at a moment, and when the next of it comes. */
export async function waitingFor(db: Db, userId: string, now: Instant) {
  const open = () => db.selectFrom('todos').where('userId', '=', userId).where('state', '=', 'open')
  const counted = () => open().select(({ fn }) => fn.countAll<number>().as('count'))
  const reminders = await open()
    .select(['id', 'title', 'dueAt'])
    .where('remindAt', '<=', now)
    .orderBy('remindAt')
    .limit(20)
    .execute()
  const nextReminder = await open()
    .select('remindAt as at')
    .where('remindAt', '>', now)
    .orderBy('remindAt')
    .executeTakeFirst()
  const nextDue = await open().select('dueAt as at').where('dueAt', '>=', now).orderBy('dueAt').executeTakeFirst()
  const next = [nextReminder?.at, nextDue?.at].flatMap((at) => at ?? [])
  return {
    open: await countOf(counted()),
    overdue: await countOf(counted().where('dueAt', '<', now)),
    reminders,
    handOvers: await countOf(
      db
        .selectFrom('handOvers')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('toId', '=', userId)
        .where('state', '=', 'given'),
    ),
    minutes: await countOf(
      db
        .selectFrom('meetingPeople')
        .innerJoin('meetings', 'meetings.id', 'meetingPeople.meetingId')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('meetingPeople.userId', '=', userId)
        .where('meetingPeople.acknowledgedAt', 'is', null)
        .where('meetingPeople.isPresent', '=', 0)
        .where('meetings.state', '=', 'published'),
    ),
    nextAt: next.length === 0 ? null : Math.min(...next) + 1,
  }
}
