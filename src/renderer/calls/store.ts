import { create } from 'zustand'
import type { LiveCall } from '../../shared/calls/model.ts'
import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import type { Input } from '../../shared/contracts.ts'
import type { Result } from '../../shared/failure.ts'
import { call, onTopics } from '../client.ts'
import { tellFailure } from '../ui/notify.ts'

/** The steps that answer with the call they were taken in. */
export type StepName =
  | 'calls.start'
  | 'calls.answer'
  | 'calls.hold'
  | 'calls.resume'
  | 'calls.hangUp'
  | 'calls.endUnanswered'
  | 'calls.link'
  | 'calls.record'
  | 'calls.finish'

type Calls = {
  /** The call I am on, as the engine says it; it outlives pages, languages and this window. */
  call: LiveCall | null
  isBusy: boolean
  isDialogOpen: boolean
  isFolded: boolean
  refresh: () => Promise<void>
  /** Takes a step; its failure is told and the call read anew. */
  take: <N extends StepName>(name: N, input: Input<N>) => Promise<Result<LiveCall>>
  show: (change: Partial<Pick<Calls, 'isDialogOpen' | 'isFolded'>>) => void
  forget: () => void
}

const activeOf = (shown: LiveCall | null) =>
  shown !== null && ACTIVE_CALL_STATES.some((state) => state === shown.state) ? shown : null

/** The telephone of this window. */
export const useCalls = create<Calls>((set, get) => {
  // An answer that was overtaken by a later question says what no longer holds.
  let turn = 0
  return {
    call: null,
    isBusy: false,
    isDialogOpen: false,
    isFolded: false,
    refresh: async () => {
      const mine = ++turn
      const result = await call('calls.current', {})
      if (mine === turn && result.ok) set({ call: result.value })
    },
    take: async (name, input) => {
      const mine = ++turn
      set({ isBusy: true })
      const result: Result<LiveCall> = await call(name, input)
      set({ isBusy: false })
      if (result.ok && mine === turn) set({ call: activeOf(result.value) })
      if (!result.ok) {
        tellFailure(result.failure)
        await get().refresh()
      }
      return result
    },
    show: (change) => set(change),
    forget: () => {
      turn += 1
      set({ call: null, isBusy: false, isDialogOpen: false, isFolded: false })
    },
  }
})

/** Keeps the call in step with the engine, also with other windows; returns how to stop. */
export function startCalls(): () => void {
  const { refresh, forget } = useCalls.getState()
  void refresh()
  const stop = onTopics(['calls', 'members', 'settings'], () => void refresh())
  return () => {
    stop()
    forget()
  }
}

/** Begins an outgoing call, or notes an incoming one; true when it is on. */
export async function startCall(input: Input<'calls.start'>): Promise<boolean> {
  const { take, show } = useCalls.getState()
  const { ok } = await take('calls.start', input)
  if (ok) show({ isDialogOpen: false, isFolded: false })
  return ok
}
