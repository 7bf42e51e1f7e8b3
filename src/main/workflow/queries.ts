import { found } from '../../shared/failure.ts'
import { type WorkflowDefinition, workflowDefinition } from '../../shared/workflow/model.ts'
import type { Db, Row } from '../store/types.ts'

export type StoredWorkflow = { rowId: string; effectiveFrom: number; body: WorkflowDefinition }

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
      body: workflowDefinition.parse(JSON.parse(body)),
    }))
    .filter(({ body }) => body.status !== 'draft')
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
