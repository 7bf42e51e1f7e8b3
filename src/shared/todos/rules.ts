import { allow, type Decision, deny } from '../failure.ts'
import type { Role } from '../roles.ts'
import type { Instant } from '../time.ts'
import type { TodoState } from './words.ts'

type Person = { id: string; role: Role }
type Facts = { userId: string; givenBy: string; state: TodoState; dueAt: Instant | null }

/** Past its time and still to be done. */
export function isTodoOverdue({ state, dueAt }: Pick<Facts, 'state' | 'dueAt'>, now: Instant): boolean {
  return state === 'open' && dueAt !== null && dueAt < now
}

/** Agents give to-dos to themselves, leads and managers to anybody. */
export function canGiveTodo(actor: Person, userId: string): Decision {
  return actor.role === 'agent' && actor.id !== userId ? deny('todo-give-lead') : allow
}

/** A reminder comes before the time it reminds of. */
export function checkTimes(dueAt: Instant | null, remindAt: Instant | null): Decision {
  return dueAt !== null && remindAt !== null && remindAt > dueAt ? deny('todo-remind-late') : allow
}

/** Whose it is does it and takes that back; whoever gave it withdraws it, and takes that back too. */
export function canEndTodo(actor: Person, todo: Facts, to: TodoState): Decision {
  if (to === todo.state) return deny('todo-is-so')
  if (to === 'dropped') {
    if (todo.state !== 'open') return deny('todo-is-ended')
    return actor.id === todo.givenBy ? allow : deny('todo-not-giver')
  }
  const isTakenBack = todo.state === 'dropped' && to === 'open' && actor.id === todo.givenBy
  return isTakenBack || actor.id === todo.userId ? allow : deny('todo-not-yours')
}

/** Who may change what a to-do says: whoever gave it, while it is open. */
export function canChangeTodo(actor: Person, todo: Facts): Decision {
  if (todo.state !== 'open') return deny('todo-is-ended')
  return actor.id === todo.givenBy ? allow : deny('todo-not-giver')
}
