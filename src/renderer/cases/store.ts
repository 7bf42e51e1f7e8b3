import { create } from 'zustand'
import type { CaseKind } from '../../shared/cases/words.ts'
import type { CaseId } from '../../shared/ids.ts'

export const QUICK = [
  'open',
  'mine',
  'overdue',
  'nobody',
  'complaint',
  'enquiry',
  'suggestion',
  'service',
  'closed',
  'archived',
] as const
export type Quick = (typeof QUICK)[number]

export type QueueView = {
  quick: Quick
  order: 'due' | 'priority'
  /** What is asked besides the quick filter. */
  more: {
    severity: string | null
    department: string | null
    tier: string | null
    contentClass: string | null
    objectClass: string | null
    timeClass: string | null
    category: string | null
    channelGroup: string | null
    channel: string | null
  }
}

export const NO_MORE: QueueView['more'] = {
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
  lastId: null,
  set: (change) => set(change),
}))

const KINDS: readonly string[] = ['complaint', 'enquiry', 'suggestion', 'service'] satisfies CaseKind[]

export const isKind = (quick: Quick): quick is CaseKind => KINDS.includes(quick)
