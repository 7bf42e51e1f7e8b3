import type { CaseFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canEndWithCase } from '../rules/subtask.ts'
import { log } from './act.ts'
import { subTasksOf, updateSubTask } from './queries.ts'

/** A case that ends without an answer (withdrawn, not taken on) leaves nobody working on it: its sub-tasks end with it. */
export async function endWithCase(ctx: Ctx, file: CaseFile, reason: string): Promise<CaseFile> {
  let now = file
  for (const task of await subTasksOf(ctx.db, file.row.id)) {
    if (!canEndWithCase(task.state)) continue
    const ended = { ...task, state: 'cancelled' as const, reason, endedAt: ctx.now, endedBy: ctx.actor.id }
    await updateSubTask(ctx.db, task.id, ended)
    now = await log(ctx, now, task, ended, 'cancel', reason)
  }
  return now
}
