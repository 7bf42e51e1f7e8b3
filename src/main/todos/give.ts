import { found, must } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { TodoSource } from '../../shared/todos/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { insertTodo, type TodoRecord } from './todo-queries.ts'

type NewTodo = {
  userId: string
  source: TodoSource
  title: string
  detail?: string
  dueAt?: Instant | null
  remindAt?: Instant | null
  caseId?: string | null
  memberId?: string | null
  sourceId?: string | null
}

/** S3-117: puts a to-do on the list of somebody who works here. */
export async function giveTodo(ctx: Ctx, todo: NewTodo): Promise<TodoRecord> {
  must(canBeAsked(found(await findUserById(ctx.db, todo.userId as UserId), 'user')))
  const row: TodoRecord = {
    id: ctx.newId(),
    ...{ detail: '', dueAt: null, remindAt: null, caseId: null, memberId: null, sourceId: null },
    ...todo,
    givenBy: ctx.actor.id,
    givenAt: ctx.now,
    ...{ state: 'open', endedAt: null, endedBy: null, outcome: '' },
  }
  await insertTodo(ctx.db, row)
  return row
}
