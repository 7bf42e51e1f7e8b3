import type { SubTaskState } from '../../shared/subtasks/words.ts'
import type { Db, Row } from '../store/types.ts'

export type SubTaskRecord = Row<'subTasks'>

export async function insertSubTask(db: Db, row: SubTaskRecord): Promise<void> {
  await db.insertInto('subTasks').values(row).execute()
}

export async function findSubTask(db: Db, id: string): Promise<SubTaskRecord | undefined> {
  return db.selectFrom('subTasks').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function subTasksOf(db: Db, caseId: string): Promise<SubTaskRecord[]> {
  return db.selectFrom('subTasks').selectAll().where('caseId', '=', caseId).orderBy('place').execute()
}

export async function updateSubTask(db: Db, id: string, change: Partial<SubTaskRecord>): Promise<void> {
  await db.updateTable('subTasks').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export type ListFilter = {
  list: 'mine' | 'department' | 'asked'
  userId: string
  department: string | null
  states: readonly SubTaskState[]
  limit: number
}

/** Sub-tasks that concern one person, or that lie with a department and nobody has accepted, by their due time. */
export async function listSubTasks(db: Db, filter: ListFilter): Promise<SubTaskRecord[]> {
  const { list, userId, department, states, limit } = filter
  let query = db
    .selectFrom('subTasks')
    .selectAll()
    .where('state', 'in', [...states])
  if (list === 'mine') query = query.where('assigneeId', '=', userId)
  else if (list === 'asked') query = query.where('requestedBy', '=', userId)
  else query = query.where('assigneeId', 'is', null)
  if (department !== null) query = query.where('department', '=', department)
  return query.orderBy('dueAt').orderBy('id').limit(limit).execute()
}

export type CaseOfTask = Pick<Row<'cases'>, 'id' | 'number' | 'kind' | 'title' | 'isOpen' | 'ownerId' | 'isRestricted'>

/** What the lines of a list say about their cases. */
export async function casesOfTasks(db: Db, tasks: readonly SubTaskRecord[]): Promise<Map<string, CaseOfTask>> {
  const ids = [...new Set(tasks.map(({ caseId }) => caseId))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number', 'kind', 'title', 'isOpen', 'ownerId', 'isRestricted'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
