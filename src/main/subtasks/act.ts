import { found, must } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { SubTaskRow } from '../../shared/subtasks/contract.ts'
import type { SubTaskAction } from '../../shared/subtasks/words.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { type CaseFile, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import { canAct, isWaiting, stateAfter, subTaskRecords } from '../rules/subtask.ts'
import { findSubTask, type SubTaskRecord, subTasksOf, updateSubTask } from './queries.ts'
import { toOneRow } from './views.ts'

/** What an action changes besides the state, and what it says for the log. */
export type Change = { row?: Partial<SubTaskRecord>; text?: string }

/** S2-36: one action on a sub-task: decided, written down in the case's log, told to the clocks that listen. */
export async function act(
  ctx: Ctx,
  id: string,
  action: SubTaskAction,
  change: (task: SubTaskRecord, file: CaseFile) => Promise<Change> | Change,
): Promise<SubTaskRow> {
  const task = found(await findSubTask(ctx.db, id), 'subTask')
  const file = await openFile(ctx, task.caseId as CaseId)
  must(canAct(viewerOf(ctx), { ...task, caseOwnerId: file.row.ownerId }, action))
  const { row = {}, text = '' } = await change(task, file)
  const next: SubTaskRecord = { ...task, ...row, state: stateAfter(action) }
  await updateSubTask(ctx.db, id, next)
  await log(ctx, file, task, next, action, text)
  ctx.note({ before: { state: task.state, assigneeId: task.assigneeId, dueAt: task.dueAt } })
  return toOneRow(ctx, next)
}

/** Writes what happened to a sub-task into its case's log; clocks of its own follow it by its id. */
export async function log(
  ctx: Ctx,
  file: CaseFile,
  before: SubTaskRecord | null,
  task: SubTaskRecord,
  action: SubTaskAction | 'ask',
  text: string,
): Promise<CaseFile> {
  const { id, place, state, department, assigneeId, dueAt } = task
  const states = (await subTasksOf(ctx.db, task.caseId)).map((one) => one.state)
  const emits = eventsOf(before, task)
  const data = { action, subTaskId: id, place, state, department, assigneeId, text }
  return record(ctx, file, {
    kind: 'subTask',
    emits,
    recorded: subTaskRecords(states),
    data,
    item: id,
    ...(emits.includes('subTaskOpened') ? { dueAt } : {}),
  })
}

/** The other side's time runs while it owes something: from being asked until it answers, or until nobody wants it. */
function eventsOf(before: SubTaskRecord | null, task: SubTaskRecord): CaseEvent[] {
  const was = before !== null && isWaiting(before.state)
  const is = isWaiting(task.state)
  if (was === is) return []
  return [is ? 'subTaskOpened' : 'subTaskDone']
}
