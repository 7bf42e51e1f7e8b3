import type { CaseId, UserId } from '../../shared/ids.ts'
import type { SubTaskRow } from '../../shared/subtasks/contract.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { actionsFor, isLate } from '../rules/subtask.ts'
import { type CaseOfTask, casesOfTasks, type SubTaskRecord } from './queries.ts'

/** Sub-tasks as lines of a list, with what the person who asks may do with each. */
export async function toRows(ctx: Ctx, tasks: readonly SubTaskRecord[]): Promise<SubTaskRow[]> {
  const cases = await casesOfTasks(ctx.db, tasks)
  const names = await namesOf(
    ctx.db,
    tasks.flatMap(({ assigneeId, requestedBy, acceptedBy, answeredBy }) =>
      [assigneeId, requestedBy, acceptedBy, answeredBy].filter((id) => id !== null),
    ),
  )
  return tasks.flatMap((task) => {
    const about = cases.get(task.caseId)
    return about ? [toRow(ctx, task, about, names)] : []
  })
}

function toRow(ctx: Ctx, task: SubTaskRecord, about: CaseOfTask, names: ReadonlyMap<string, string>): SubTaskRow {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  const { acceptedBy, answeredBy, endedBy: _, ruleId: __, ...rest } = task
  const facts = { ...task, caseOwnerId: about.ownerId }
  return {
    ...rest,
    caseId: task.caseId as CaseId,
    caseNumber: about.number,
    caseKind: about.kind,
    caseTitle: about.title,
    isCaseOpen: about.isOpen === 1,
    department: task.department,
    assigneeId: task.assigneeId as UserId | null,
    assigneeName: nameOf(task.assigneeId),
    needsIdentity: task.needsIdentity === 1,
    requestedBy: task.requestedBy as UserId,
    requestedByName: nameOf(task.requestedBy) ?? '',
    isLate: isLate(task, ctx.now),
    acceptedByName: nameOf(acceptedBy),
    answeredByName: nameOf(answeredBy),
    mayDo: actionsFor(viewerOf(ctx), facts),
  }
}

/** One sub-task as a line. */
export async function toOneRow(ctx: Ctx, task: SubTaskRecord): Promise<SubTaskRow> {
  const [row] = await toRows(ctx, [task])
  if (!row) throw new Error(`no case for sub-task ${task.id}`)
  return row
}
