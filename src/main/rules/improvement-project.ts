import { allow, type Decision, deny } from '../../shared/failure.ts'
import { ITEM_MOVES, type ItemKind, type ItemState, type ProjectKind } from '../../shared/improvements/project-words.ts'

type Item = { kind: ItemKind; state: ItemState; plannedFor: string | null; ownerId: string | null }

const KINDS: Record<ProjectKind, readonly ItemKind[]> = { rollout: ['phase'], process: ['step', 'measure'] }

/** What a project of a kind is made of. */
export function isItemOf(project: ProjectKind, kind: ItemKind): Decision {
  return KINDS[project].includes(kind) ? allow : deny('project-item-kind')
}

/** S2-187: whether a part may take a state now: a measure works only after it was carried out, and a phase or measure that begins has somebody responsible and a time. */
export function canMoveItem({ kind, state, plannedFor, ownerId }: Item, to: ItemState): Decision {
  if (!ITEM_MOVES[kind][state].includes(to)) return deny('project-item-state')
  const isBegun = to === 'running' || to === 'done'
  return isBegun && (plannedFor === null || ownerId === null) ? deny('project-item-owner-and-time') : allow
}

/** S2-187: a process project closes when each of its measures works or was dropped, a rollout when each phase is done. */
export function canCloseProject(kind: ProjectKind, items: readonly Item[]): Decision {
  const followed = items.filter((item) => item.kind !== 'step')
  if (followed.length === 0) return deny('project-empty')
  const end: ItemState = kind === 'rollout' ? 'done' : 'works'
  const open = followed.filter(({ state }) => state !== end && state !== 'dropped').length
  return open > 0 ? deny(kind === 'rollout' ? 'project-open-phases' : 'project-not-working', { count: open }) : allow
}
