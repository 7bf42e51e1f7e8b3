import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { TodoView } from '../../shared/todos/contract.ts'
import { canChangeTodo, canEndTodo, isTodoOverdue } from '../../shared/todos/rules.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { subjectsOf, type TodoRecord } from './todo-queries.ts'

/** To-dos as the lists show them. */
export async function toViews(ctx: Ctx, rows: readonly TodoRecord[]): Promise<TodoView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ userId, givenBy }) => [userId, givenBy]),
  )
  const { numbers, members } = await subjectsOf(ctx.db, rows)
  const viewer = viewerOf(ctx)
  return rows.map(({ endedBy: _, givenBy, ...row }) => ({
    ...row,
    userId: row.userId as UserId,
    userName: names.get(row.userId) ?? '',
    givenByName: names.get(givenBy) ?? '',
    isOverdue: isTodoOverdue(row, ctx.now),
    caseId: row.caseId as CaseId | null,
    caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null),
    memberId: row.memberId as MemberId | null,
    memberName: row.memberId === null ? null : (members.get(row.memberId) ?? null),
    mayDo: row.state === 'open' && canEndTodo(viewer, { ...row, givenBy }, 'done').allowed,
    mayChange: canChangeTodo(viewer, { ...row, givenBy }).allowed,
  }))
}

/** One to-do as its list shows it. */
export async function toView(ctx: Ctx, row: TodoRecord): Promise<TodoView> {
  const [view] = await toViews(ctx, [row])
  if (!view) throw new Error('a to-do has no view')
  return view
}
