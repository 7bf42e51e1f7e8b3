import type { CaseId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'
import type { Candidate } from './sources.ts'

const MOST = 100

const mine = (kind: Candidate['kind'], source: string, at: Instant, caseId: string | null = null): Candidate => ({
  ...{ kind, source, at, isMine: true },
  caseId: caseId as CaseId | null,
})

/** What came due of a person's own, and what colleagues left for them: to-dos, follow-ups, notes, hand-overs, calls back. */
export async function ownNews(db: Db, me: string, now: Instant): Promise<Candidate[]> {
  return [
    ...(await dueTodos(db, me, now)),
    ...(await dueFollowUps(db, me, now)),
    ...(await callBacks(db, me)),
    ...(await mentions(db, me)),
    ...(await handOvers(db, me)),
  ]
}

/** At the moment that a person asked to be reminded of, and when it is due. */
async function dueTodos(db: Db, me: string, now: Instant): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const column of ['remindAt', 'dueAt'] as const) {
    const rows = await db
      .selectFrom('todos')
      .select(['id', 'caseId', `${column} as at`])
      .where('userId', '=', me)
      .where('state', '=', 'open')
      .where(column, '<=', now)
      .orderBy(column, 'desc')
      .limit(MOST)
      .execute()
    for (const { id, caseId, at } of rows)
      if (at !== null) found.push(mine('reminder', `${column} ${id} ${at}`, at, caseId))
  }
  return found
}

/** A promise is told by its own clock and is no reminder besides. */
async function dueFollowUps(db: Db, me: string, now: Instant): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('followUps')
    .leftJoin('promises', 'promises.followUpId', 'followUps.id')
    .select(['followUps.id', 'followUps.caseId', 'followUps.kind', 'followUps.dueAt'])
    .where('followUps.ownerId', '=', me)
    .where('followUps.doneAt', 'is', null)
    .where('followUps.dueAt', '<=', now)
    .where('promises.followUpId', 'is', null)
    .orderBy('followUps.dueAt', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ id, caseId, kind, dueAt }) =>
    mine(kind === 'callback' ? 'callBack' : 'reminder', `due ${id} ${dueAt}`, dueAt, caseId),
  )
}

async function callBacks(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('followUps')
    .select(['id', 'caseId', 'createdAt'])
    .where('ownerId', '=', me)
    .where('doneAt', 'is', null)
    .where('kind', '=', 'callback')
    .orderBy('dueAt', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ id, caseId, createdAt }) => mine('callBack', `callBack ${id}`, createdAt, caseId))
}

async function mentions(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('mentions')
    .select(['caseId', 'seq', 'at'])
    .where('userId', '=', me)
    .where('seenAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ caseId, seq, at }) => mine('mention', `mention ${caseId} ${seq}`, at, caseId))
}

async function handOvers(db: Db, me: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('handOvers')
    .select(['id', 'at'])
    .where('toId', '=', me)
    .where('state', '=', 'given')
    .limit(MOST)
    .execute()
  return rows.map(({ id, at }) => mine('handOver', `handOver ${id}`, at))
}
