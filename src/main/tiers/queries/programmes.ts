import type { PolicyId } from '../../../shared/ids.ts'
import { type TierPolicy, tierPolicy } from '../../../shared/tiers/model.ts'
import type { Instant } from '../../../shared/time.ts'
import { remembered } from '../../policies/remembered.ts'
import type { Db, Row } from '../../store/types.ts'

const parse = remembered((text) => tierPolicy.parse(JSON.parse(text)))

/** A programme as it lies in the store. */
export type ProgrammeRow = {
  id: PolicyId
  version: number
  effectiveFrom: Instant
  createdAt: Instant
  createdByName: string | null
  policy: TierPolicy
}

/** Every version of every tier programme, the one that would be in force first before those it replaced. */
export async function listProgrammes(db: Db): Promise<ProgrammeRow[]> {
  const rows = await db
    .selectFrom('policies')
    .leftJoin('users', 'users.id', 'policies.createdBy')
    .select([
      'policies.id',
      'policies.version',
      'policies.effectiveFrom',
      'policies.createdAt',
      'policies.body',
      'users.name as createdByName',
    ])
    .where('policies.kind', '=', 'tiers')
    .orderBy('policies.effectiveFrom', 'desc')
    .orderBy('policies.version', 'desc')
    .orderBy('policies.id')
    .execute()
  return rows.map(({ id, body, ...row }) => ({ ...row, id: id as PolicyId, policy: parse(body) }))
}

export async function insertProgramme(db: Db, row: Row<'policies'>): Promise<void> {
  await db.insertInto('policies').values(row).execute()
}
