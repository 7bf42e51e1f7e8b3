import { useSession } from '../../session/store.ts'
import { today } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'

/** True for those who keep the standards: the manager, and members of the quality group (S4-104). */
export function useMayKeep(): boolean {
  const user = useSession((state) => state.user)
  const { data = [] } = useQuery('standards.group', {}, { topics: ['improvements'] })
  const day = today()
  const sits = data.some((seat) => seat.userId === user?.id && seat.fromDay <= day && (seat.toDay ?? day) >= day)
  return user?.role === 'manager' || sits
}
