import type { PolicyDeed, PolicyKind } from '../../shared/policies/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

/** A policy as cases are opened under it, with who made it. */
export type ActiveRow = Row<'policies'> & { createdByName: string | null }

export type VersionRow = Row<'policyVersions'> & { authorName: string }

/** Policies that were put in force or on offer, of one kind or of all; the one that counts first before those it replaced. */
export async function activeRows(db: Db, kind?: PolicyKind): Promise<ActiveRow[]> {
  let query = db
    .selectFrom('policies')
    .leftJoin('users', 'users.id', 'policies.createdBy')
    .selectAll('policies')
    .select('users.name as createdByName')
  if (kind !== undefined) query = query.where('policies.kind', '=', kind)
  return query
    .orderBy('policies.kind')
    .orderBy('policies.effectiveFrom', 'desc')
    .orderBy('policies.version', 'desc')
    .orderBy('policies.id')
    .execute()
}

/** Versions that were drafted here, newest first. */
export async function versionRows(db: Db, kind?: PolicyKind): Promise<VersionRow[]> {
  let query = db
    .selectFrom('policyVersions')
    .innerJoin('users', 'users.id', 'policyVersions.authorId')
    .selectAll('policyVersions')
    .select('users.name as authorName')
  if (kind !== undefined) query = query.where('policyVersions.kind', '=', kind)
  return query.orderBy('policyVersions.version', 'desc').orderBy('policyVersions.id').execute()
}

export async function insertVersion(db: Db, row: Row<'policyVersions'>): Promise<void> {
  await db.insertInto('policyVersions').values(row).execute()
}

/** Changes a version that is still as it was read; false when somebody was faster. */
export async function updateVersion(
  db: Db,
  before: Pick<VersionRow, 'id' | 'state' | 'updatedAt'>,
  change: Partial<Row<'policyVersions'>>,
): Promise<boolean> {
  const result = await db
    .updateTable('policyVersions')
    .set(change)
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('updatedAt', '=', before.updatedAt)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertActive(db: Db, row: Row<'policies'>): Promise<void> {
  await db.insertInto('policies').values(row).execute()
}

/** Takes an approved version back before its day; no case can have been opened under it. */
export async function deleteActive(db: Db, id: string): Promise<void> {
  await db.deleteFrom('policies').where('id', '=', id).executeTakeFirstOrThrow()
}

export type DeedRow = Row<'policyDeeds'> & { actorName: string | null }

/** What was done with some versions, in order. */
export async function deedRows(db: Db, policyId?: string): Promise<DeedRow[]> {
  let query = db
    .selectFrom('policyDeeds')
    .leftJoin('users', 'users.id', 'policyDeeds.actorId')
    .selectAll('policyDeeds')
    .select('users.name as actorName')
  if (policyId !== undefined) query = query.where('policyDeeds.policyId', '=', policyId)
  return query.orderBy('policyDeeds.policyId').orderBy('policyDeeds.seq').execute()
}

type NewDeed = { policyId: string; at: Instant; actorId: string; deed: PolicyDeed; reason: string }

export async function insertDeed(db: Db, deed: NewDeed): Promise<void> {
  const last = await db
    .selectFrom('policyDeeds')
    .select('seq')
    .where('policyId', '=', deed.policyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('policyDeeds')
    .values({ ...deed, seq: (last?.seq ?? 0) + 1 })
    .execute()
}
