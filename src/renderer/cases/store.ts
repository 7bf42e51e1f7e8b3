import { create } from 'zustand'
import type { CaseKind } from '../../shared/cases/words.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Grouping, QueueMore, QuickView } from '../../shared/views/model.ts'

export type QueueView = {
  quick: QuickView
  order: 'due' | 'priority'
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
  /** The case that was open last: the queue comes back to it. */
  lastId: CaseId | null
  set: (change: Partial<QueueView & { lastId: CaseId | null }>) => void
}

/** How the queue was looked at, so that it is the same after coming back from a case. */
export const useQueueView = create<Store>((set) => ({
  quick: 'open',
  order: 'due',
  more: NO_MORE,
  group: 'none',
  part: null,
  lastId: null,
  set: (change) => set(change),
}))

const KINDS: readonly string[] = ['complaint', 'enquiry', 'suggestion', 'service'] satisfies CaseKind[]

export const isKind = (quick: QuickView): quick is CaseKind => KINDS.includes(quick)
