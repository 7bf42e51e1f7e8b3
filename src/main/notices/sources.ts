import type { CaseId } from '../../shared/ids.ts'
import type { NoticeKind } from '../../shared/notices/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { seenFacts, toldTo } from '../cases/escalations.ts'
import { canSee, scopeFor, type Viewer } from '../rules/access.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { copyNews } from './copy-sources.ts'
import { ownNews } from './own-sources.ts'
import { readingNews } from './reading-sources.ts'
import { subTaskNews } from './subtask-sources.ts'

/** Something that a person may have to be told; the source names it so that nobody is told twice. */
export type Candidate = { kind: NoticeKind; source: string; caseId: CaseId | null; isMine: boolean; at: Instant }

/** What is older than this is no news for anybody. */
const NEWS_FOR = DAY
const MOST = 100

/** Everything that happened lately and concerns a person. */
export async function candidatesFor(db: Db, viewer: Viewer, now: Instant): Promise<Candidate[]> {
  const since = now - NEWS_FOR
  const lists = [
    await clockNews(db, viewer),
    await ownBreaches(db, viewer.id),
    await subTaskNews(db, viewer.id, since),
    await assignments(db, viewer.id, since),
    await promiseNews(db, viewer.id),
    await givenTodos(db, viewer.id),
    await ownNews(db, viewer.id, now),
    await readingNews(db, viewer.id, now),
    await copyNews(db, viewer, now),
  ]
  return lists.flat().filter(({ at }) => at > since)
}

async function clockNews(db: Db, viewer: Viewer): Promise<Candidate[]> {
  const scope = scopeFor(viewer, 'cases')
  const told = await toldTo(db, viewer, false, MOST)
  return told
    .filter((one) => canSee(scope, seenFacts(one, viewer.id)))
    .map(({ clockId, percent, reminder, caseId, tells, at }) => ({
      kind: percent >= 100 ? ('breach' as const) : ('warning' as const),
      source: `clock ${clockId} ${percent} ${reminder}`,
      caseId: caseId as CaseId,
      isMine: tells === 'owner',
      at,
    }))
}

/** Limits of one's own cases that have run out: the owner is told, whoever else is told by the policy. */
async function ownBreaches(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('clocks', 'clocks.caseId', 'cases.id')
    .select(['clocks.id', 'clocks.caseId', 'clocks.breachedAt'])
    .where('cases.ownerId', '=', me)
    .where('cases.isOpen', '=', 1)
    .where('clocks.state', '=', 'running')
    .where('clocks.breachedAt', 'is not', null)
    .limit(MOST)
    .execute()
  return rows.map(({ id, caseId, breachedAt }) => ({
    kind: 'breach' as const,
    ...{ source: `clock ${id} 100 0`, caseId: caseId as CaseId, isMine: true, at: breachedAt ?? 0 },
  }))
}

/** Cases that somebody else gave to the person. */
async function assignments(db: Db, me: string, since: Instant): Promise<Candidate[]> {
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'updatedAt'])
    .where('ownerId', '=', me)
    .where('isOpen', '=', 1)
    .orderBy('queueAt')
    .limit(500)
    .execute()
  const fresh = cases.filter(({ updatedAt }) => updatedAt > since).map(({ id }) => id)
  const found: Candidate[] = []
  for (const ids of parts(fresh)) {
    const events = await db
      .selectFrom('caseEvents')
      .select(['caseId', 'seq', 'recordedAt', 'actorId', 'data'])
      .where('caseId', 'in', ids)
      .where('kind', '=', 'assigned')
      .execute()
    for (const { caseId, seq, recordedAt, actorId, data } of events) {
      if (actorId === me || (JSON.parse(data) as { to?: string }).to !== me) continue
      const source = `assigned ${caseId} ${seq}`
      found.push({ kind: 'assigned', source, caseId: caseId as CaseId, isMine: true, at: recordedAt })
    }
  }
  return found
}

async function promiseNews(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('followUps')
    .innerJoin('promises', 'promises.followUpId', 'followUps.id')
    .select(['followUps.id', 'followUps.caseId', 'promises.warnedAt', 'promises.overdueAt', 'promises.termFrom'])
    .where('followUps.ownerId', '=', me)
    .where('followUps.doneAt', 'is', null)
    .orderBy('followUps.dueAt')
    .limit(MOST)
    .execute()
  return rows.flatMap(({ id, caseId, warnedAt, overdueAt, termFrom }) => {
    const at = overdueAt ?? warnedAt
    if (at === null) return []
    const source = `promise ${id} ${termFrom} ${overdueAt === null ? 'soon' : 'late'}`
    return [{ kind: 'promise' as const, source, caseId: caseId as CaseId | null, isMine: true, at }]
  })
}

async function givenTodos(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('todos')
    .select(['id', 'caseId', 'givenAt', 'givenBy'])
    .where('userId', '=', me)
    .where('state', '=', 'open')
    .orderBy('givenAt', 'desc')
    .limit(MOST)
    .execute()
  return rows
    .filter(({ givenBy }) => givenBy !== me)
    .map(({ id, caseId, givenAt }) => ({
      kind: 'todo' as const,
      ...{ source: `todo ${id}`, caseId: caseId as CaseId | null, isMine: true, at: givenAt },
    }))
}
