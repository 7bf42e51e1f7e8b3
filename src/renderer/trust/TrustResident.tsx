import { useEffect, useState } from 'react'
import { ROLES } from '../../shared/roles.ts'
import { useSession } from '../session/store.ts'
import { useNow } from '../ui/use-now.ts'
import { useQuery } from '../use-query.ts'
import { ReadDialog } from './parts/ReadDialog.tsx'
import { SignDialog } from './parts/SignDialog.tsx'

/** What has to be read or signed comes up at sign-in; what somebody is authorised to shows in the navigation while it lasts. */
export function TrustResident() {
  const [putOff, setPutOff] = useState<readonly string[]>([])
  const { data, reload } = useQuery('trust.mine', {}, { topics: ['trust', 'session'] })
  useActing(data?.role, data?.authorised.map(({ untilAt }) => untilAt) ?? [], reload)
  if (!data) return null
  const { toRead, toSign, signBy } = data
  const close = (id: string) => setPutOff([...putOff, id])
  if (toRead && !putOff.includes(toRead.id)) return <ReadDialog text={toRead} onClose={() => close(toRead.id)} />
  if (toSign && !putOff.includes(toSign.id))
    return <SignDialog text={toSign} signBy={signBy} onClose={() => close(toSign.id)} />
  return null
}

/** The window shows the pages of the role that is acted in, and asks again when the first right ends. */
function useActing(role: string | undefined, ends: readonly number[], reload: () => void): void {
  const now = useNow()
  const next = Math.min(...ends)
  const isOver = next <= now
  const shown = useSession((state) => state.user?.role)
  useEffect(() => {
    const { user } = useSession.getState()
    const acting = ROLES.find((one) => one === role)
    if (user && acting && shown !== acting) useSession.setState({ user: { ...user, role: acting } })
  }, [role, shown])
  useEffect(() => {
    if (isOver) reload()
  }, [isOver, reload])
}
