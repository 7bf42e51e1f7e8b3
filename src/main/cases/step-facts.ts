import type { Instant } from '../../shared/time.ts'
import type { WorkflowFacts } from '../rules/workflow-fields.ts'
import type { Db } from '../store/types.ts'
import { type CaseFile, workflowFacts } from './case-file.ts'

/** What decides about the next step of a case, with who handled it and whether there is anybody else. */
export async function stepFacts(db: Db, file: CaseFile, now: Instant): Promise<WorkflowFacts> {
  const handlers = handlersOf(file)
  const { closedAt } = file.row
  return {
    ...workflowFacts(file),
    handlers,
    hasOthers: await hasOthers(db, handlers),
    ...(closedAt === null ? {} : { closedForMs: now - closedAt }),
  }
}

/** The owner, and whoever gave the last reply. */
function handlersOf({ row, events }: CaseFile): string[] {
  const reply = events.findLast((event) => emitted(event.data).includes('replied'))
  return [...new Set([row.ownerId, reply?.actorId])].filter((id) => typeof id === 'string')
}

function emitted(data: string): readonly string[] {
  return (JSON.parse(data) as { emits?: string[] }).emits ?? []
}

async function hasOthers(db: Db, handlers: readonly string[]): Promise<boolean> {
  const others = await db
    .selectFrom('users')
    .select('id')
    .where('status', '=', 'active')
    .where('role', '!=', 'admin')
    .execute()
  return others.some(({ id }) => !handlers.includes(id))
}
