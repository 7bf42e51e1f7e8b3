import type { WorkflowDefinition } from '../../src/shared/workflow/model.ts'
import { pastDesk } from './past-desk.ts'

/** A store from before the answer to an appeal was among the shipped steps of a complaint. */
export async function storeWithoutAppealAnswer(): Promise<string> {
  const desk = await pastDesk(0)
  const { open } = desk.engine.desk
  if (!open) throw new Error('the store is closed')
  await open.store.transaction(async (db) => {
    const { id, body } = await db
      .selectFrom('policies')
      .select(['id', 'body'])
      .where('pack', '=', 'workflow-complaint')
      .executeTakeFirstOrThrow()
    const policy: WorkflowDefinition = JSON.parse(body)
    const transitions = policy.transitions.filter((step) => step.id !== 'appealAnswer')
    await db
      .updateTable('policies')
      .set({ body: JSON.stringify({ ...policy, transitions }) })
      .where('id', '=', id)
      .execute()
  })
  await desk.close()
  return desk.folder
}
