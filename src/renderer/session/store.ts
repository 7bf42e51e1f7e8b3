import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Actor, SessionStatus } from '../../shared/session/model.ts'
import { call, onPush } from '../client.ts'
import { useNavigation } from '../ui/navigation.ts'

type Session = {
  /** Null until the desk has answered for the first time. */
  status: SessionStatus | null
  failure: Failure | null
  user: Actor | null
  /** Whether the signed-in person must replace a one-time password first. */
  mustChangePassword: boolean
  /** Shown once after the store is made; kept here until confirmed, never anywhere else. */
  recoveryKey: string | null
  isCreating: boolean
  /** The store was just made by hand: how to begin is asked before the desk opens. */
  isNew: boolean
  /** The engine ended in the middle of somebody's work: the sign-in screen says so until the next sign-in. */
  isInterrupted: boolean
  /** Offered on the sign-in screen after a lock. */
  lastLogin: string
  refresh: () => Promise<void>
  set: (change: Partial<Pick<Session, 'recoveryKey' | 'isCreating' | 'isNew' | 'mustChangePassword'>>) => void
}

/** Who is signed in to which store, as the engine says it. */
export const useSession = create<Session>((set, get) => {
  let turn = 0
  const refresh = async () => {
    const mine = ++turn
    const result = await call('session.status', {})
    if (mine !== turn) return
    if (!result.ok) {
      set({ failure: result.failure })
      return
    }
    const before = get().user
    const { user } = result.value
    if (before?.id !== user?.id) useNavigation.getState().reset()
    if (user === null) set({ isNew: false })
    set({
      status: result.value,
      failure: null,
      user,
      lastLogin: user?.login ?? get().lastLogin,
      isInterrupted: user === null && get().isInterrupted,
      mustChangePassword: result.value.mustChangePassword,
    })
  }
  return {
    status: null,
    failure: null,
    user: null,
    mustChangePassword: false,
    recoveryKey: null,
    isCreating: false,
    isNew: false,
    isInterrupted: false,
    lastLogin: '',
    refresh,
    set,
  }
})

/** Keeps the session in step with the engine as long as the window lives; resolves with the first answer. */
export function startSession(): Promise<void> {
  const { refresh } = useSession.getState()
  onPush((push) => {
    if (push.kind === 'engine-ended')
      useSession.setState((now) => ({ isInterrupted: now.isInterrupted || now.user !== null }))
    if (push.kind === 'changed' && push.topics.includes('session')) void refresh()
  })
  return refresh()
}
