import type { CaseId } from '../../shared/ids.ts'
import { OWED_STATES } from '../../shared/subtasks/words.ts'
import type { Instant } from '../../shared/time.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'
import type { Candidate } from './sources.ts'

const MOST = 100

type Task = Pick<Row<'subTasks'>, 'id' | 'caseId'>

/** S2-36 S2-117: sub-tasks that came to a person since a moment, and those of theirs whose limit has run out. */
export async function subTaskNews(db: Db, me: string, since: Instant): Promise<Candidate[]> {
  const tasks = await db
    .selectFrom('subTasks')
    .select(['id', 'caseId'])
    .where('assigneeId', '=', me)
    .where('state', 'in', [...OWED_STATES])
    .orderBy('dueAt')
    .limit(MOST)
    .execute()
  return [...(await given(db, tasks, me, since)), ...(await breaches(db, tasks))]
}

/** Asked for, handed on or sent back by somebody else. */
async function given(db: Db, tasks: readonly Task[], me: string, since: Instant): Promise<Candidate[]> {
  const own = new Set(tasks.map(({ id }) => id))
  const found: Candidate[] = []
  for (const some of parts([...new Set(tasks.map(({ caseId }) => caseId))])) {
    const events = await db
      .selectFrom('caseEvents')
      .select(['caseId', 'seq', 'recordedAt', 'actorId', 'data'])
      .where('caseId', 'in', some)
      .where('kind', '=', 'subTask')
      .where('recordedAt', '>', since)
      .execute()
    for (const { caseId, seq, recordedAt, actorId, data } of events) {
      const { subTaskId, assigneeId } = JSON.parse(data) as { subTaskId?: string; assigneeId?: string | null }
      if (actorId === me || assigneeId !== me || !own.has(subTaskId ?? '')) continue
      const source = `subTask ${caseId} ${seq}`
      found.push({ kind: 'todo', source, caseId: caseId as CaseId, isMine: true, at: recordedAt })
    }
  }
  return found
}

/** The same sources as those of warnings, so that nobody is told twice. */
async function breaches(db: Db, tasks: readonly Task[]): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const some of parts(tasks)) {
    const rows = await db
      .selectFrom('clocks')
      .select(['id', 'caseId', 'breachedAt'])
      .where(
        'caseId',
        'in',
        some.map(({ caseId }) => caseId),
      )
      .where(
        'item',
        'in',
        some.map(({ id }) => id),
      )
      .where('state', '=', 'running')
      .where('breachedAt', 'is not', null)
      .execute()
    for (const { id, caseId, breachedAt } of rows) {
      const source = `clock ${id} 100 0`
      found.push({ kind: 'breach', source, caseId: caseId as CaseId, isMine: true, at: breachedAt ?? 0 })
    }
  }
  return found
}
