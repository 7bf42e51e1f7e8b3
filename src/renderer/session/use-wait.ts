import { useNow } from '../ui/use-now.ts'
import { useSession } from './store.ts'

/** Milliseconds until the next attempt is taken; 0 when one may be made now. */
export function useWait(): number {
  const retryAt = useSession((state) => state.status?.retryAt ?? null)
  const now = useNow()
  return retryAt === null ? 0 : Math.max(0, retryAt - now)
}

/** What the store says now: after a refused attempt, the wait before the next. */
export const refreshStatus = () => useSession.getState().refresh()
