import type { CaseKind } from '../../../shared/cases/words.ts'
import type { Input } from '../../../shared/contracts.ts'
import type { QuickView } from '../../../shared/views/model.ts'
import type { WaitKind } from '../../../shared/waits/model.ts'
import { isKind, type QueueView } from '../store.ts'

type Filter = Omit<Input<'cases.queue'>, 'order' | 'after' | 'limit' | 'offset'>

/** The queue's filter with the kind of what waits: groups count cases, so a grouped list holds no others. */
export function waitingFor({ quick, more, group, part, what, team }: QueueView): {
  filter: Input<'waits.counts'>
  what: WaitKind | null
} {
  const filter = { ...filterOf({ quick, more }), ...partOf({ group, part }), ...(team === null ? {} : { team }) }
  return { filter, what: group === 'none' ? what : 'case' }
}

const QUICK_FILTERS: Record<Exclude<QuickView, CaseKind>, Filter> = {
  open: {},
  mine: { owner: 'mine' },
  overdue: { isOverdue: true },
  nobody: { owner: 'nobody' },
  closed: { isOpen: false },
  archived: { isOpen: false, state: 'archived' },
}

/** What the queue asks for: the quick filter and, inside it, the axes (S2-17). */
export function filterOf({ quick, more }: Pick<QueueView, 'quick' | 'more'>): Filter {
  const chosen = Object.entries(more).filter(([, value]) => value !== null)
  // The values come from the tables of codes; the call checks them again.
  return { ...(isKind(quick) ? { kind: quick } : QUICK_FILTERS[quick]), ...(Object.fromEntries(chosen) as Filter) }
}

/** The filter of one part of a grouped queue; nothing while the whole queue is shown. */
export function partOf({ group, part }: Pick<QueueView, 'group' | 'part'>): Filter {
  if (part === null || group === 'none') return {}
  const { key } = part
  // Keys come from the groups themselves; the call checks them again.
  if (group === 'owner') return { owner: (key ?? 'nobody') as NonNullable<Filter['owner']> }
  if (group === 'due') return { due: key as NonNullable<Filter['due']> }
  if (group === 'tier') return { tier: key ?? '' }
  const [kind, state = ''] = (key ?? '').split(' ')
  return { kind: kind as CaseKind, state }
}
