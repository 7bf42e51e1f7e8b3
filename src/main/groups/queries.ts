import { inReach, isNarrow, membersIn } from '../members/reach.ts'
import { LIST_COLUMNS, type ListRow } from '../members/rows.ts'
import type { MemberScope } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'

export type GroupRecord = Row<'targetGroups'>
export type RunRecord = Row<'targetRuns'>

export async function listGroups(db: Db): Promise<GroupRecord[]> {
  return db.selectFrom('targetGroups').selectAll().orderBy('name').limit(500).execute()
}

export async function findGroup(db: Db, id: string): Promise<GroupRecord | undefined> {
  return db.selectFrom('targetGroups').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findGroupByName(db: Db, name: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('targetGroups').select('id').where('name', '=', name).executeTakeFirst()
}

export async function insertGroup(db: Db, row: GroupRecord): Promise<void> {
  await db.insertInto('targetGroups').values(row).execute()
}

export async function updateGroup(db: Db, id: string, change: Partial<GroupRecord>): Promise<void> {
  await db.updateTable('targetGroups').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function lastRun(db: Db, groupId: string): Promise<RunRecord | undefined> {
  return db
    .selectFrom('targetRuns')
    .selectAll()
    .where('groupId', '=', groupId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertRun(db: Db, row: RunRecord): Promise<void> {
  await db.insertInto('targetRuns').values(row).execute()
}

export async function updateRun(db: Db, id: string, change: Partial<RunRecord>): Promise<void> {
  await db.updateTable('targetRuns').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function runExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('targetRuns').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Members of one choice in the order of their ids, from one on. */
export async function membersOfRun(
  db: Db,
  scope: MemberScope,
  runId: string,
  after: string,
  limit: number,
): Promise<ListRow[]> {
  const chosen = db
    .selectFrom('targetMembers')
    .innerJoin('members', 'members.id', 'targetMembers.memberId')
    .select(LIST_COLUMNS)
    .where('targetMembers.runId', '=', runId)
    .where('targetMembers.memberId', '>', after)
    .orderBy('targetMembers.memberId')
    .limit(limit)
  return (isNarrow(scope) ? chosen.where((eb) => inReach(eb, scope)) : chosen).execute()
}

export async function membersByIds(db: Db, scope: MemberScope, ids: readonly string[]): Promise<ListRow[]> {
  if (ids.length === 0) return []
  return membersIn(db, scope)
    .select(LIST_COLUMNS)
    .where('id', 'in', [...ids])
    .execute()
}
