import { found, must } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { canChangeTodo, canEndTodo, canGiveTodo, checkTimes } from '../../shared/todos/rules.ts'
import type { TodoState } from '../../shared/todos/words.ts'
import { findCaseByNumber, scopeOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { giveTodo } from './give.ts'
import { findTodo, listTodos, memberIdByCard, type TodoRecord, updateTodo, waitingFor } from './todo-queries.ts'
import { toView, toViews } from './views.ts'

export const todos: FeatureHandlers<'todos'> = {
  list: async (ctx, { list, withEnded, limit }) => {
    const { id } = ctx.actor
    const who = list === 'mine' ? { userId: id } : { givenBy: id }
    return toViews(ctx, await listTodos(ctx.db, { ...who, withEnded, limit }))
  },

  count: async ({ db, actor, now }) => waitingFor(db, actor.id, now),

  add: async (ctx, { caseNumber, card, userId, dueAt, remindAt, ...about }) => {
    must(canGiveTodo(viewerOf(ctx), userId))
    must(checkTimes(dueAt, remindAt))
    const caseId = caseNumber === '' ? null : await caseIdOf(ctx, caseNumber)
    const memberId = card === '' ? null : found(await memberIdByCard(ctx.db, card), 'member')
    const source = userId === ctx.actor.id ? 'self' : 'given'
    if (memberId !== null) ctx.subject({ memberId: memberId as MemberId })
    return toView(ctx, await giveTodo(ctx, { ...about, userId, dueAt, remindAt, source, caseId, memberId }))
  },

  change: async (ctx, { id, ...about }) => {
    const row = found(await findTodo(ctx.db, id), 'todo')
    must(canChangeTodo(viewerOf(ctx), row))
    must(checkTimes(about.dueAt, about.remindAt))
    const { title, detail, dueAt, remindAt } = row
    ctx.note({ before: { title, detail, dueAt, remindAt } })
    await updateTodo(ctx.db, id, about)
    return toView(ctx, { ...row, ...about })
  },

  done: async (ctx, { id, outcome }) => move(ctx, id, 'done', outcome),
  reopen: async (ctx, { id }) => move(ctx, id, 'open', ''),
  drop: async (ctx, { id }) => move(ctx, id, 'dropped', ''),

  snooze: async (ctx, { id, remindAt }) => {
    const row = found(await findTodo(ctx.db, id), 'todo')
    must(canEndTodo(viewerOf(ctx), row, 'done'))
    await updateTodo(ctx.db, id, { remindAt })
    return toView(ctx, { ...row, remindAt })
  },
}

async function caseIdOf(ctx: Ctx, number: string): Promise<string> {
  return found(await findCaseByNumber(ctx.db, scopeOf(ctx), number.toUpperCase()), 'case').id
}

async function move(ctx: Ctx, id: string, state: TodoState, outcome: string) {
  const row = found(await findTodo(ctx.db, id), 'todo')
  must(canEndTodo(viewerOf(ctx), row, state))
  ctx.note({ before: { state: row.state } })
  const ended = state === 'open' ? { endedAt: null, endedBy: null } : { endedAt: ctx.now, endedBy: ctx.actor.id }
  const change: Partial<TodoRecord> = { state, outcome, ...ended }
  await updateTodo(ctx.db, id, change)
  return toView(ctx, { ...row, ...change })
}
