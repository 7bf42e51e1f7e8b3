import { create } from 'zustand'
import type { LiveCall } from '../../shared/calls/model.ts'
import type { WaitingCall } from '../../shared/calls/waiting.ts'
import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import type { Input } from '../../shared/contracts.ts'
import type { Result } from '../../shared/failure.ts'
import type { CallId } from '../../shared/ids.ts'
import { call, onTopics } from '../client.ts'
import { textsHandedIn } from '../drafts/handed-in.ts'
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
  | 'calls.takeWaiting'
  | 'calls.consult'
  | 'calls.endConsult'
  | 'calls.transfer'
  | 'calls.withdrawTransfer'

type Calls = {
  /** The call I am on, as the engine says it; it outlives pages, languages and this window. */
  call: LiveCall | null
  /** Calls that I may take: announced ones, and those handed to me, to a desk or to anybody. */
  waiting: readonly WaitingCall[]
  /** The call that was on already when this window began: whether it still is, only the person knows. */
  foundId: CallId | null
  /** What a colleague who is being asked has said so far. */
  consultAnswer: string
  dialog: 'consult' | 'transfer' | null
  isBusy: boolean
  isDialogOpen: boolean
  isFolded: boolean
  refresh: () => Promise<void>
  /** Takes a step; its failure is told and the call read anew. */
  take: <N extends StepName>(name: N, input: Input<N>) => Promise<Result<LiveCall>>
  show: (change: Partial<Pick<Calls, 'isDialogOpen' | 'isFolded' | 'dialog' | 'foundId' | 'consultAnswer'>>) => void
  forget: () => void
}

const activeOf = (shown: LiveCall | null) =>
  shown !== null && ACTIVE_CALL_STATES.some((state) => state === shown.state) ? shown : null

const NOTHING = {
  call: null,
  waiting: [],
  foundId: null,
  consultAnswer: '',
  dialog: null,
  isBusy: false,
  isDialogOpen: false,
  isFolded: false,
} as const satisfies Partial<Calls>

/** The telephone of this window. */
export const useCalls = create<Calls>((set, get) => {
  // An answer that was overtaken by a later question says what no longer holds.
  let turn = 0
  return {
    ...NOTHING,
    refresh: async () => {
      const mine = ++turn
      const [current, waiting] = await Promise.all([call('calls.current', {}), call('calls.waiting', {})])
      if (mine === turn && current.ok) set({ call: current.value })
      if (mine === turn && waiting.ok) set({ waiting: waiting.value })
    },
    take: async (name, input) => {
      const mine = ++turn
      set({ isBusy: true })
      const result: Result<LiveCall> = await call(name, input)
      set({ isBusy: false })
      if (result.ok) {
        textsHandedIn(input)
        set({ foundId: null })
      }
      if (result.ok && (name === 'calls.consult' || name === 'calls.transfer')) set({ dialog: null })
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
      set(NOTHING)
    },
  }
})

/** Keeps the call in step with the engine, also with other windows; returns how to stop. */
export function startCalls(): () => void {
  const { refresh, forget, show } = useCalls.getState()
  void refresh().then(() => {
    const { call: found } = useCalls.getState()
    if (found && (found.state === 'talking' || found.state === 'held')) show({ foundId: found.id })
  })
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

/** Ends the consultation with what was written of it; the customer stays on hold unless they are taken back. */
export async function endConsult(resume: boolean): Promise<boolean> {
  const { call: live, consultAnswer, take, show } = useCalls.getState()
  if (!live || !consultOf(live)) return true
  const { ok } = await take('calls.endConsult', { id: live.id, answer: consultAnswer, resume })
  if (ok) show({ consultAnswer: '' })
  return ok
}

/** Hold, or back from hold; while a colleague is asked that ends too, with its answer. */
export function toggleHold(live: LiveCall): void {
  const { take } = useCalls.getState()
  if (consultOf(live)) void endConsult(true)
  else void take(live.state === 'held' ? 'calls.resume' : 'calls.hold', { id: live.id })
}

/** Hangs up; what a colleague answered is kept. */
export async function hangUp(live: LiveCall): Promise<void> {
  if (await endConsult(false)) await useCalls.getState().take('calls.hangUp', { id: live.id })
}

/** The colleague who is being asked. */
export function consultOf({ consults }: LiveCall) {
  return consults.find(({ endedAt }) => endedAt === null)
}
