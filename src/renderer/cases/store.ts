import { create } from 'zustand'
import type { CaseKind } from '../../shared/cases/words.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Grouping, QueueMore, QuickView } from '../../shared/views/model.ts'
import type { WaitKind, WaitOrder } from '../../shared/waits/model.ts'

export type QueueView = {
  quick: QuickView
  order: WaitOrder
  /** One kind of what waits; all of them when null. */
  what: WaitKind | null
  /** One's own team or that of a lead; everybody when null. */
  team: 'mine' | UserId | null
  /** What is asked besides the quick filter. */
  more: QueueMore
  group: Grouping
  /** The part of a grouped queue that is shown: its key, which is null for cases without an owner. */
  part: { key: string | null } | null
}

export const NO_MORE: QueueMore = {
  severity: null,
  department: null,
  tier: null,
  contentClass: null,
  objectClass: null,
  timeClass: null,
  category: null,
  channelGroup: null,
  channel: null,
}

type Store = QueueView & {
  /** The key of the row that was open last: the queue comes back to it. */
  lastKey: string | null
  set: (change: Partial<QueueView & { lastKey: string | null }>) => void
}

/** How the queue was looked at, so that it is the same after coming back from a case. */
export const useQueueView = create<Store>((set) => ({
  quick: 'open',
  order: 'urgency',
  what: null,
  team: null,
  more: NO_MORE,
  group: 'none',
  part: null,
  lastKey: null,
  set: (change) => set(change),
}))

const KINDS: readonly string[] = ['complaint', 'enquiry', 'suggestion', 'service'] satisfies CaseKind[]

export const isKind = (quick: QuickView): quick is CaseKind => KINDS.includes(quick)
