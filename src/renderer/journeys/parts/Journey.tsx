import type { ReactNode } from 'react'
import type { JourneyView } from '../../../shared/journeys/model.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useQuery } from '../../use-query.ts'
import styles from './journeys.module.css'

type Props = { tripId: string; children: (journey: JourneyView) => ReactNode }

/** One tab of a trip's page: the second half of the trip, read again whenever it changes. */
export function Journey({ tripId, children }: Props) {
  const { data, failure, reload } = useQuery('journeys.show', { tripId }, { topics: ['trips'], clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  return data ? <div className={styles.tab}>{children(data)}</div> : null
}
