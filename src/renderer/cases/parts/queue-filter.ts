import type { CaseKind } from '../../../shared/cases/words.ts'
import type { Input } from '../../../shared/contracts.ts'
import { isKind, type QueueView, type Quick } from '../store.ts'

type Filter = Omit<Input<'cases.queue'>, 'order' | 'after' | 'limit' | 'offset'>

const QUICK_FILTERS: Record<Exclude<Quick, CaseKind>, Filter> = {
  open: {},
  mine: { owner: 'mine' },
  overdue: { isOverdue: true },
  nobody: { owner: 'nobody' },
  closed: { isOpen: false },
  archived: { isOpen: false, state: 'archived' },
}

/** What the queue asks for: the quick filter and, inside it, the axes (S2-17). */
export function filterOf({ quick, more }: QueueView): Filter {
  const chosen = Object.entries(more).filter(([, value]) => value !== null)
  // The values come from the tables of codes; the call checks them again.
  return { ...(isKind(quick) ? { kind: quick } : QUICK_FILTERS[quick]), ...(Object.fromEntries(chosen) as Filter) }
}
