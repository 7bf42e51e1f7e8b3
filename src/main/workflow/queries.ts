import { found } from '../../shared/failure.ts'
import type { Day, Instant } from '../../shared/time.ts'
import { type WorkflowDefinition, workflowDefinition } from '../../shared/workflow/model.ts'
import type { Db, Row } from '../store/types.ts'

export type StoredWorkflow = { rowId: string; effectiveFrom: Instant | Day; isDraft: boolean; body: WorkflowDefinition }

/** Every version of every workflow that is not a draft, the newest of each first. */
export async function listWorkflows(db: Db): Promise<StoredWorkflow[]> {
  const rows = await db
    .selectFrom('policies')
    .select(['id', 'effectiveFrom', 'body'])
    .where('kind', '=', 'workflow')
    .orderBy('pack')
    .orderBy('version', 'desc')
    .execute()
  return rows
    .map(({ id, effectiveFrom, body }) => ({
      rowId: id,
      effectiveFrom,
      isDraft: false,
      body: workflowDefinition.parse(JSON.parse(body)),
    }))
    .filter(({ body }) => body.status !== 'draft')
}

/** Versions on their way: written here, and approved by nobody yet. */
const ON_THEIR_WAY = ['draft', 'submitted', 'rejected'] as const

const drafts = (db: Db) =>
  db
    .selectFrom('policyVersions')
    .select(['id', 'effectiveFrom', 'body'])
    .where('kind', '=', 'workflow')
    .where('state', 'in', ON_THEIR_WAY)

/** Every workflow that is on its way, the newest of each first. */
export async function draftedWorkflows(db: Db): Promise<StoredWorkflow[]> {
  const rows = await drafts(db).orderBy('pack').orderBy('version', 'desc').execute()
  return rows.map(({ id, effectiveFrom, body }) => ({
    ...{ rowId: id, isDraft: true, effectiveFrom },
    body: workflowDefinition.parse(JSON.parse(body)),
  }))
}

/** A workflow that is on its way; none when it was approved, or never written. */
export async function findDraft(db: Db, policyId: string): Promise<WorkflowDefinition | undefined> {
  const row = await drafts(db).where('id', '=', policyId).executeTakeFirst()
  return row && workflowDefinition.parse(JSON.parse(row.body))
}

export async function findWorkflow(db: Db, policyId: string): Promise<WorkflowDefinition> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .where('id', '=', policyId)
    .where('kind', '=', 'workflow')
    .executeTakeFirst()
  return workflowDefinition.parse(JSON.parse(found(row, 'workflow').body))
}

/** Open cases that keep a version, by the state they stand in. */
export async function openByState(db: Db, policyId: string): Promise<{ state: string; count: number }[]> {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .where('workflowPolicyId', '=', policyId)
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

export type Person = Pick<Row<'users'>, 'id' | 'name' | 'role' | 'status'>

export async function peopleById(db: Db): Promise<Map<string, Person>> {
  const rows = await db.selectFrom('users').select(['id', 'name', 'role', 'status']).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
