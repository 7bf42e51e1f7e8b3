import type { MemberId, PolicyId } from '../../../shared/ids.ts'
import { tierPolicy } from '../../../shared/tiers/model.ts'
import type { TierRun } from '../../../shared/tiers/views.ts'
import { membersIn } from '../../members/reach.ts'
import { remembered } from '../../policies/remembered.ts'
import type { MemberScope } from '../../rules/access.ts'
import type { Db, Row } from '../../store/types.ts'

const parse = remembered((text) => tierPolicy.parse(JSON.parse(text)))

export type PastRow = Row<'tierChanges'> & { actorName: string | null }

/** A member's tier changes, newest first. */
export async function listChanges(db: Db, memberId: MemberId): Promise<PastRow[]> {
  return db
    .selectFrom('tierChanges')
    .leftJoin('users', 'users.id', 'tierChanges.actorId')
    .selectAll('tierChanges')
    .select('users.name as actorName')
    .where('tierChanges.memberId', '=', memberId)
    .orderBy('tierChanges.at', 'desc')
    .orderBy('tierChanges.id', 'desc')
    .execute()
}

export async function listRuns(db: Db, limit: number): Promise<TierRun[]> {
  const rows = await db
    .selectFrom('tierRuns')
    .innerJoin('policies', 'policies.id', 'tierRuns.policyId')
    .leftJoin('users', 'users.id', 'tierRuns.actorId')
    .selectAll('tierRuns')
    .select(['users.name as actorName', 'policies.body'])
    .orderBy('tierRuns.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ actorId, actorName, policyId, body, ...row }) => ({
    ...row,
    actorName: actorName ?? actorId,
    policyId: policyId as PolicyId,
    policyName: parse(body).name,
  }))
}

export async function findRun(db: Db, id: string): Promise<Row<'tierRuns'> | undefined> {
  return db.selectFrom('tierRuns').selectAll().where('id', '=', id).executeTakeFirst()
}

export type RunChange = Row<'tierChanges'> & { card: string; name: string }

/** Changes of a run with their members, as far as those lie within the scope. */
function changesOf(db: Db, scope: MemberScope, runId: string) {
  return membersIn(db, scope)
    .innerJoin('tierChanges', 'tierChanges.memberId', 'members.id')
    .where('tierChanges.runId', '=', runId)
}

/** How many changes of a run are of members within the scope. */
export async function countRunChanges(db: Db, scope: MemberScope, runId: string): Promise<number> {
  const row = await changesOf(db, scope, runId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Changes of a run by their ids, after one of them. */
export async function readRunChanges(
  db: Db,
  scope: MemberScope,
  runId: string,
  { after, limit }: { after: string; limit: number },
): Promise<RunChange[]> {
  return changesOf(db, scope, runId)
    .selectAll('tierChanges')
    .select(['members.cardNo as card', 'members.name'])
    .where('tierChanges.id', '>', after)
    .orderBy('tierChanges.id')
    .limit(limit)
    .execute()
}

export async function insertChange(db: Db, row: Row<'tierChanges'>): Promise<void> {
  await db.insertInto('tierChanges').values(row).execute()
}
