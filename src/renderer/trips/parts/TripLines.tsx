import { Anchor } from '@mantine/core'
import type { TripRow } from '../../../shared/trips/model.ts'
import { TRIP_STAGE_NAMES, TRIP_STATE_NAMES } from '../../../shared/trips/words.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { STATE_TONES } from '../tones.ts'
import { useDaysText } from '../use-days-text.ts'

/** Trips of a member or an enquiry, each a line that opens it. */
export function TripLines({ trips }: { trips: readonly TripRow[] }) {
  const nameOf = useName()
  const daysText = useDaysText()
  return (
    <ul className={record.list}>
      {trips.map((trip) => (
        <li key={trip.id} className={record.line}>
          <Anchor component="button" type="button" className="num" onClick={() => go('trips', { id: trip.id })}>
            {trip.number}
          </Anchor>
          <span>{trip.title}</span>
          <StateBadge
            tone={STATE_TONES[trip.state]}
            label={nameOf(trip.state === 'open' ? TRIP_STAGE_NAMES[trip.stage] : TRIP_STATE_NAMES[trip.state])}
          />
          <span className={`${record.faint} num`}>{daysText(trip)}</span>
        </li>
      ))}
    </ul>
  )
}
